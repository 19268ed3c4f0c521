package io.github.eratosthenes.harness.endpoint;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The request of one call.
 *
 * @param strategy the strategy's id
 * @param max the limit
 * @param loops how many times to sieve
 * @param diag whether the answer describes the JVM too
 */
public record Call(String strategy, long max, long loops, boolean diag) {

    /** Makes a call without a description of the JVM. */
    public static Call of(String strategy, long max, long loops) {
        return new Call(strategy, max, loops, false);
    }

    /** Makes a call that takes almost no time. */
    public static Call small(String strategy) {
        return of(strategy, 1000, 1);
    }

    /** Returns the address with this call's query. */
    URI at(URI function) {
        String query = "max=" + max + "&loops=" + loops + "&strategy="
                + URLEncoder.encode(strategy, StandardCharsets.UTF_8) + (diag ? "&diag=1" : "");
        return URI.create(function + (function.getRawQuery() == null ? "?" : "&") + query);
    }
}
