package io.github.eratosthenes.harness.breakpoints;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What all searches together may spend. */
final class Budget {

    private final long endNanos;
    private final long mostCalls;
    private final AtomicLong calls = new AtomicLong();

    /** A budget of time from now on, and of calls. */
    Budget(Duration time, long mostCalls) {
        this.endNanos = System.nanoTime() + time.toNanos();
        this.mostCalls = mostCalls;
    }

    /** Takes a call out of the budget; false where there is none left, or no time. */
    boolean take() {
        if (System.nanoTime() - endNanos >= 0) {
            return false;
        }
        if (calls.incrementAndGet() > mostCalls) {
            calls.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Returns how many calls were taken. */
    long calls() {
        return calls.get();
    }
}
