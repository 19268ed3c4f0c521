package io.github.eratosthenes.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;

/** The page's HTML, with style and scripts put in. */
final class PageText {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private PageText() {}

    /**
     * Returns the page.
     *
     * @param head what loads style and icon
     * @param scripts what loads the scripts and the data
     */
    static String html(String head, String scripts) throws IOException {
        return WebFiles.text(WebFiles.TEMPLATE).replace("<!-- head -->", head).replace("<!-- scripts -->", scripts);
    }

    /** Returns a call of a function of the page's script. */
    static String call(String function, Object argument) throws JsonProcessingException {
        return "eratosthenes." + function + "(" + JSON.writeValueAsString(argument) + ");\n";
    }

    /** Returns an element with a script in it; nothing in the script ends the element. */
    static String inline(String script) {
        return "<script>\n" + script.replace("</", "<\\/").replace("<!--", "<\\!--") + "</script>\n";
    }
}
