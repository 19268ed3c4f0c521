package io.github.eratosthenes.emulator.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Lambda's platform events as objects, a line each. A function's own lines come as the runtime prints them: it is told of
 * the format, and makes objects of what the function gives to its logger.
 *
 * <p>Source: AWS, "Lambda Telemetry API Event schema reference"; which of the events are logged, AWS, "Log-level filtering".
 */
final class JsonLog implements FunctionLog {
    private final ObjectMapper json = new ObjectMapper();
    private final Consumer<String> out;

    JsonLog(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void line(String text) {
        out.accept(text);
    }

    @Override
    public void initStart(String runtime) {
        ObjectNode event = event("platform.initStart");
        record(event)
                .put("initializationType", "on-demand")
                .put("phase", "init")
                .put("runtimeVersion", RuntimeNames.version(runtime))
                .put("runtimeVersionArn", RuntimeNames.ARN)
                .put("functionVersion", "$LATEST");
        write(event);
    }

    @Override
    public void start(String requestId) {
        ObjectNode event = event("platform.start");
        record(event).put("requestId", requestId).put("version", "$LATEST");
        write(event);
    }

    @Override
    public void initFailed(boolean timeout, String errorType, double millis, boolean inInvoke) {
        ObjectNode event = event("platform.initReport");
        ObjectNode record = record(event)
                .put("initializationType", "on-demand")
                .put("phase", inInvoke ? "invoke" : "init")
                .put("status", timeout ? "timeout" : "error");
        if (!timeout) {
            record.put("errorType", errorType);
        }
        record.putObject("metrics").put("durationMs", rounded(millis));
        write(event);
    }

    @Override
    public void end(String requestId, InvocationReport report) {
        ObjectNode event = event("platform.report");
        ObjectNode record = record(event).put("requestId", requestId);
        ObjectNode metrics = record.putObject("metrics")
                .put("durationMs", rounded(report.durationMillis()))
                .put("billedDurationMs", report.billedMillis())
                .put("memorySizeMB", report.memoryMb())
                .put("maxMemoryUsedMB", report.maxMemoryMb());
        report.initMillis().ifPresent(millis -> metrics.put("initDurationMs", rounded(millis)));
        String status = FunctionLog.status(report.verdict());
        record.put("status", status == null ? "success" : status);
        if (report.errorType() != null) {
            record.put("errorType", report.errorType());
        }
        write(event);
    }

    private ObjectNode event(String type) {
        return json.createObjectNode()
                .put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("type", type);
    }

    private static ObjectNode record(ObjectNode event) {
        return event.putObject("record");
    }

    private static double rounded(double millis) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3f", millis));
    }

    private void write(ObjectNode event) {
        try {
            out.accept(json.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
