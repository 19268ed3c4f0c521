package io.github.eratosthenes.benchmarks.breakpoints;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prints a line for each search that ends, and one now and then with the time gone and left. */
final class Progress implements AutoCloseable {

    private static final long BETWEEN_SECONDS = 20;

    private final PrintStream out;
    private final Lanes lanes;
    private final Forecast forecast;
    private final Budget budget;
    private final List<Planned> left;
    private final int all;
    private final double expectedSeconds;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    Progress(PrintStream out, List<Planned> searches, Lanes lanes, Forecast forecast, Budget budget) {
        this.out = out;
        this.lanes = lanes;
        this.forecast = forecast;
        this.budget = budget;
        this.left = new ArrayList<>(searches);
        this.all = searches.size();
        this.expectedSeconds = forecast.together(searches, lanes).toSeconds();
        var unused = clock.scheduleAtFixedRate(this::print, BETWEEN_SECONDS, BETWEEN_SECONDS, TimeUnit.SECONDS);
    }

    /** Notes that a search has ended. */
    synchronized void done(Planned search, String result) {
        left.remove(search);
        out.println("[" + (all - left.size()) + "/" + all + "] " + search + ": " + result);
    }

    private synchronized void print() {
        double elapsed = (System.nanoTime() - start) / 1e9;
        double byPlan = forecast.together(left, lanes).toSeconds();
        double remaining = Math.min(byPlan, Math.max(expectedSeconds - elapsed, byPlan / 4));
        out.println("elapsed " + text(seconds(elapsed)) + ", " + (all - left.size()) + " of " + all + " found, "
                + budget.calls() + " calls, left about " + text(seconds(remaining)));
    }

    static String text(Duration time) {
        return String.format(Locale.ROOT, "%dm%02ds", time.toMinutes(), time.toSecondsPart());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofSeconds(Math.round(seconds));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
