package io.github.eratosthenes.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** Makes the page's HTML, with style and scripts. */
final class PageText {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private PageText() {}

    /**
     * Returns the page.
     *
     * @param head the elements that load style and icon
     * @param scripts the elements that load the scripts and the data
     */
    static String html(String head, String scripts) throws IOException {
        return WebFiles.text(WebFiles.TEMPLATE).replace("<!-- head -->", head).replace("<!-- scripts -->", scripts);
    }

    /** Returns a call of a function of the page's script. */
    static String call(String function, Object argument) throws JsonProcessingException {
        return "eratosthenes." + function + "(" + JSON.writeValueAsString(argument) + ");\n";
    }

    /** Returns a call of a function of the page's script, with the argument as compressed JSON. */
    static String packedCall(String function, Object argument) throws IOException {
        return call(function, packed(JSON.writeValueAsBytes(argument)));
    }

    /** Returns bytes compressed, in base 64; the page's script unpacks them. */
    static String packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /** Returns the id of the element that holds the data file at a place in the content's list of files. */
    static String fileId(int place) {
        return "file-" + place;
    }

    /** Returns an element that holds packed bytes, which a browser neither shows nor runs. */
    static String holding(String id, String packed) {
        return "<script type=\"text/plain\" id=\"" + id + "\">" + packed + "</script>\n";
    }

    /** Returns an element with a script in it; nothing in the script ends the element. */
    static String inline(String script) {
        return "<script>\n" + script.replace("</", "<\\/").replace("<!--", "<\\!--") + "</script>\n";
    }
}
