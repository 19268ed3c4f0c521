package io.github.eratosthenes.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query out of an event, and refuses an event whose query it may misunderstand: a wrong answer is worse than
 * none.
 *
 * <p>Payload v1 (REST API) and v2 (HTTP API, function URL) carry the query in {@code queryStringParameters}, with string
 * values; a test event typed into the console may have numbers instead. A load balancer's target group with multi-value
 * headers sends only {@code multiValueQueryStringParameters}, and no load balancer decodes what is percent-encoded. A null
 * counts as absent.
 *
 * <p>The parser is used without data binding, most of whose classes a 128 MB function would load for nothing.
 *
 * <p>Source: AWS, "Lambda functions as targets for Application Load Balancers", for the last two.
 */
final class QueryParameters {

    private final Map<String, String> single = new LinkedHashMap<>();
    private final Map<String, String> multiple = new LinkedHashMap<>();
    private String raw = "";
    private boolean encoded;

    private QueryParameters() {}

    /**
     * Returns the parameters in their order.
     *
     * @throws IOException if the event is not JSON or more than one value, or nested deeper than 1,000 levels, or with a number
     *     longer than 1,000 digits or a name longer than 50,000 characters where a parameter may be
     * @throws BadRequestException if the event is no object, has parameters where they do not belong or in a form that is not
     *     known, or has one of them twice
     */
    static Map<String, String> read(JsonFactory json, InputStream event) throws IOException, BadRequestException {
        QueryParameters parameters = new QueryParameters();
        try (JsonParser parser = json.createParser(event)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                String found = first == null ? "nothing" : kind(first);
                throw new BadRequestException("event", found, "an event of API Gateway, which is a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                parameters.readField(parser.currentName(), parser.nextToken(), parser);
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "there is more after the event");
            }
        }
        return parameters.merged();
    }

    private void readField(String name, JsonToken value, JsonParser parser) throws IOException, BadRequestException {
        switch (name) {
            case "queryStringParameters" -> {
                if (isObject(name, value, parser)) {
                    readSingle(parser);
                }
            }
            case "multiValueQueryStringParameters" -> {
                if (isObject(name, value, parser)) {
                    readMultiple(parser);
                }
            }
            case "requestContext" -> {
                if (value == JsonToken.START_OBJECT) {
                    readContext(parser);
                } else {
                    parser.skipChildren();
                }
            }
            case "rawQueryString" -> raw = text(value, parser, "");
            case "body" -> {
                if (!text(value, parser, "").isBlank()) {
                    throw new BadRequestException(name, parser.getText(), "none; parameters belong to the query");
                }
            }
            default -> {
                if (SieveRequest.PARAMETERS.contains(name)) {
                    throw new BadRequestException(
                            "event", name, "parameters inside queryStringParameters, not beside it");
                }
                parser.skipChildren();
            }
        }
    }

    private static boolean isObject(String name, JsonToken value, JsonParser parser)
            throws IOException, BadRequestException {
        if (value == JsonToken.START_OBJECT || value == JsonToken.VALUE_NULL) {
            return value == JsonToken.START_OBJECT;
        }
        throw new BadRequestException(name, text(value, parser, ""), "an object or null");
    }

    private void readSingle(JsonParser parser) throws IOException, BadRequestException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value != JsonToken.VALUE_NULL) {
                putOnce(single, name, text(value, parser, ""));
            }
        }
    }

    private void readMultiple(JsonParser parser) throws IOException, BadRequestException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY) {
                readValues(name, parser);
            } else if (value != JsonToken.VALUE_NULL) {
                throw new BadRequestException(name, text(value, parser, ""), "a list with one value");
            }
        }
    }

    private void readValues(String name, JsonParser parser) throws IOException, BadRequestException {
        @Nullable String found = null;
        for (JsonToken value = parser.nextToken(); value != JsonToken.END_ARRAY; value = parser.nextToken()) {
            String text = text(value, parser, "null");
            if (found != null) {
                throw new BadRequestException(name, found + "," + text, "one value");
            }
            found = text;
        }
        if (found == null) {
            throw new BadRequestException(name, "[]", "a list with one value");
        }
        putOnce(multiple, name, found);
    }

    /** Puts a parameter. JSON allows a name twice, and most readers silently take the last. */
    private static void putOnce(Map<String, String> parameters, String name, String value) throws BadRequestException {
        String before = parameters.put(name, value);
        if (before != null) {
            throw new BadRequestException(name, before + "," + value, "one value");
        }
    }

    private void readContext(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            encoded |= parser.currentName().equals("elb");
            parser.nextToken();
            parser.skipChildren();
        }
    }

    /** Returns a scalar as text, and of anything else only what it is. */
    private static String text(JsonToken value, JsonParser parser, String ofNull) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return ofNull;
        }
        if (value.isStructStart()) {
            parser.skipChildren();
            return kind(value);
        }
        return parser.getText();
    }

    private static String kind(JsonToken value) {
        return switch (value) {
            case START_OBJECT -> "{…}";
            case START_ARRAY -> "[…]";
            default -> value.isScalarValue() ? "a " + (value.isNumeric() ? "number" : "text") : value.name();
        };
    }

    private Map<String, String> merged() throws BadRequestException {
        Map<String, String> merged = new LinkedHashMap<>(single);
        for (Map.Entry<String, String> parameter : multiple.entrySet()) {
            String other = merged.put(parameter.getKey(), parameter.getValue());
            if (other != null && !other.equals(parameter.getValue())) {
                throw new BadRequestException(parameter.getKey(), other + "," + parameter.getValue(), "one value");
            }
        }
        if (merged.isEmpty() && !raw.isBlank()) {
            throw new BadRequestException("rawQueryString", raw, "with queryStringParameters only");
        }
        return encoded ? decoded(merged) : merged;
    }

    private static Map<String, String> decoded(Map<String, String> parameters) throws BadRequestException {
        Map<String, String> decoded = new LinkedHashMap<>();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            try {
                decoded.put(
                        URLDecoder.decode(parameter.getKey(), StandardCharsets.UTF_8),
                        URLDecoder.decode(parameter.getValue(), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new BadRequestException(parameter.getKey(), parameter.getValue(), "well-formed percent encoding");
            }
        }
        return decoded;
    }
}
