package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.core.SieveStrategy;
import java.io.IOException;
import java.util.Optional;

/** Tells, before a study, how long one sieving takes, so that what is too long is left out and the rest is planned. */
@FunctionalInterface
interface Probe {

    /**
     * Returns what sieving up to max takes, or empty where that is above the budget.
     *
     * @throws IOException if it cannot be found out
     */
    Optional<Probed> probe(SieveStrategy strategy, long max, Jvm jvm, Tier tier, long heapMegabytes) throws IOException;

    /**
     * What a few sievings took in a JVM of the cell's kind.
     *
     * @param firstMillis the first, cold
     * @param lastMillis the last, as warm as half a second makes it; the first again where that took longer
     * @param predictedBytes what the strategy's traits predict there: a sieve may need other memory under C1
     */
    record Probed(double firstMillis, double lastMillis, long predictedBytes) {}
}
