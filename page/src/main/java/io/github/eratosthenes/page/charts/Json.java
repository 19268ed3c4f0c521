package io.github.eratosthenes.page.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A JSON object that is built key by key. A key that is put twice keeps its place and gets the new value. */
final class Json {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** More digits than a reader can see in a chart, and fewer than a double has. */
    private static final MathContext DIGITS = new MathContext(7);

    private final ObjectNode node = JSON.createObjectNode();

    private Json() {}

    /** Returns a new object without keys. */
    static Json object() {
        return new Json();
    }

    /** Returns the name of a function, which the shared script replaces by the function. */
    static Json function(String name) {
        return object().put("$", name);
    }

    /**
     * Adds a key.
     *
     * @param value text, a number, a truth value, an object, or a list of these; a number that is not finite becomes null
     * @return this
     */
    Json put(String key, Object value) {
        node.set(key, node(value));
        return this;
    }

    /** Returns the finished object. */
    ObjectNode node() {
        return node;
    }

    private static JsonNode node(@Nullable Object value) {
        if (value instanceof Json object) {
            return object.node;
        }
        if (value instanceof Collection<?> list) {
            ArrayNode array = JSON.createArrayNode();
            list.forEach(item -> array.add(node(item)));
            return array;
        }
        if (value instanceof Double number) {
            return Double.isFinite(number)
                    ? JSON.getNodeFactory()
                            .numberNode(BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros())
                    : JSON.nullNode();
        }
        return JSON.valueToTree(value);
    }
}
