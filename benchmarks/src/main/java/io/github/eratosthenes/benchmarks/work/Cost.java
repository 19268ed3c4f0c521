package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.results.files.WorkFile.Work;
import java.util.function.ToLongFunction;

/**
 * What a {@link CostModel} charges a sieving for.
 *
 * <p>Reads and writes have one price: with two, the fit charges nothing for writes, since almost each comes with a read of the
 * same element. The level 3 cache has none: page misses stand for the arrays that are larger.
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

    /** Returns the name for people of what is counted. */
    String label() {
        return label;
    }

    /** Returns how many of it a sieving has. */
    long count(Work work) {
        return count.applyAsLong(work);
    }
}
