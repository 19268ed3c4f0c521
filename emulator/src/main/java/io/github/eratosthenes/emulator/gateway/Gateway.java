package io.github.eratosthenes.emulator.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.eratosthenes.emulator.cgroup.Cgroups;
import io.github.eratosthenes.emulator.function.Invocation;
import io.github.eratosthenes.emulator.function.InvocationResult;
import io.github.eratosthenes.emulator.function.LambdaFunction;
import io.github.eratosthenes.emulator.http.Servers;
import io.github.eratosthenes.emulator.log.InvocationLog;
import io.github.eratosthenes.emulator.log.InvocationReport;
import io.github.eratosthenes.emulator.log.Verdict;
import io.github.eratosthenes.emulator.runtime.Limits;
import io.github.eratosthenes.emulator.runtime.Machine;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * API Gateway: one path for each function below the stage.
 *
 * <p>In addition to AWS's headers, every answer to a call of a function has the headers {@code x-emulator-api},
 * {@code x-emulator-verdict},
 * {@code x-emulator-request-id}, {@code x-emulator-memory-limit}, {@code x-emulator-cpu}, {@code
 * x-emulator-reserved-mb} and, after a calibration, {@code x-emulator-calibration}. Where a cgroup limits the processor, there
 * are {@code x-emulator-cpu-share}, the part of a processor that the function has, and {@code x-emulator-cpu-ms}, the processor
 * time that the call has taken until the answer. No request holds a thread
 * while it comes or while its function runs.
 */
public final class Gateway extends Handler.Abstract implements AutoCloseable {
    /** The longest request line and headers together. Source: AWS, "Quotas for configuring and running a REST API". */
    private static final int HEADER_BYTES = 10_240;

    private final Api api;
    private final Machine machine;
    private final Map<String, LambdaFunction> functions;
    private final Cgroups groups;
    private final InvocationLog log;
    private final Uploads uploads;
    private final ObjectMapper json = new ObjectMapper();
    private final Server server = Servers.create("gateway");
    private final ServerConnector connector;

    /**
     * Binds the address; nothing is served yet.
     *
     * @param machine the machine that the emulator imitates; its network time is added to each call
     * @param functions the functions by their paths below the stage
     * @throws java.io.UncheckedIOException if the address cannot be had
     */
    public Gateway(
            String host,
            int port,
            Api api,
            Machine machine,
            Map<String, LambdaFunction> functions,
            Cgroups groups,
            InvocationLog log,
            Uploads uploads) {
        this.api = api;
        this.machine = machine;
        this.functions = Map.copyOf(functions);
        this.groups = groups;
        this.log = log;
        this.uploads = uploads;
        this.connector = Servers.listen(server, host, port, HEADER_BYTES);
        connector.setIdleTimeout(2 * api.integrationTimeout().toMillis() + 30_000); // longer than any wait
        server.setHandler(this);
        server.setErrorHandler(this::error);
    }

    /** Begins to serve. */
    public void serve() {
        Servers.start(server);
    }

    /** Returns the port. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String requestId = UUID.randomUUID().toString();
        response.getHeaders().put(api.requestIdHeader(), requestId);
        String path = path(Request.getPathInContext(request));
        LambdaFunction function = functions.get(path);
        if (function == null || !api.takes(request.getMethod())) {
            send(api.unknownPath(), response, callback);
            return true;
        }
        OptionalInt room = uploads.enter(request);
        if (room.isEmpty()) {
            refuse(HttpStatus.TOO_MANY_REQUESTS_429, response, callback);
            return true;
        }
        var unused = uploads.read(request)
                .thenComposeAsync(
                        body -> {
                            if (body.length > Limits.REQUEST_BYTES) {
                                response.getHeaders().put(HttpHeader.CONNECTION, "close"); // the rest is not read
                            }
                            String below = below(Request.getPathInContext(request), path);
                            return invoke(function, HttpCall.of(request, requestId, below, body), response, callback);
                        },
                        network())
                .whenComplete((report, failure) -> {
                    uploads.leave(room.getAsInt());
                    if (failure != null) {
                        fail(failure, response, callback);
                    }
                });
        return true;
    }

    /** Returns what runs a task once the network time is over. */
    private Executor network() {
        return machine.networkMillis() == 0
                ? Runnable::run
                : CompletableFuture.delayedExecutor(
                        machine.networkMillis(), TimeUnit.MILLISECONDS, server.getThreadPool());
    }

