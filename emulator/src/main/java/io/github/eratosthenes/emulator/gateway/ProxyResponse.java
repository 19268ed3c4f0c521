package io.github.eratosthenes.emulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the parts that a proxy response has in both payload formats.
 *
 * <p>Source: AWS, "Output format of a Lambda function for proxy integration".
 */
final class ProxyResponse {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a REST API takes, and nothing else. Source: aws/aws-sam-cli#522 and #1154, where real answers are compared. */
    private static final Set<String> STRICT_KEYS =
            Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

    private ProxyResponse() {}

    static JsonNode parse(byte[] payload) throws MalformedResponseException {
        try {
            return JSON.readTree(payload);
        } catch (IOException e) {
            throw new MalformedResponseException("the answer is not JSON: " + e.getMessage());
        }
    }

    /** Refuses a key that a REST API does not know. */
    static void requireStrict(JsonNode response) throws MalformedResponseException {
        for (Map.Entry<String, JsonNode> field : response.properties()) {
            if (!STRICT_KEYS.contains(field.getKey())) {
                throw new MalformedResponseException("the key " + field.getKey() + " is not one of "
                        + STRICT_KEYS.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    /**
     * Returns the HTTP answer for a response that has a {@code statusCode}.
     *
     * @param contentType the content type of a response that names none
     */
    static HttpAnswer toAnswer(JsonNode response, String contentType) throws MalformedResponseException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> header : object(response, "headers").properties()) {
            headers.put(header.getKey(), List.of(text(header.getKey(), header.getValue())));
        }
        for (Map.Entry<String, JsonNode> header :
                object(response, "multiValueHeaders").properties()) {
            if (!header.getValue().isArray()) {
                throw new MalformedResponseException(
                        "multi-value header " + header.getKey() + " is " + header.getValue() + ", not a list");
            }
            List<String> values = new ArrayList<>();
            for (JsonNode value : header.getValue()) {
                values.add(text(header.getKey(), value));
            }
            headers.keySet().removeIf(header.getKey()::equalsIgnoreCase);
            headers.put(header.getKey(), values);
        }
        if (headers.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
            headers.put("Content-Type", List.of(contentType));
        }
        return new HttpAnswer(status(response), headers, body(response));
    }

    private static JsonNode object(JsonNode response, String key) throws MalformedResponseException {
        JsonNode value = response.path(key);
        if (!value.isObject() && !isAbsent(value)) {
            throw new MalformedResponseException(key + " is of type " + value.getNodeType() + ", not an object");
        }
        return value;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }

    private static String text(String header, JsonNode value) throws MalformedResponseException {
        if (!value.isTextual() && !value.isNumber() && !value.isBoolean()) {
            throw new MalformedResponseException("header " + header + " is " + value);
        }
        return value.asText();
    }

    /** Returns the status, a whole number or the digits of one. */
    private static int status(JsonNode response) throws MalformedResponseException {
        JsonNode code = response.path("statusCode");
        boolean whole =
                code.isIntegralNumber() || (code.isTextual() && code.asText().matches("[0-9]{3}"));
        int status = whole ? code.asInt() : 0;
        if (status < 200 || status > 599) {
            throw new MalformedResponseException("statusCode is " + code + ", not a whole number from 200 to 599");
        }
        return status;
    }

    private static byte[] body(JsonNode response) throws MalformedResponseException {
        JsonNode body = response.path("body");
        if (!body.isTextual() && !isAbsent(body)) {
            throw new MalformedResponseException("body is of type " + body.getNodeType() + ", not a string");
        }
        String text = body.isTextual() ? body.asText() : "";
        JsonNode encoded = response.path("isBase64Encoded");
        if (!encoded.isBoolean() && !isAbsent(encoded)) {
            throw new MalformedResponseException("isBase64Encoded is " + encoded + ", not true or false");
        }
        if (!encoded.asBoolean()) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedResponseException("body is not base64: " + e.getMessage());
        }
    }
}
