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
 * Reads and writes JSON files that hold a record. Every fault of a file becomes an {@link IOException} that names the file.
 *
 * <p>Each component of a record must be in the file unless it is {@link Nullable}, at every depth, and the file may hold
 * nothing that is not a component.
 */
public final class JsonFile {

    /** Far more than any result has. Without a bound, a file that is no result could fill the heap. */
    static final long MOST_BYTES = 64L << 20;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MOST_BYTES)
                            .build())
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonFile() {}

    /** Reads a file into an object. */
    private interface Parser<T> {
        T parse(File source) throws IOException;
    }

    /**
     * Reads a record.
     *
     * @throws IOException if the file cannot be read, or does not hold exactly one such record, complete, as JSON
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        return read(file, source -> JSON.readValue(source, type));
    }

    /** Reads a list of records in the same way. */
    static <T> List<T> readList(Path file, TypeReference<List<T>> type) throws IOException {
        return read(file, source -> JSON.readValue(source, type));
    }

    /**
     * Reads JSON of any kind.
     *
     * @throws IOException if the file cannot be read, or holds anything but one JSON value
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
