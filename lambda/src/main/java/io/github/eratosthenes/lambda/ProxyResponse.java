package io.github.eratosthenes.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The response of a Lambda proxy integration, which API Gateway turns into an HTTP response.
 *
 * <p>A REST API (payload v1) and an HTTP API (v2) take the same fields. The response is written field by field, because a
 * first call at 128 MB would spend most of its time on data binding.
 */
final class ProxyResponse {

    private ProxyResponse() {}

    /**
     * Returns a response with a JSON body that nobody may keep or take for anything else.
     *
     * @param status the HTTP status
     * @param body JSON text
     */
    static APIGatewayProxyResponseEvent of(int status, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body)
                .withIsBase64Encoded(false);
    }

    /** Writes a response that {@link #of} made as a JSON object. */
    static void write(APIGatewayProxyResponseEvent response, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("statusCode", response.getStatusCode());
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : response.getHeaders().entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
        json.writeStringField("body", response.getBody());
        json.writeBooleanField("isBase64Encoded", response.getIsBase64Encoded());
        json.writeEndObject();
    }
}
