package io.github.eratosthenes.benchmarks.study;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a workload before a study, to skip workloads that take too long and to plan the others. */
@FunctionalInterface
interface Probe {

    /**
     * Returns the times of the workload's operation; empty if the first operation is above the budget.
     *
     * @throws IOException if the workload cannot be run
     */
    Optional<Probed> probe(Workload workload, Jvm jvm, Tier tier, long heapMegabytes) throws IOException;

    /**
     * The answer of a probe, from a JVM like the cell's.
     *
     * @param firstMillis the time of the first, cold operation
     * @param lastMillis the time of an operation after it stopped changing, or of the last operation
     * @param settledMillis when the time stopped changing; null if it still changed at the end
     * @param predictedBytes the bytes that the strategy's traits predict in that JVM, which depend on C1; 0 for a yardstick
     */
    record Probed(
            double firstMillis, double lastMillis, @Nullable Long settledMillis, long predictedBytes) {}
}
