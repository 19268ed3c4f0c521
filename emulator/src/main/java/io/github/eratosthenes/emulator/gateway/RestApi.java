package io.github.eratosthenes.emulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.emulator.log.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.util.Fields;

/**
 * A REST API with Lambda proxy integration: payload format 1.0.
 *
 * <p>If a parameter or header comes twice, the single-value map has the last value and the multi-value map has all values.
 * Departure: a body that is not UTF-8 goes to the function in base64, and a base64 answer comes back as bytes, as if the
 * API's binary media types listed it.
 *
 * <p>Source: AWS, "Lambda proxy integrations in API Gateway" and "Gateway response types".
 *
 * @param integrationTimeout the longest that the gateway waits for a function
 * @param methods the methods that every path has
 */
public record RestApi(Duration integrationTimeout, Methods methods) implements Api {
    /** AWS's default, and its most unless the account's quota for Regional APIs is raised. */
    public static final Duration INTEGRATION_TIMEOUT = Duration.ofSeconds(29);

    private static final String TRACE_ID = "X-Amzn-Trace-Id";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    /** The headers that the gateway sets itself, whatever the client has sent by these names. */
    private static final List<String> OWN_HEADERS = List.of(TRACE_ID, HttpCall.FORWARDED_FOR, FORWARDED_PROTO);

    private static final DateTimeFormatter REQUEST_TIME = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Override
    public String name() {
        return "rest";
    }

    @Override
    public boolean takesPathsBelow() {
        return false;
    }

    @Override
    public boolean takes(String method) {
        return methods.contain(method);
    }

    @Override
    public String requestIdHeader() {
        return "x-amzn-RequestId";
    }

    @Override
    public ObjectNode event(HttpCall call, String function) {
        String path = "/" + function;
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("resource", path).put("path", path).put("httpMethod", call.method());
        putHeaders(event, call);
        putQuery(event, call);
        event.putNull("pathParameters").putNull("stageVariables");
        putContext(event.putObject("requestContext"), call, path);
        if (call.body().length == 0) {
            event.putNull("body").put("isBase64Encoded", false);
        } else {
            RequestBody.put(event, call.body(), true);
        }
        return event;
    }

    private static void putHeaders(ObjectNode event, HttpCall call) {
        ObjectNode last = event.putObject("headers");
        ObjectNode all = event.putObject("multiValueHeaders");
        for (HttpField field : call.headers()) {
            if (OWN_HEADERS.stream().noneMatch(field::is)) {
                putHeader(last, all, field.getName(), String.valueOf(field.getValue()));
            }
        }
        putHeader(last, all, TRACE_ID, call.traceId());
        putHeader(last, all, HttpCall.FORWARDED_FOR, call.forwardedFor());
        putHeader(last, all, FORWARDED_PROTO, "http");
    }

    private static void putHeader(ObjectNode last, ObjectNode all, String name, String value) {
        last.put(name, value);
        all.withArrayProperty(name).add(value);
    }

    private static void putQuery(ObjectNode event, HttpCall call) {
        if (call.query().isEmpty()) {
            event.putNull("queryStringParameters").putNull("multiValueQueryStringParameters");
            return;
        }
        ObjectNode last = event.putObject("queryStringParameters");
        ObjectNode all = event.putObject("multiValueQueryStringParameters");
        for (Fields.Field field : call.query()) {
            field.getValues().forEach(value -> putHeader(last, all, field.getName(), value));
        }
    }

    private static void putContext(ObjectNode context, HttpCall call, String path) {
        context.put("accountId", "123456789012").put("apiId", "local").put("stage", STAGE);
        context.put("resourceId", "local").put("resourcePath", path);
        context.put("path", call.path()).put("httpMethod", call.method()).put("protocol", call.protocol());
        context.put("requestId", call.requestId()).put("extendedRequestId", call.requestId());
        context.put("requestTime", REQUEST_TIME.format(Instant.ofEpochMilli(call.receivedMillis())));
        context.put("requestTimeEpoch", call.receivedMillis());
        context.put("domainName", call.host()).put("domainPrefix", "local");
        context.putObject("identity")
                .put("sourceIp", call.sourceIp())
                .put("userAgent", call.headers().get("User-Agent"));
    }

    @Override
    public HttpAnswer answer(byte[] payload) throws MalformedResponseException {
        JsonNode response = ProxyResponse.parse(payload);
        if (!response.isObject()) {
            throw new MalformedResponseException("the answer is of type " + response.getNodeType() + ", not an object");
        }
        ProxyResponse.requireStrict(response);
        return ProxyResponse.toAnswer(response, "application/json");
    }

    @Override
    public HttpAnswer failure(Verdict verdict) {
        return switch (verdict) {
            case GATEWAY_TIMEOUT -> HttpAnswer.json(504, "{\"message\": \"Endpoint request timed out\"}");
            case REQUEST_TOO_LARGE -> HttpAnswer.json(413, "{\"message\": \"Request Too Long\"}");
            case THROTTLED -> HttpAnswer.json(500, "{\"message\": \"Internal server error\"}");
            default -> HttpAnswer.json(502, "{\"message\": \"Internal server error\"}");
        };
    }

    @Override
    public HttpAnswer refusal(int status, String message) {
        return HttpAnswer.json(status, "{\"message\": \"" + message + "\"}");
    }

    @Override
    public HttpAnswer unknownPath() {
        return HttpAnswer.json(403, "{\"message\": \"Missing Authentication Token\"}");
    }
}
