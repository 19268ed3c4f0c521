package io.github.eratosthenes.emulator.function;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The only clock of an instance, set to the limit of its current work. Not safe for use by several threads at once. */
final class Clock {
    private final ScheduledExecutorService timer;
    private Future<?> alarm = CompletableFuture.completedFuture(null);

    Clock(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Runs {@code action} after {@code limit}, in place of what it was set to before. */
    void set(Duration limit, Runnable action) {
        stop();
        alarm = timer.schedule(action, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Cancels the action, unless it is running already. */
    void stop() {
        alarm.cancel(false);
    }
}
