package io.github.eratosthenes.emulator.log;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Drains the outputs of running functions again and again, in a thread that no clock needs. */
public final class LogFollower implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final LogWriter writer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread follower = new Thread(task, "log-follower");
        follower.setDaemon(true);
        return follower;
    });

    /**
     * Drains into a writer.
     *
     * @param writer where the lines go; while it is full, functions wait
     */
    public LogFollower(LogWriter writer) {
        this.writer = writer;
    }

    /** Follows an output until the future is cancelled. */
    public Future<?> follow(LogTail output) {
        return thread.scheduleWithFixedDelay(
                () -> {
                    if (!writer.isFull()) {
                        output.drain();
                    }
                },
                INTERVAL.toMillis(),
                INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
