package io.github.eratosthenes.benchmarks.study;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a workload before a study, so that what is too long is left out and the rest is planned. */
@FunctionalInterface
interface Probe {

    /**
     * Returns what the workload's operation takes, or empty where the first one is above the budget.
     *
     * @throws IOException if it cannot be found out
     */
    Optional<Probed> probe(Workload workload, Jvm jvm, Tier tier, long heapMegabytes) throws IOException;

    /**
     * What a probe found in a JVM of the cell's kind.
     *
     * @param firstMillis the first operation, cold
     * @param lastMillis an operation when its time no longer changed, or the last
     * @param settledMillis when its time stopped changing; null where it still did at the end
     * @param predictedBytes what the strategy's traits predict there: a sieve may need other memory under C1; 0 of a yardstick
     */
    record Probed(
            double firstMillis, double lastMillis, @Nullable Long settledMillis, long predictedBytes) {}
}
