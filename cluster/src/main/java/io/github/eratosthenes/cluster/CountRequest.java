package io.github.eratosthenes.cluster;

import io.github.eratosthenes.cluster.ranges.Range;
import io.github.eratosthenes.core.SieveStrategy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The checked request: what to count.
 *
 * @param range the numbers
 * @param strategy a strategy that can start anywhere and sieves on one core
 * @param table whether to print the primes to each power of ten
 * @param results where finished ranges are kept, or null if they are not
 * @param workers the one-core worker processes to start on this machine, or 0 to run where Spark's settings say
 */
record CountRequest(
        Range range,
        SieveStrategy strategy,
        boolean table,
        @Nullable Path results,
        int workers) {}
