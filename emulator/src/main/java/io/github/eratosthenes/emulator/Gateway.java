package io.github.eratosthenes.emulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * API Gateway: one path for each function below the stage.
 *
 * <p>Besides what AWS answers, every answer of a function's path has the headers {@code x-emulator-verdict},
 * {@code x-emulator-request-id}, {@code x-emulator-memory-limit} and {@code x-emulator-cpu}.
 */
final class Gateway extends Handler.Abstract implements AutoCloseable {
    private final Api api;
    private final Map<String, LambdaFunction> functions;
    private final ControlGroups groups;
    private final InvocationLog log;
    private final ObjectMapper json = new ObjectMapper();
    private final Server server = Servers.create("gateway");
    private final ServerConnector connector;

    /**
     * Binds the address; nothing is served yet.
     *
     * @param functions the functions by their paths below the stage
     * @throws java.io.UncheckedIOException if the address cannot be had
     */
    Gateway(
            String host,
            int port,
            Api api,
            Map<String, LambdaFunction> functions,
            ControlGroups groups,
            InvocationLog log) {
        this.api = api;
        this.functions = Map.copyOf(functions);
        this.groups = groups;
        this.log = log;
        this.connector = Servers.listen(server, host, port);
        connector.setIdleTimeout(2 * api.integrationTimeout().toMillis() + 30_000); // longer than any wait
        server.setHandler(this);
    }

    void serve() {
        Servers.start(server);
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long start = System.nanoTime();
        HttpCall call = HttpCall.read(request);
        LambdaFunction function = function(call.path());
        response.getHeaders().put(api.requestIdHeader(), call.requestId());
        if (function == null) {
            send(api.unknownPath(), response, callback);
            return true;
        }
        byte[] event = json.writeValueAsBytes(api.event(call, function.config().name()));
        Invocation invocation = Invocation.of(call.traceId(), event);
        function.invoke(invocation);
        InvocationResult result = invocation
                .result()
                .completeOnTimeout(
                        InvocationResult.failure(Verdict.GATEWAY_TIMEOUT),
                        api.integrationTimeout().toNanos() - (System.nanoTime() - start),
                        TimeUnit.NANOSECONDS)
                .join();
        Mapped mapped = map(result);
        response.getHeaders()
                .put("x-emulator-verdict", mapped.verdict.name())
                .put("x-emulator-request-id", invocation.requestId())
                .put("x-emulator-memory-limit", groups.memoryLimit())
                .put("x-emulator-cpu", groups.cpu());
        send(mapped.answer, response, callback);
        double clientMillis = (System.nanoTime() - start) / 1e6;
        var unused = invocation
                .report()
                .thenAccept(report -> log.write(
                        invocation.requestId(), mapped.verdict, mapped.answer.status(), clientMillis, report));
        return true;
    }

    private @Nullable LambdaFunction function(String path) {
        String prefix = "/" + Api.STAGE + "/";
        return path.startsWith(prefix) ? functions.get(path.substring(prefix.length())) : null;
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
        response.setStatus(answer.status());
        answer.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeader.CONTENT_LENGTH.asString())) {
                response.getHeaders().put(name, values);
            }
        });
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }

    @Override
    public void close() {
        Servers.stop(server);
    }

    /** A verdict with the answer that goes with it. */
    private record Mapped(Verdict verdict, HttpAnswer answer) {}
}
