package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.results.files.WorkFile.Work;
import java.util.function.ToLongFunction;

/**
 * The kinds of events that have a price in a {@link CostModel}.
 *
 * <p>Reads and writes have one price. With two prices, the fit would give writes a price of 0, because nearly every write comes
 * with a read of the same element. Misses of the level 3 cache have no price; page misses stand for them.
 */
enum Cost {
    ACCESS("accesses", work -> work.reads() + work.writes()),
    WAITING_READ("waiting reads", Work::waitingReads),
    LEVEL_1_MISS("L1 misses", Work::level1Misses),
    LEVEL_2_MISS("L2 misses", Work::level2Misses),
    UNFORESEEN_MISS("unforeseen misses", Work::unforeseenMisses),
    PAGE_MISS("page misses", Work::pageMisses),
    TURN("loop turns", Work::turns),
    BRANCH("branches", Work::branches),
    /**
     * Costs what processors lose by one. The counts know too little of the other instructions of a loop that counts primes for a
     * fit to find this price: without bounds, it takes 20 to 25 ns.
     *
     * <p>Source: AMD, Software Optimization Guide for the AMD Zen4 Microarchitecture, publication 57647: a wrong branch costs 11
     * to 18 cycles. At 2.25 to 3.7 GHz, at which servers with that processor run, these are 3 to 8 ns.
     */
    WRONG_BRANCH("wrong branches", Work::wrongBranches, 3, 8);

    private final String label;
    private final ToLongFunction<Work> count;
    private final double lowest;
    private final double highest;

    Cost(String label, ToLongFunction<Work> count) {
        this(label, count, 0, Double.POSITIVE_INFINITY);
    }

    Cost(String label, ToLongFunction<Work> count, double lowest, double highest) {
        this.label = label;
        this.count = count;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** Returns the event's name for people. */
    String label() {
        return label;
    }

    /** Returns how many such events a sieving has. */
    long count(Work work) {
        return count.applyAsLong(work);
    }

    /** Returns a price, or the bound that is nearest to it: what one costs on processors at least or at most, in nanoseconds. */
    double bounded(double nanos) {
        return Math.min(Math.max(nanos, lowest), highest);
    }
}