    /** Sends the event on its way; the client is answered when the function has answered or time is up. */
    private CompletableFuture<InvocationReport> invoke(
            LambdaFunction function, HttpCall call, Response response, Callback callback) {
        long start = System.nanoTime();
        Invocation invocation = Invocation.of(
                call.traceId(), json(api.event(call, function.config().name())));
        var unused = invocation
                .result()
                .completeOnTimeout(
                        InvocationResult.failure(Verdict.GATEWAY_TIMEOUT),
                        api.integrationTimeout().toNanos(),
                        TimeUnit.NANOSECONDS)
                .thenAcceptAsync(
                        result -> answer(function, invocation, result, start, response, callback),
                        server.getThreadPool())
                .whenComplete((answered, failure) -> {
                    if (failure != null) {
                        fail(failure, response, callback);
                    }
                });
        function.invoke(invocation);
        return invocation.report();
    }

    private byte[] json(JsonNode event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(
            LambdaFunction function,
            Invocation invocation,
            InvocationResult result,
            long start,
            Response response,
            Callback callback) {
        Mapped mapped = map(result);
        putHeaders(mapped.answer, response);
        response.getHeaders() // after the function's own, which may not pass for these
                .put("x-emulator-api", api.name())
                .put("x-emulator-verdict", mapped.verdict.name())
                .put("x-emulator-request-id", invocation.requestId())
                .put("x-emulator-memory-limit", groups.memoryLimit())
                .put("x-emulator-cpu", groups.cpu())
                .put("x-emulator-reserved-mb", Integer.toString(machine.reservedMb()));
        invocation
                .cpu()
                .millis()
                .ifPresent(millis ->
                        response.getHeaders().put("x-emulator-cpu-ms", String.format(Locale.ROOT, "%.3f", millis)));
        if (!groups.cpu().equals(Cgroups.UNTHROTTLED)) {
            response.getHeaders()
                    .put(
                            "x-emulator-cpu-share",
                            Double.toString(function.config().processors()));
        }
        if (!machine.calibratedAgainst().isEmpty()) {
            response.getHeaders().put("x-emulator-calibration", machine.calibratedAgainst());
        }
        response.write(true, ByteBuffer.wrap(mapped.answer.body()), callback);
        double clientMillis = (System.nanoTime() - start) / 1e6;
        var unused = invocation
                .report()
                .thenAccept(report -> log.write(
                        invocation.requestId(), mapped.verdict, mapped.answer.status(), clientMillis, report));
    }

    private void fail(Throwable failure, Response response, Callback callback) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof TimeoutException) {
            refuse(HttpStatus.REQUEST_TIMEOUT_408, response, callback);
        } else {
            callback.failed(cause);
        }
    }

    /** Answers a request that no function gets, and reads no more of it. */
    private void refuse(int status, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        send(api.refusal(status, HttpStatus.getMessage(status)), response, callback);
    }

    /** Answers, in the API's words, a request that the server itself has refused. */
    private boolean error(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        response.getHeaders().put(api.requestIdHeader(), UUID.randomUUID().toString());
        String message = status >= 500 ? "Internal server error" : HttpStatus.getMessage(status);
        send(api.refusal(status, message), response, callback);
        return true;
    }

    /** Returns the function's path below the stage; empty where there can be none. */
    private String path(String requested) {
        String below = below(requested, "");
        return api.takesPathsBelow() ? below.split("/", 2)[0] : below;
    }

    /** Returns what follows a function's path. */
    private static String below(String requested, String path) {
        String prefix = "/" + Api.STAGE + "/" + path;
        return requested.startsWith(prefix) ? requested.substring(prefix.length()) : "";
    }

    private Mapped map(InvocationResult result) {
        if (result.verdict() != Verdict.OK) {
            return new Mapped(result.verdict(), api.failure(result.verdict()));
        }
        try {
            return new Mapped(Verdict.OK, api.answer(result.payload()));
        } catch (MalformedResponseException e) {
            log.problem(
                    "Execution failed due to configuration error: Malformed Lambda proxy response: " + e.getMessage());
            return new Mapped(Verdict.MALFORMED_RESPONSE, api.failure(Verdict.MALFORMED_RESPONSE));
        }
    }

    private static void send(HttpAnswer answer, Response response, Callback callback) {
        putHeaders(answer, response);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }

    private static void putHeaders(HttpAnswer answer, Response response) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeader.CONTENT_LENGTH.asString())) {
                response.getHeaders().put(name, values);
            }
        });
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
    }

    @Override
    public void close() {
        Servers.stop(server);
    }

    /** A verdict with the answer that goes with it. */
    private record Mapped(Verdict verdict, HttpAnswer answer) {}
}
