package io.github.eratosthenes.emulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A line of JSON for every call, for programs to read. */
final class InvocationLog implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final FunctionLog functionLog;
    private final ControlGroups groups;
    private final BufferedWriter out;

    /** Starts an empty log in {@code file}; what the gateway would say in its own log goes to {@code functionLog}. */
    InvocationLog(Path file, ControlGroups groups, FunctionLog functionLog) {
        this.groups = groups;
        this.functionLog = functionLog;
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log " + file, e);
        }
    }

    /** A line of API Gateway's execution log. */
    void problem(String text) {
        functionLog.line(text);
    }

    /**
     * Writes one call.
     *
     * @param verdict how it ended for the client
     * @param status the HTTP status that the client got
     * @param clientMillis what the client waited
     */
    synchronized void write(
            String requestId, Verdict verdict, int status, double clientMillis, InvocationReport report) {
        ObjectNode line = json.createObjectNode();
        line.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("requestId", requestId);
        line.put("function", report.function());
        line.put("memoryMb", report.memoryMb());
        line.put("instance", report.instance());
        line.put("verdict", verdict.name());
        line.put("functionVerdict", report.verdict().name());
        line.put("status", status);
        line.put("clientMillis", clientMillis);
        line.put("durationMillis", report.durationMillis());
        report.initMillis().ifPresent(millis -> line.put("initMillis", millis));
        line.put("billedMillis", report.billedMillis());
        line.put("maxMemoryMb", report.maxMemoryMb());
        line.put("memoryLimit", groups.memoryLimit());
        line.put("cpu", groups.cpu());
        try {
            out.write(json.writeValueAsString(line));
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
