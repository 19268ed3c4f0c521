package io.github.eratosthenes.harness.breakpoints;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The calls and the time that all searches together may spend. */
final class Budget {

    /** 292 years: no limit, and the most that nanoseconds can count. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private final long start = System.nanoTime();
    private final long mostNanos;
    private final long mostCalls;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong callsAfterBreaks = new AtomicLong();
    private final AtomicLong again = new AtomicLong();

    /** Makes a budget of time, from now on, and of calls. */
    Budget(Duration time, long mostCalls) {
        this.mostNanos = time.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : time.toNanos();
        this.mostCalls = mostCalls;
    }

    /** Takes a call out of the budget; returns false if no call or no time is left. */
    boolean take() {
        if (System.nanoTime() - start >= mostNanos) {
            return false;
        }
        if (calls.incrementAndGet() > mostCalls) {
            calls.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Notes that a call only starts a broken instance again. */
    void countCallAfterBreak() {
        callsAfterBreaks.incrementAndGet();
    }

    /** Returns how many calls were noted so. */
    long callsAfterBreaks() {
        return callsAfterBreaks.get();
    }

    /** Notes that a try is made again because it says nothing of the function. */
    void countAgain() {
        again.incrementAndGet();
    }

    /** Returns how many tries were noted so. */
    long again() {
        return again.get();
    }

    /** Returns how many calls were taken. */
    long calls() {
        return calls.get();
    }
}
