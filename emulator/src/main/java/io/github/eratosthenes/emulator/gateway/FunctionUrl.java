package io.github.eratosthenes.emulator.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.emulator.log.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function URL: the function itself, without a gateway. Its events have payload format 2.0, it takes every method and
 * every path, and it waits as long as the function's own timeout lets the function run.
 *
 * <p>Departure: on AWS each function has a host name of its own; here the first segments of the path choose the function, and
 * {@code rawPath} is what follows them.
 *
 * <p>Sources: AWS, "Invoking Lambda function URLs"; the status and text of a failure, awsdocs/aws-lambda-developer-guide#430;
 * 429 for a throttled call, AWS, "Monitoring Lambda function URLs". The texts of 413 and 429 are not documented.
 */
public record FunctionUrl() implements Api {
    /** More than the longest timeout of a function, which is 900 s: the function's own timeout comes first. */
    private static final Duration LONGER_THAN_ANY_FUNCTION = Duration.ofMinutes(16);

    @Override
    public Duration integrationTimeout() {
        return LONGER_THAN_ANY_FUNCTION;
    }

    @Override
    public String name() {
        return "url";
    }

    @Override
    public String requestIdHeader() {
        return "x-amzn-RequestId";
    }

    @Override
    public boolean takesPathsBelow() {
        return true;
    }

    @Override
    public boolean takes(String method) {
        return true;
    }

    @Override
    public ObjectNode event(HttpCall call, String function) {
        return PayloadV2.event(call, "$default", call.pathBelow(), "$default");
    }

    @Override
    public HttpAnswer answer(byte[] payload) throws MalformedResponseException {
        return PayloadV2.answer(payload);
    }

    @Override
    public HttpAnswer failure(Verdict verdict) {
        return switch (verdict) {
            case THROTTLED -> text(429, "Too Many Requests");
            case REQUEST_TOO_LARGE -> text(413, "Request Entity Too Large");
            default -> text(502, "Internal Server Error");
        };
    }

    private static HttpAnswer text(int status, String body) {
        return new HttpAnswer(
                status, Map.of("Content-Type", List.of("text/plain")), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public HttpAnswer refusal(int status, String message) {
        return HttpAnswer.json(status, "{\"Message\":\"" + message + "\"}");
    }

    @Override
    public HttpAnswer unknownPath() {
        return HttpAnswer.json(403, "{\"Message\":\"Forbidden\"}");
    }
}
