package io.github.eratosthenes.results.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.eratosthenes.results.text.ErrorText;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files of JSON with a record in them. Whatever is wrong with one is an {@link IOException} that names the file.
 *
 * <p>What a record's components do not declare {@link Nullable} must be there, at every depth, and nothing may be there
 * that is no component.
 */
public final class JsonFile {

    /** Far more than any result has; without a bound, a file that is none could fill the heap. */
    static final long MOST_BYTES = 64L << 20;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MOST_BYTES)
                            .build())
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonFile() {}

    /** Makes something of a file. */
    private interface Parser<T> {
        T parse(File source) throws IOException;
    }

    /**
     * Reads a record.
     *
     * @throws IOException if the file cannot be read, or is not JSON of such a record, complete and nothing else
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        return read(file, source -> JSON.readValue(source, type));
    }

    /** Reads a list of records, likewise. */
    static <T> List<T> readList(Path file, TypeReference<List<T>> type) throws IOException {
        return read(file, source -> JSON.readValue(source, type));
    }

    /**
     * Reads JSON of any kind.
     *
     * @throws IOException if the file cannot be read, or is not JSON and nothing else
     */
    public static JsonNode readTree(Path file) throws IOException {
        return read(file, source -> JSON.readTree(source));
    }

    /** Writes a record, atomically. */
    public static void write(Path file, Object content) throws IOException {
        AtomicFile.write(file, out -> JSON.writeValue(out, content));
    }

    private static <T> T read(Path file, Parser<T> parser) throws IOException {
        try {
            T content = parser.parse(file.toFile());
            requireComplete("the content", content);
            return content;
        } catch (FileNotFoundException e) {
            throw e; // it has the name
        } catch (JsonProcessingException e) {
            throw new IOException(file + " cannot be read: " + e.getOriginalMessage() + place(e), e);
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + ErrorText.of(e), e);
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : ", in line " + e.getLocation().getLineNr();
    }

    private static void requireComplete(String name, @Nullable Object value) throws IOException {
        if (value == null) {
            throw new IOException(name + " is missing");
        }
        if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                Object part = part(value, component);
                if (part != null || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    requireComplete(component.getName(), part);
                }
            }
        } else if (value instanceof List<?> list) {
            for (Object element : list) {
                requireComplete("an element of " + name, element);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                requireComplete(entry.getKey() + " of " + name, entry.getValue());
            }
        }
    }

    private static @Nullable Object part(Object owner, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true); // of a record that is not public
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessors give what the record holds", e);
        }
    }
}
