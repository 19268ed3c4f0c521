package io.github.eratosthenes.emulator.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.eratosthenes.emulator.http.Servers;
import io.github.eratosthenes.emulator.log.Verdict;
import io.github.eratosthenes.emulator.runtime.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * The HTTP API through which a runtime fetches events and posts answers.
 *
 * <p>One port serves every process; the processes are told apart by a first path segment, which is a part of the address
 * that each is given. A request for an event holds no thread while it waits. A runtime that asks for an event while it has
 * one is refused, as Lambda refuses it: an instance works on one event at a time.
 *
 * <p>Source: AWS, "Using the Lambda runtime API", version 2018-06-01.
 */
public final class RuntimeApi extends Handler.Abstract implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String VERSION = "2018-06-01";
    private static final String OUT_OF_MEMORY = "java.lang.OutOfMemoryError";

    /** Room for an error's stack trace, which the client sends in a header too. */
    private static final int HEADER_BYTES = 2 << 20;

    private static final byte[] ACCEPTED = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TOO_LARGE =
            "{\"errorMessage\":\"Exceeded maximum allowed payload size\",\"errorType\":\"RequestEntityTooLarge\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private static final byte[] BUSY =
            "{\"errorMessage\":\"The runtime has an event already\",\"errorType\":\"InvalidStateTransition\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, RuntimeProcess> processes = new ConcurrentHashMap<>();
    private final Server server;
    private final ServerConnector connector;

    /** Starts to listen on a free port of the loopback interface. */
    public RuntimeApi() {
        server = Servers.create("runtime-api");
        connector = Servers.listen(server, LOOPBACK, 0, HEADER_BYTES);
        connector.setIdleTimeout(0); // a frozen runtime's connection waits as long as it takes
        server.setHandler(this);
    }

    /** Begins to serve. */
    public void serve() {
        Servers.start(server);
    }

    /** Returns the value of {@code AWS_LAMBDA_RUNTIME_API} for a process. */
    String addressFor(String process) {
        return LOOPBACK + ":" + connector.getLocalPort() + "/" + process;
    }

    /** Serves a process from now on. */
    void register(RuntimeProcess process) {
        processes.put(process.name(), process);
    }

    /** Serves a process no longer. */
    void unregister(RuntimeProcess process) {
        processes.remove(process.name());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // "", process, version, "runtime", "invocation" | "init" | "restore", "next" | id | "error", operation
        String[] path = Request.getPathInContext(request).split("/", -1);
        RuntimeProcess process = path.length > 5 && path[2].equals(VERSION) ? processes.get(path[1]) : null;
        if (process == null) {
            Response.writeError(request, response, callback, 404);
            return true;
        }
        String last = path[path.length - 1];
        if (path[4].equals("restore")) {
            answer(response, callback, 200, ACCEPTED); // the snapshot is restored as soon as it is taken
        } else if (path[4].equals("init")) {
            Servers.body(request, Limits.RESPONSE_BYTES);
            process.failInit(errorType(request));
            answer(response, callback, 202, ACCEPTED); // the runtime ends itself next
        } else if (last.equals("next")) {
            next(process, response, callback);
        } else if (last.equals("response")) {
            respond(process, path[5], request, response, callback);
        } else {
            fail(process, path[5], request, response, callback);
        }
        return true;
    }

    private static void next(RuntimeProcess process, Response response, Callback callback) {
        Optional<CompletableFuture<Run>> next = process.owner().next(process);
        if (next.isEmpty()) {
            answer(response, callback, 403, BUSY);
            return;
        }
        var unused = next.get().whenComplete((run, ended) -> {
            if (ended != null) {
                callback.failed(ended);
                return;
            }
            response.getHeaders()
                    .put("Lambda-Runtime-Aws-Request-Id", run.invocation().requestId())
                    .put("Lambda-Runtime-Deadline-Ms", Long.toString(run.deadlineMillis()))
                    .put(
                            "Lambda-Runtime-Invoked-Function-Arn",
                            process.owner().function().arn())
                    .put("Lambda-Runtime-Trace-Id", run.invocation().traceId());
            answer(response, callback, 200, run.invocation().event());
        });
    }

    private static void respond(
            RuntimeProcess process, String requestId, Request request, Response response, Callback callback)
            throws IOException {
        byte[] payload = Servers.body(request, Limits.RESPONSE_BYTES);
        boolean fits = payload.length <= Limits.RESPONSE_BYTES;
        InvocationResult result =
                fits ? InvocationResult.success(payload) : InvocationResult.failure(Verdict.RESPONSE_TOO_LARGE);
        boolean known = process.owner().responded(process, requestId, result);
        answer(response, callback, known ? fits ? 202 : 413 : 400, fits ? ACCEPTED : TOO_LARGE);
    }

    private void fail(RuntimeProcess process, String requestId, Request request, Response response, Callback callback)
            throws IOException {
        byte[] payload = Servers.body(request, Limits.RESPONSE_BYTES);
        Verdict verdict = errorType(payload).equals(OUT_OF_MEMORY) ? Verdict.HEAP_OOM : Verdict.FUNCTION_ERROR;
        boolean known = process.owner().responded(process, requestId, InvocationResult.failure(verdict));
        answer(response, callback, known ? 202 : 400, ACCEPTED);
    }

    private String errorType(byte[] error) throws IOException {
        try {
            return json.readTree(error).path("errorType").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    /** Returns the kind of error in the request's header, less what could pass for more of the log's line. */
    private static String errorType(Request request) {
        String type = request.getHeaders().get("Lambda-Runtime-Function-Error-Type");
        return type == null || type.isBlank() ? "Runtime.Unknown" : type.replaceAll("[^A-Za-z0-9._$-]", "?");
    }

    private static void answer(Response response, Callback callback, int status, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    @Override
    public void close() {
        Servers.stop(server);
    }
}
