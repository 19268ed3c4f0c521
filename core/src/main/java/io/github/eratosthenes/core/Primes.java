package io.github.eratosthenes.core;

import java.util.stream.LongStream;

/**
 * The primes up to a limit, as one sieve found them.
 *
 * <p>Immutable and safe to share between threads. What an instance holds in memory is its sieve's choice: an in-memory
 * sieve keeps its whole array, a segmented one sieves again on demand. What sieves again can be interrupted as {@link
 * Sieve#primesUpTo} can.
 */
public interface Primes {

    /** {@return the limit, inclusive, that was sieved to} */
    long max();

    /** {@return π(max), the number of primes up to and including {@link #max()}} */
    long count();

    /**
     * Returns the highest primes in descending order.
     *
     * @param k how many are wanted, 0 or more
     * @return the k largest primes, or all of them where there are fewer than k
     * @throws IllegalArgumentException if k is below 0, or above 2^31 − 9 and there are more primes than that
     */
    long[] highest(int k);

    /** {@return the primes in ascending order, lazily} */
    LongStream stream();
}
