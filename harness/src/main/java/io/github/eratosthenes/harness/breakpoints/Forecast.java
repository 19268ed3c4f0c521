package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.harness.endpoint.PriceList.Region;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import java.time.Duration;
import java.util.List;

/** Predicts how long searches take and what they cost. */
final class Forecast {

    /** A call that the gateway gives up on runs to the function's own timeout. */
    private static final double FUNCTION_TIMEOUT_SECONDS = 35;

    /** Tries on the way to an edge, before it is confirmed. */
    private static final int TRIES_ON_THE_WAY = 4;

    /** The first tries take a third of the limit together; then one search of three misses the edge once. */
    private static final double LIMITS_ON_THE_WAY = 0.65;

    /** An instance starts and warms up. */
    private static final double START_SECONDS = 6;

    /** What the edge of memory beyond that of time takes. */
    private static final double BEYOND_SECONDS = 15;

    private final double limitSeconds;
    private final int confirmations;

    Forecast(double limitSeconds, int confirmations) {
        this.limitSeconds = limitSeconds;
        this.confirmations = confirmations;
    }

    /** Returns the time of one search, or of one check. */
    double seconds(Planned search) {
        if (search.recheck() > 0) {
            return START_SECONDS + 2 * limitSeconds;
        }
        double edge = 2 * confirmations * limitSeconds;
        boolean shrinks =
                search.kind() == Kind.MEMORY && !search.strategy().traits().segmented();
        return LIMITS_ON_THE_WAY * limitSeconds + edge + confirmations * START_SECONDS + (shrinks ? BEYOND_SECONDS : 0);
    }

    /** Returns the time of rounds that follow one another; what is in one runs side by side. */
    Duration together(List<List<Planned>> rounds, Lanes lanes) {
        return Duration.ofSeconds(Math.round(rounds.stream()
                .mapToDouble(round -> lanes.seconds(round, this::seconds))
                .sum()));
    }

    /** Returns about what searches and checks cost on real functions. */
    double dollars(List<Planned> searches, Region prices, String api) {
        return searches.stream()
                .mapToDouble(search -> {
                    boolean first = search.recheck() == 0;
                    int triesASide = first ? confirmations : 1;
                    int onTheWay = first ? TRIES_ON_THE_WAY : 0;
                    double slow = triesASide * (FUNCTION_TIMEOUT_SECONDS + limitSeconds)
                            + (first ? LIMITS_ON_THE_WAY * limitSeconds : 0);
                    return prices.dollars(search.memoryMegabytes(), slow)
                            + (2 * triesASide + onTheWay)
                                    * (prices.dollarsPerRequest() + prices.dollarsPerGatewayCall(api));
                })
                .sum();
    }

    /** Returns the highest cost of this many calls, each at the largest memory size and to the function's timeout. */
    double mostDollars(List<Planned> searches, long calls, Region prices, String api) {
        int largest = searches.stream().mapToInt(Planned::memoryMegabytes).max().orElse(0);
        return calls * (prices.dollars(largest, FUNCTION_TIMEOUT_SECONDS) + prices.dollarsPerGatewayCall(api));
    }
}
