package io.github.eratosthenes.harness.endpoint;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends calls and turns whatever happens into a {@link Reply}: a call never throws and never outlasts its patience.
 *
 * <p>A call is one request. The JDK's client would quietly send a GET again when a kept connection ends before the answer
 * begins; a second request may have run a function, so that is switched off.
 */
public final class EndpointClient implements AutoCloseable {

    private static final String ATTEMPTS = "jdk.httpclient.redirects.retrylimit";
    /** Before every gateway's timeout, and that of the deployed functions. */
    private static final double LATE_MILLIS = 28_000;

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

    /** A function's answer has some 300 bytes, and some thousands with the JVM's arguments. */
    private static final int MOST_BODY_BYTES = 1 << 20;

    static {
        System.setProperty(ATTEMPTS, "1");
    }

    private final ScheduledExecutorService clock = Clock.named("endpoint-client-clock");
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_PATIENCE)
            .build();

    private final Headers headers;
    private final double lateMillis;

    /** Makes a client with its own connections, which sends no extra headers. */
    public EndpointClient() {
        this(Headers.NONE, LATE_MILLIS);
    }

    /** Makes a client with its own connections, whose every call carries the given headers. */
    public EndpointClient(Headers headers) {
        this(headers, LATE_MILLIS);
    }

    /**
     * Creates a client of an endpoint whose timeout is known.
     *
     * @param lateMillis a failure after so long may be that timeout
     */
    EndpointClient(Headers headers, double lateMillis) {
        this.headers = headers;
        this.lateMillis = lateMillis;
    }

    /**
     * Sends a call.
     *
     * @param patience how long the complete answer may take
     */
    public CompletableFuture<Reply> send(URI function, Call call, Duration patience) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(call.at(function)).timeout(patience).header("Accept", "application/json");
        headers.addTo(builder);
        HttpRequest request = builder.build();
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(request, head -> new BoundedBody(MOST_BODY_BYTES));
        // the request's own timeout ends with the headers, and a body may come forever
        ScheduledFuture<?> end = clock.schedule(() -> exchange.cancel(true), patience.toNanos(), TimeUnit.NANOSECONDS);
        return exchange.handle((response, error) -> {
            double millis = (System.nanoTime() - start) / 1e6;
            end.cancel(false);
            Reply reply = response == null
                    ? Failures.reply(error, millis)
                    : Responses.reply(call, response, millis, lateMillis);
            return reply.withDetail(headers.hiddenIn(reply.detail()));
        });
    }

    /** Sends a call and waits for its reply. */
    public Reply call(URI function, Call call, Duration patience) {
        return send(function, call, patience).join();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
