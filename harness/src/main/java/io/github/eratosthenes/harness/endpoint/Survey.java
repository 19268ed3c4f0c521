package io.github.eratosthenes.harness.endpoint;

import io.github.eratosthenes.harness.endpoint.Reply.Jvm;
import io.github.eratosthenes.harness.endpoint.Reply.Trace;
import io.github.eratosthenes.results.files.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a small call to each function, to find out which functions exist and how they run. */
public final class Survey {

    /** The gateway's patience, in seconds: AWS's default for a REST API, and what is fixed for an HTTP API. */
    private static final double REST_SECONDS = 29;

    private static final double HTTP_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private Survey() {}

    /**
     * What was found.
     *
     * @param endpoint what the functions are, judged by the smallest that answers
     * @param architecture the processor they run on; null where they do not tell
     * @param silent the functions that do not answer well, by memory size, and why
     */
    public record Found(Endpoint endpoint, @Nullable String architecture, SortedMap<Integer, String> silent) {}

    /**
     * Asks all functions.
     *
     * @throws IOException if none of them answers well; the message says why
     */
    public static Found of(EndpointClient client, Functions functions, String strategy) throws IOException {
        Reply first = null;
        SortedMap<Integer, String> silent = new TreeMap<>();
        for (Map.Entry<Integer, URI> function : functions.addresses().entrySet()) {
            Reply reply = client.call(function.getValue(), new Call(strategy, 1000, 1, true), PATIENCE);
            if (!reply.kind().isGood() && reply.status() != 0) {
                // the tutorial's own function, and those like it, know no diag
                reply = client.call(function.getValue(), Call.small(strategy), PATIENCE);
            }
            if (!reply.kind().isGood()) {
                silent.put(
                        function.getKey(),
                        function.getValue() + " does not answer: " + reply.kind() + ", " + reply.detail());
            } else {
                first = first == null ? reply : first;
            }
        }
        if (first == null) {
            throw new IOException(
                    silent.isEmpty()
                            ? "there is no function in " + functions.template()
                            : silent.get(silent.firstKey()));
        }
        Jvm jvm = first.answer() == null ? null : first.answer().jvm();
        return new Found(endpoint(first, functions.template()), jvm == null ? null : jvm.architecture(), silent);
    }

    private static Endpoint endpoint(Reply reply, String template) {
        Trace trace = reply.trace();
        Jvm jvm = reply.answer() == null ? null : reply.answer().jvm();
        boolean emulator = trace.memoryLimit() != null;
        return new Endpoint(
                emulator ? Endpoint.EMULATOR : Endpoint.AWS,
                template,
                trace.api() == null ? "rest" : trace.api(),
                trace.memoryLimit() == null ? "lambda" : trace.memoryLimit(),
                trace.cpu() == null ? "lambda" : trace.cpu(),
                trace.reservedMegabytes(),
                jvm == null ? null : jvm.feature(),
                jvm == null ? null : jvm.tier(),
                trace.calibration());
    }

    /** Returns how long an endpoint waits for a function where nobody says otherwise. */
    public static double limitSeconds(Endpoint endpoint) {
        return switch (endpoint.api()) {
            case "http" -> HTTP_SECONDS;
            case "url" -> LocalEndpoint.FUNCTION_TIMEOUT_SECONDS;
            default -> REST_SECONDS;
        };
    }
}
