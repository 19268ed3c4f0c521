package io.github.eratosthenes.notebooks.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Makes JSON of option trees. */
final class Json {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** More digits than anyone can see, and fewer than a double prints. */
    private static final MathContext DIGITS = new MathContext(7);

    private Json() {}

    /** Returns an object of keys and values by turns. */
    static ObjectNode object(Object... keysAndValues) {
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.set((String) keysAndValues[i], node(keysAndValues[i + 1]));
        }
        return object;
    }

    /** Returns a list. */
    static ArrayNode array(Object... values) {
        ArrayNode array = JSON.createArrayNode();
        for (Object value : values) {
            array.add(node(value));
        }
        return array;
    }

    /** Returns the name of a function of the shared script. */
    static ObjectNode function(String name) {
        return object("$", name);
    }

    private static JsonNode node(@Nullable Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number)
                    ? JSON.getNodeFactory()
                            .numberNode(BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros())
                    : JSON.nullNode();
        }
        return JSON.valueToTree(value);
    }
}
