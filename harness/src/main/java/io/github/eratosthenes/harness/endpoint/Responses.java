package io.github.eratosthenes.harness.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.eratosthenes.harness.endpoint.Reply.Answer;
import io.github.eratosthenes.harness.endpoint.Reply.Jvm;
import io.github.eratosthenes.harness.endpoint.Reply.Trace;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the meaning of a complete answer: from the emulator's verdict if there is one, otherwise from status and body. */
final class Responses {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int MOST_DETAIL = 200;

    private Responses() {}

    /**
     * Returns what an answer means.
     *
     * @param lateMillis a failure after so long may be the endpoint's timeout: an HTTP API answers 503 to a throttled call at
     *     once and to a slow one when time is up, and a function URL 502 to one that broke and to a slow one
     */
    static Reply reply(Call call, HttpResponse<byte[]> response, double millis, double lateMillis) {
        Trace trace = trace(response.headers(), response.uri().getHost());
        int status = response.statusCode();
        if (status == 200) {
            return success(call, response.body(), millis, trace);
        }
        ReplyKind kind = verdict(response.headers())
                .filter(verdict -> verdict != ReplyKind.OK)
                .orElseGet(() -> kind(status, trace.api(), millis >= lateMillis));
        return new Reply(kind, status, status + " " + text(response.body()), millis, null, trace);
    }

    private static Reply success(Call call, byte[] body, double millis, Trace trace) {
        Answer answer = answer(body);
        if (answer == null) {
            return new Reply(ReplyKind.GARBAGE, 200, "200 " + text(body), millis, null, trace);
        }
        boolean asked = answer.max() == call.max()
                && answer.loops() == call.loops()
                && (answer.strategy() == null || answer.strategy().equals(call.strategy()));
        return asked
                ? new Reply(ReplyKind.OK, 200, "", millis, answer, trace)
                : new Reply(ReplyKind.WRONG_ANSWER, 200, "asked " + call + ", got " + text(body), millis, null, trace);
    }

    private static @Nullable Answer answer(byte[] body) {
        JsonNode json = read(body);
        if (!json.path("durationSeconds").isNumber()
                || !json.path("max").isIntegralNumber()
                || !json.path("loops").isIntegralNumber()) {
            return null;
        }
        return new Answer(
                json.get("durationSeconds").doubleValue(),
                json.get("max").longValue(),
                json.get("loops").longValue(),
                json.path("strategy").textValue(),
                json.path("primes").isIntegralNumber() ? json.get("primes").longValue() : null,
                json.path("coldStart").isBoolean() ? json.get("coldStart").booleanValue() : null,
                json.path("diag").isObject() ? jvm(json.get("diag")) : null,
                json.path("instance").textValue());
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }

    private static Jvm jvm(JsonNode diag) {
        boolean c1 = false;
        for (JsonNode argument : diag.path("inputArguments")) {
            c1 |= argument.asText().equals("-XX:TieredStopAtLevel=1");
        }
        return new Jvm(
                diag.path("javaVersion").asText(),
                c1 ? "C1" : "C2",
                diag.path("architecture").textValue(),
                diag);
    }

    private static ReplyKind kind(int status, @Nullable String api, boolean late) {
        boolean http = "http".equals(api);
        boolean url = "url".equals(api);
        return switch (status) {
            case 400 -> ReplyKind.BAD_REQUEST;
            case 403, 404 -> ReplyKind.UNKNOWN_PATH;
            case 429 -> ReplyKind.THROTTLED;
            case 500 -> http || url ? ReplyKind.FUNCTION_FAILED : ReplyKind.THROTTLED;
            case 502 -> url && late ? ReplyKind.LAMBDA_TIMEOUT : ReplyKind.FUNCTION_FAILED;
            case 503 -> late ? ReplyKind.GATEWAY_TIMEOUT : ReplyKind.THROTTLED;
            case 504 -> ReplyKind.GATEWAY_TIMEOUT;
            default -> ReplyKind.UNEXPECTED_STATUS;
        };
    }

    private static Optional<ReplyKind> verdict(HttpHeaders headers) {
        return headers.firstValue("x-emulator-verdict")
                .flatMap(name -> Arrays.stream(ReplyKind.values())
                        .filter(kind -> kind.name().equals(name))
                        .findFirst());
    }

    private static Trace trace(HttpHeaders headers, @Nullable String host) {
        return new Trace(
                headers.firstValue("x-emulator-api").orElseGet(() -> api(headers, host)),
                headers.firstValue("x-emulator-request-id").orElse(null),
                headers.firstValue("x-emulator-memory-limit").orElse(null),
                headers.firstValue("x-emulator-cpu").orElse(null),
                (int) headers.firstValueAsLong("x-emulator-reserved-mb").orElse(0),
                headers.firstValue("x-emulator-calibration").orElse(null),
                number(headers, "x-emulator-cpu-ms"),
                number(headers, "x-emulator-cpu-share"));
    }

    /** Returns a header's number; null where there is none. */
    private static @Nullable Double number(HttpHeaders headers, String name) {
        try {
            return headers.firstValue(name).map(Double::valueOf).orElse(null);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String api(HttpHeaders headers, @Nullable String host) {
        if (host != null && host.contains(".lambda-url.")) {
            return "url";
        }
        return headers.firstValue("apigw-requestid").isPresent()
                ? "http"
                : headers.firstValue("x-amzn-requestid").isPresent() ? "rest" : null;
    }

    private static String text(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\\s]+", " ");
        return text.length() <= MOST_DETAIL ? text : text.substring(0, MOST_DETAIL) + "…";
    }
}
