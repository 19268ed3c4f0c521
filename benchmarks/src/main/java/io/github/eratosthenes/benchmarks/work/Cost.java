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
    PAGE_MISS("page misses", Work::pageMisses),
    BRANCH("branches", Work::branches),
    WRONG_BRANCH("wrong branches", Work::wrongBranches);

    private final String label;
    private final ToLongFunction<Work> count;

    Cost(String label, ToLongFunction<Work> count) {
        this.label = label;
        this.count = count;
    }

    /** Returns the event's name for people. */
    String label() {
        return label;
    }

    /** Returns how many such events a sieving has. */
    long count(Work work) {
        return count.applyAsLong(work);
    }
}
