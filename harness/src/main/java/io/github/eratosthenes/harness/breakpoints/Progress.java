package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.harness.endpoint.Clock;
import io.github.eratosthenes.results.text.Durations;
import io.github.eratosthenes.results.text.StatusLine;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Prints a line for each search that ends, and shows the time gone and left: what was forecast for the
 * searches to come, times how much longer those took that have ended or still run.
 */
final class Progress implements AutoCloseable {

    private static final long BETWEEN_SECONDS = 2;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(20);

    /** A search that has taken as long as expected is expected to take this share of it yet. */
    private static final double LEAST_LEFT_SHARE = 0.1;

    private final StatusLine line;
    private final Lanes lanes;
    private final Forecast forecast;
    private final Budget budget;
    private final List<Planned> left;
    private final Map<Planned, Double> begun = new HashMap<>();
    private final int all;
    private double forecastSeconds;
    private double takenSeconds;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService clock = Clock.named("progress");

    Progress(PrintStream out, List<Planned> searches, Lanes lanes, Forecast forecast, Budget budget) {
        this.line = StatusLine.of(out, BETWEEN_LINES);
        this.lanes = lanes;
        this.forecast = forecast;
        this.budget = budget;
        this.left = new ArrayList<>(searches);
        this.all = searches.size();
    }

    /** Begins to print. */
    void start() {
        var unused = clock.scheduleAtFixedRate(this::print, BETWEEN_SECONDS, BETWEEN_SECONDS, TimeUnit.SECONDS);
    }

    /** Notes that a search begins. */
    synchronized void begun(Planned search) {
        begun.put(search, elapsed());
    }

    /** Notes that a search has ended. */
    synchronized void done(Planned search, String result) {
        left.remove(search);
        forecastSeconds += forecast.seconds(search);
        takenSeconds += elapsed() - Objects.requireNonNullElse(begun.remove(search), 0.0);
        line.keep("[" + (all - left.size()) + "/" + all + "] " + search + ": " + result);
    }

    private synchronized void print() {
        double elapsed = elapsed();
        double remaining = remainingSeconds(elapsed);
        line.show("left about " + Durations.text(seconds(remaining)) + " of "
                + Durations.text(seconds(elapsed + remaining)) + ", elapsed " + Durations.text(seconds(elapsed)) + ", "
                + (all - left.size()) + " of " + all + " found, " + budget.calls() + " calls");
    }

    private double elapsed() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Returns the estimated time left. A running search is assumed to take its forecast until it has taken longer. */
    private double remainingSeconds(double elapsed) {
        double taken = takenSeconds;
        double expected = forecastSeconds;
        for (Map.Entry<Planned, Double> search : begun.entrySet()) {
            double forecastOfIt = forecast.seconds(search.getKey());
            taken += Math.max(forecastOfIt, elapsed - search.getValue());
            expected += forecastOfIt;
        }
        double factor = expected == 0 ? 1 : taken / expected;
        return remainingSeconds(left, begun, lanes, forecast, factor, elapsed);
    }

    /** Returns what is left where searches take so many times what was forecast. */
    static double remainingSeconds(
            List<Planned> left,
            Map<Planned, Double> begun,
            Lanes lanes,
            Forecast forecast,
            double factor,
            double elapsed) {
        return lanes.seconds(left, search -> {
            double whole = factor * forecast.seconds(search);
            double gone = begun.containsKey(search) ? elapsed - begun.get(search) : 0;
            return Math.max(whole - gone, LEAST_LEFT_SHARE * whole);
        });
    }

    private static Duration seconds(double seconds) {
        return Duration.ofSeconds(Math.round(seconds));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        line.clear();
    }
}
