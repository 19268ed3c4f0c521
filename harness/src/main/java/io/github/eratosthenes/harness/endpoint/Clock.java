package io.github.eratosthenes.harness.endpoint;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Threads that do something later, or now and then, and keep no program from ending. */
public final class Clock {

    private Clock() {}

    /** Starts a thread of that name when it is first needed. */
    public static ScheduledExecutorService named(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
