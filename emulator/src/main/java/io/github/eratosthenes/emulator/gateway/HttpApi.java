package io.github.eratosthenes.emulator.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.emulator.log.Verdict;
import java.time.Duration;

/**
 * An HTTP API with Lambda proxy integration, whose payload format is 2.0.
 *
 * <p>Source: AWS, "Create AWS Lambda proxy integrations for HTTP APIs in API Gateway".
 *
 * @param integrationTimeout the longest that the gateway waits for a function
 * @param methods the methods that every path has
 */
public record HttpApi(Duration integrationTimeout, Methods methods) implements Api {
    /** AWS's default and maximum, which no quota raises. Source: AWS, "Quotas for HTTP APIs". */
    public static final Duration INTEGRATION_TIMEOUT = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String requestIdHeader() {
        return "apigw-requestid";
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
    public ObjectNode event(HttpCall call, String function) {
        String method = methods.isAny() ? Methods.ANY : call.method();
        return PayloadV2.event(call, method + " /" + function, call.path(), STAGE);
    }

    @Override
    public HttpAnswer answer(byte[] payload) throws MalformedResponseException {
        return PayloadV2.answer(payload);
    }

    @Override
    public HttpAnswer failure(Verdict verdict) {
        return switch (verdict) {
            case GATEWAY_TIMEOUT, THROTTLED -> HttpAnswer.json(503, "{\"message\":\"Service Unavailable\"}");
            case REQUEST_TOO_LARGE -> HttpAnswer.json(413, "{\"message\":\"Request Entity Too Large\"}");
            default -> HttpAnswer.json(500, "{\"message\":\"Internal Server Error\"}");
        };
    }

    @Override
    public HttpAnswer refusal(int status, String message) {
        return HttpAnswer.json(status, "{\"message\":\"" + message + "\"}");
    }

    @Override
    public HttpAnswer unknownPath() {
        return HttpAnswer.json(404, "{\"message\":\"Not Found\"}");
    }
}
