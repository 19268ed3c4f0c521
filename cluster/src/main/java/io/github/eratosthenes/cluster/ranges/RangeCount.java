package io.github.eratosthenes.cluster.ranges;

import java.io.Serializable;

/**
 * The result of one task.
 *
 * @param range the numbers it sieved
 * @param primes how many of them are prime
 * @param nanos how long it took, from its first instruction on the executor to its last
 * @param executor Spark's name of the executor that ran it
 */
public record RangeCount(Range range, long primes, long nanos, String executor) implements Serializable {}
