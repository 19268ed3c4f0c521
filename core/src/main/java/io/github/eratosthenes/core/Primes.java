package io.github.eratosthenes.core;

import java.util.stream.LongStream;

/**
 * The primes up to a limit, as one sieve found them.
 *
 * <p>Immutable and safe to share between threads. The sieve decides what an instance keeps in memory: an in-memory
 * sieve keeps its whole array, and a segmented sieve sieves again on demand. A call that sieves again can be interrupted, like
 * {@link Sieve#primesUpTo}.
 */
public interface Primes {

    /** {@return the limit of the sieve, inclusive} */
    long max();

    /** {@return π(max), the number of primes up to and including {@link #max()}} */
    long count();

    /**
     * Returns the highest primes in descending order.
     *
     * @param k how many primes are wanted, 0 or more
     * @return the k largest primes, or all primes if there are fewer than k
     * @throws IllegalArgumentException if k is below 0, or if k is above 2^31 − 9 and there are more primes than that
     */
    long[] highest(int k);

    /** {@return the primes in ascending order, lazily} */
    LongStream stream();
}
