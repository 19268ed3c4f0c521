package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.harness.endpoint.Clock;
import io.github.eratosthenes.results.text.StatusLine;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Shows how many calls have ended, and how long the rest will take at that pace. */
final class LoadProgress implements AutoCloseable {

    private static final long BETWEEN_SECONDS = 1;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final StatusLine line;
    private final int all;
    private final AtomicInteger finished;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService clock = Clock.named("load-progress");

    LoadProgress(PrintStream out, int all, AtomicInteger finished) {
        this.line = StatusLine.of(out, BETWEEN_LINES);
        this.all = all;
        this.finished = finished;
    }

    /** Begins to print. */
    void start() {
        var unused = clock.scheduleAtFixedRate(this::print, BETWEEN_SECONDS, BETWEEN_SECONDS, TimeUnit.SECONDS);
    }

    private void print() {
        int done = finished.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        String left = done == 0 ? "" : ", left about " + Math.round(seconds / done * (all - done)) + " s";
        line.show(done + " of " + all + " calls after " + Math.round(seconds) + " s" + left);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        line.clear();
    }
}
