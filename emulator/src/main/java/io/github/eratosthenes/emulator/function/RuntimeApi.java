package io.github.eratosthenes.emulator.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.eratosthenes.emulator.http.Servers;
import io.github.eratosthenes.emulator.log.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
 * <p>One port serves every instance; the instances are told apart by a first path segment, which is a part of the
 * address that each is given. A request for an event holds no thread while it waits.
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

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Instance> instances = new ConcurrentHashMap<>();
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

    /** Returns the value of {@code AWS_LAMBDA_RUNTIME_API} for an instance. */
    String addressFor(String instance) {
        return LOOPBACK + ":" + connector.getLocalPort() + "/" + instance;
    }

    void register(Instance instance) {
        instances.put(instance.name(), instance);
    }

    void unregister(Instance instance) {
        instances.remove(instance.name());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // "", instance, version, "runtime", "invocation" | "init" | "restore", "next" | id | "error", operation
        String[] path = Request.getPathInContext(request).split("/", -1);
        Instance instance = path.length > 5 && path[2].equals(VERSION) ? instances.get(path[1]) : null;
        if (instance == null) {
            Response.writeError(request, response, callback, 404);
            return true;
        }
        String last = path[path.length - 1];
        if (path[4].equals("restore")) {
            answer(response, callback, 200, ACCEPTED); // the snapshot is restored as soon as it is taken
        } else if (path[4].equals("init")) {
            Servers.body(request, Limits.RESPONSE_BYTES);
            answer(response, callback, 202, ACCEPTED); // the runtime ends itself next
        } else if (last.equals("next")) {
            next(instance, response, callback);
        } else if (last.equals("response")) {
            respond(instance, path[5], request, response, callback);
        } else {
            fail(instance, path[5], request, response, callback);
        }
        return true;
    }

    private static void next(Instance instance, Response response, Callback callback) {
        long timeoutMillis = instance.function().timeout().toMillis();
        var unused = instance.next().whenComplete((invocation, ended) -> {
            if (ended != null) {
                callback.failed(ended);
                return;
            }
            response.getHeaders()
                    .put("Lambda-Runtime-Aws-Request-Id", invocation.requestId())
                    .put("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + timeoutMillis))
                    .put(
                            "Lambda-Runtime-Invoked-Function-Arn",
                            instance.function().arn())
                    .put("Lambda-Runtime-Trace-Id", invocation.traceId());
            answer(response, callback, 200, invocation.event());
        });
    }

    private static void respond(
            Instance instance, String requestId, Request request, Response response, Callback callback)
            throws IOException {
        byte[] payload = Servers.body(request, Limits.RESPONSE_BYTES);
        boolean fits = payload.length <= Limits.RESPONSE_BYTES;
        InvocationResult result =
                fits ? InvocationResult.success(payload) : InvocationResult.failure(Verdict.RESPONSE_TOO_LARGE);
        boolean known = instance.responded(requestId, result);
        answer(response, callback, known ? fits ? 202 : 413 : 400, fits ? ACCEPTED : TOO_LARGE);
    }

    private void fail(Instance instance, String requestId, Request request, Response response, Callback callback)
            throws IOException {
        byte[] payload = Servers.body(request, Limits.RESPONSE_BYTES);
        Verdict verdict = errorType(payload).equals(OUT_OF_MEMORY) ? Verdict.HEAP_OOM : Verdict.FUNCTION_ERROR;
        boolean known = instance.responded(requestId, InvocationResult.failure(verdict));
        answer(response, callback, known ? 202 : 400, ACCEPTED);
    }

    private String errorType(byte[] error) throws IOException {
        try {
            return json.readTree(error).path("errorType").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
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
