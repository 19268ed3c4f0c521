package io.github.eratosthenes.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the query of an API Gateway event and nothing else of it.
 *
 * <p>Payload v1 (REST API) and v2 (HTTP API) both carry it in {@code queryStringParameters}, with string values. A test
 * event typed into the console may have numbers instead. What is null, or no object, is as good as absent.
 *
 * <p>The parser is used without data binding, most of whose classes a 128 MB function would load for nothing.
 */
final class QueryParameters {

    private static final String FIELD = "queryStringParameters";

    private QueryParameters() {}

    /**
     * Returns the parameters in their order.
     *
     * @throws IOException if the event is not JSON as far as the query, or nested deeper than 1,000 levels, or with a number
     *     longer than 1,000 digits or a name longer than 50,000 characters there
     */
    static Map<String, String> read(JsonFactory json, InputStream event) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        try (JsonParser parser = json.createParser(event)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean query = parser.currentName().equals(FIELD);
                    if (parser.nextToken() == JsonToken.START_OBJECT && query) {
                        readInto(parameters, parser);
                        break;
                    }
                    parser.skipChildren();
                }
            }
        }
        return parameters;
    }

    private static void readInto(Map<String, String> parameters, JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                parser.skipChildren();
                parameters.put(name, value == JsonToken.START_OBJECT ? "{…}" : "[…]");
            } else if (value != JsonToken.VALUE_NULL) {
                parameters.put(name, parser.getText());
            }
        }
    }
}
