package io.github.eratosthenes.harness.endpoint;

import io.github.eratosthenes.harness.endpoint.Reply.Jvm;
import io.github.eratosthenes.harness.endpoint.Reply.Trace;
import io.github.eratosthenes.results.files.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Asks each function for a little, to see that all are there and what they are. */
public final class Survey {

    /** The gateway's patience, in seconds: AWS's default for a REST API, and what is fixed for an HTTP API. */
    private static final double REST_SECONDS = 29;

    private static final double HTTP_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private Survey() {}

    /**
     * Returns what the functions are, judged by the smallest.
     *
     * @param reservedMegabytes what the functions' machines are known to keep for themselves
     * @throws IOException if one of them does not answer well
     */
    public static Endpoint of(EndpointClient client, Functions functions, String strategy, int reservedMegabytes)
            throws IOException {
        Reply first = null;
        for (URI address : functions.addresses().values()) {
            Reply reply = client.call(address, new Call(strategy, 1000, 1, true), PATIENCE);
            if (!reply.kind().isGood()) {
                // the tutorial's own function, and those like it, know no diag
                reply = client.call(address, Call.small(strategy), PATIENCE);
            }
            if (!reply.kind().isGood()) {
                throw new IOException(address + " does not answer: " + reply.kind() + ", " + reply.detail());
            }
            first = first == null ? reply : first;
        }
        if (first == null) {
            throw new IOException("there is no function in " + functions.template());
        }
        return endpoint(first, functions.template(), reservedMegabytes);
    }

    private static Endpoint endpoint(Reply reply, String template, int reservedMegabytes) {
        Trace trace = reply.trace();
        Jvm jvm = reply.answer() == null ? null : reply.answer().jvm();
        boolean emulator = trace.memoryLimit() != null;
        return new Endpoint(
                emulator ? Endpoint.EMULATOR : Endpoint.AWS,
                template,
                trace.api() == null ? "rest" : trace.api(),
                trace.memoryLimit() == null ? "lambda" : trace.memoryLimit(),
                trace.cpu() == null ? "lambda" : trace.cpu(),
                emulator ? reservedMegabytes : 0,
                jvm == null ? null : jvm.feature(),
                jvm == null ? null : jvm.tier());
    }

    /** Returns how long the endpoint's gateway waits for a function. */
    public static double limitSeconds(Endpoint endpoint) {
        return endpoint.api().equals("http") ? HTTP_SECONDS : REST_SECONDS;
    }
}
