package io.github.eratosthenes.emulator.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * A client's request, as both kinds of API need it.
 *
 * @param method the HTTP method
 * @param path the path with the stage, as sent
 * @param pathBelow what follows the function's own path; "/" if nothing does
 * @param rawQuery the query as sent; empty if there is none
 * @param query its decoded parameters in their order, a value for each occurrence
 * @param headers the headers in their order
 * @param body the body; empty if there is none
 * @param protocol the HTTP version
 * @param sourceIp the client's address
 * @param host the host it asked for
 * @param receivedMillis when it came, in milliseconds of the epoch
 * @param requestId the gateway's id of the request
 * @param traceId the X-Ray trace header
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record HttpCall(
        String method,
        String path,
        String pathBelow,
        String rawQuery,
        List<Fields.Field> query,
        HttpFields headers,
        byte[] body,
        String protocol,
        String sourceIp,
        String host,
        long receivedMillis,
        String requestId,
        String traceId) {

    /** The header with the addresses that a request has come through. */
    static final String FORWARDED_FOR = "X-Forwarded-For";

    /** Returns the value of {@link #FORWARDED_FOR} for the function: what the client has sent, and the client's address. */
    String forwardedFor() {
        List<String> addresses = new ArrayList<>(headers.getValuesList(FORWARDED_FOR));
        addresses.add(sourceIp);
        return String.join(", ", addresses);
    }

    /**
     * Returns a call that has come completely.
     *
     * @param requestId the gateway's id of it
     * @param pathBelow what follows the function's own path
     * @param body its body, or the beginning of one that no function could get
     * @throws org.eclipse.jetty.http.BadMessageException if the query is not well encoded
     */
    static HttpCall of(Request request, String requestId, String pathBelow, byte[] body) {
        String query = request.getHttpURI().getQuery();
        long now = System.currentTimeMillis();
        return new HttpCall(
                request.getMethod(),
                Request.getPathInContext(request),
                pathBelow.isEmpty() ? "/" : pathBelow,
                query == null ? "" : query,
                List.copyOf(Request.extractQueryParameters(request).stream().toList()),
                request.getHeaders(),
                body,
                request.getConnectionMetaData().getProtocol(),
                Request.getRemoteAddr(request),
                Request.getServerName(request),
                now,
                requestId,
                trace(now));
    }

    private static String trace(long millis) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return String.format(
                Locale.ROOT,
                "Root=1-%08x-%08x%016x;Parent=%016x;Sampled=0",
                millis / 1000,
                random.nextInt(),
                random.nextLong(),
                random.nextLong());
    }
}
