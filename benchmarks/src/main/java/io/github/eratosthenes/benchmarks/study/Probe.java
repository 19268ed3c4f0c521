package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.core.SieveStrategy;
import java.io.IOException;
import java.util.OptionalDouble;

/** Tells, before a study, how long one sieving takes, so that what is too long is left out and the rest is planned. */
@FunctionalInterface
interface Probe {

    /**
     * Returns the milliseconds of sieving once up to max, or empty where that is above the budget.
     *
     * @throws IOException if it cannot be found out
     */
    OptionalDouble millis(SieveStrategy strategy, long max, Jvm jvm, Tier tier, long heapMegabytes) throws IOException;
}
