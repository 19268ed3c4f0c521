package io.github.eratosthenes.emulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Payload format 2.0, which HTTP APIs and function URLs share.
 *
 * <p>Values of a parameter or header that comes twice are joined by commas, header names are in lower case, cookies
 * have a list of their own, and what is absent is left out. An answer without a {@code statusCode} is the body itself.
 *
 * <p>Source: AWS, "Create AWS Lambda proxy integrations for HTTP APIs in API Gateway".
 */
final class PayloadV2 {
    private static final DateTimeFormatter REQUEST_TIME = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private PayloadV2() {}

    /**
     * Returns an event.
     *
     * @param route the route's key
     * @param path the path that the function sees
     * @param stage the stage's name
     */
    static ObjectNode event(HttpCall call, String route, String path, String stage) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "2.0").put("routeKey", route);
        event.put("rawPath", path).put("rawQueryString", call.rawQuery());
        putHeaders(event, call);
        if (!call.query().isEmpty()) {
            ObjectNode query = event.putObject("queryStringParameters");
            for (Fields.Field field : call.query()) {
                query.put(field.getName(), String.join(",", field.getValues()));
            }
        }
        putContext(event.putObject("requestContext"), call, route, path, stage);
        if (call.body().length > 0) {
            RequestBody.put(event, call.body(), isText(call.headers().get("Content-Type")));
        } else {
            event.put("isBase64Encoded", false);
        }
        return event;
    }

    private static boolean isText(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || List.of("application/json", "application/javascript", "application/xml")
                        .contains(type);
    }

    private static void putHeaders(ObjectNode event, HttpCall call) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        List<String> cookies = new ArrayList<>();
        for (HttpField field : call.headers()) {
            String value = String.valueOf(field.getValue());
            if (field.getName().equalsIgnoreCase("Cookie")) {
                cookies.addAll(List.of(value.split("; *", -1)));
            } else {
                headers.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(value);
            }
        }
        headers.put("x-amzn-trace-id", List.of(call.traceId()));
        headers.put("x-forwarded-for", List.of(call.forwardedFor()));
        headers.put("x-forwarded-proto", List.of("http"));
        if (!cookies.isEmpty()) {
            ArrayNode list = event.putArray("cookies");
            cookies.forEach(list::add);
        }
        ObjectNode joined = event.putObject("headers");
        headers.forEach((name, values) -> joined.put(name, String.join(",", values)));
    }

    private static void putContext(ObjectNode context, HttpCall call, String route, String path, String stage) {
        context.put("accountId", "123456789012").put("apiId", "local").put("stage", stage);
        context.put("domainName", call.host()).put("domainPrefix", "local");
        context.putObject("http")
                .put("method", call.method())
                .put("path", path)
                .put("protocol", call.protocol())
                .put("sourceIp", call.sourceIp())
                .put("userAgent", call.headers().get("User-Agent"));
        context.put("requestId", call.requestId()).put("routeKey", route);
        context.put("time", REQUEST_TIME.format(Instant.ofEpochMilli(call.receivedMillis())));
        context.put("timeEpoch", call.receivedMillis());
    }

    /**
     * Returns the answer that the client gets.
     *
     * @throws MalformedResponseException if {@code payload} is no JSON, or its parts are not of their types
     */
    static HttpAnswer answer(byte[] payload) throws MalformedResponseException {
        JsonNode response = ProxyResponse.parse(payload);
        if (!response.has("statusCode")) {
            String body = response.isTextual() ? response.asText() : new String(payload, StandardCharsets.UTF_8);
            return HttpAnswer.json(200, body);
        }
        HttpAnswer answer = ProxyResponse.toAnswer(response, "text/plain; charset=utf-8");
        List<String> cookies = new ArrayList<>();
        response.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        if (!cookies.isEmpty()) {
            answer.headers().put("Set-Cookie", cookies);
        }
        return answer;
    }
}
