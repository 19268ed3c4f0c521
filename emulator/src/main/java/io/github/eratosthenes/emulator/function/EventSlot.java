package io.github.eratosthenes.emulator.function;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where an event and the runtime's request for one meet, whichever is there first. Not safe for use by several threads at
 * once.
 */
final class EventSlot {
    /** The runtime's request, until it gets an event. */
    private @Nullable CompletableFuture<Run> asking;

    /** An event that the runtime gets when it next asks. */
    private @Nullable Invocation waiting;

    /** Leaves an event here; returns false if another event waits already. */
    boolean leave(Invocation invocation) {
        if (waiting != null) {
            return false;
        }
        waiting = invocation;
        return true;
    }

    /** Takes the event that waits; null if none does. */
    @Nullable
    Invocation take() {
        Invocation taken = waiting;
        waiting = null;
        return taken;
    }

    /** Returns a new request, in place of an earlier one: then the runtime has asked twice. */
    CompletableFuture<Run> ask() {
        letGo();
        CompletableFuture<Run> request = new CompletableFuture<>();
        asking = request;
        return request;
    }

    /** Answers the request. */
    void handOver(Run run) {
        Objects.requireNonNull(asking, "the runtime has not asked").complete(run);
        asking = null;
    }

    /** Gives up the request, because its client no longer waits. */
    void letGo() {
        if (asking != null) {
            asking.cancel(false);
        }
        asking = null;
    }
}
