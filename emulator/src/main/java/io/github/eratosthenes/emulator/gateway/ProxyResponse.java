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

/**
 * Reads the parts that a proxy response has in both payload formats.
 *
 * <p>Source: AWS, "Output format of a Lambda function for proxy integration".
 */
final class ProxyResponse {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProxyResponse() {}

    static JsonNode parse(byte[] payload) throws MalformedResponseException {
        try {
            return JSON.readTree(payload);
        } catch (IOException e) {
            throw new MalformedResponseException("the answer is not JSON: " + e.getMessage());
        }
    }

    /**
     * Returns the HTTP answer for a response that has a {@code statusCode}.
     *
     * @param contentType the content type of a response that names none
     */
    static HttpAnswer toAnswer(JsonNode response, String contentType) throws MalformedResponseException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
            headers.put(header.getKey(), List.of(text(header)));
        }
        for (Map.Entry<String, JsonNode> header :
                response.path("multiValueHeaders").properties()) {
            List<String> values = new ArrayList<>();
            header.getValue().forEach(value -> values.add(value.asText()));
            headers.keySet().removeIf(header.getKey()::equalsIgnoreCase);
            headers.put(header.getKey(), values);
        }
        if (headers.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
            headers.put("Content-Type", List.of(contentType));
        }
        return new HttpAnswer(status(response), headers, body(response));
    }

    private static String text(Map.Entry<String, JsonNode> header) throws MalformedResponseException {
        if (!header.getValue().isValueNode()) {
            throw new MalformedResponseException("header " + header.getKey() + " is " + header.getValue());
        }
        return header.getValue().asText();
    }

    private static int status(JsonNode response) throws MalformedResponseException {
        int status = response.path("statusCode").asInt();
        if (status < 200 || status > 599) {
            throw new MalformedResponseException("statusCode is " + response.path("statusCode") + ", not 200 to 599");
        }
        return status;
    }

    private static byte[] body(JsonNode response) throws MalformedResponseException {
        JsonNode body = response.path("body");
        if (!body.isTextual() && !body.isNull() && !body.isMissingNode()) {
            throw new MalformedResponseException("body is of type " + body.getNodeType() + ", not a string");
        }
        String text = body.isTextual() ? body.asText() : "";
        if (!response.path("isBase64Encoded").asBoolean()) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedResponseException("body is not base64: " + e.getMessage());
        }
    }
}
