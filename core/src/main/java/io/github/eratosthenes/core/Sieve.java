package io.github.eratosthenes.core;

import java.util.concurrent.CancellationException;

/**
 * Finds all primes up to a limit. {@link SieveStrategy#create()} makes a sieve.
 *
 * <p>A sieve holds no state between calls, so several threads may use one instance. Each call allocates the bytes that the
 * strategy's {@linkplain StrategyTraits#bytesFor(long) traits} predict.
 */
public interface Sieve {

    /**
     * Sieves the numbers from 0 to {@code max}, inclusive.
     *
     * @param max the largest number to consider, from 0 to the strategy's {@link StrategyTraits#highestMax()}
     * @return the primes p with 2 ≤ p ≤ max; none when max is 0 or 1
     * @throws IllegalArgumentException if max is below 0 or above the strategy's highest max
     * @throws CancellationException if the sieve is {@linkplain StrategyTraits#segmented() segmented} and the calling thread is
     *     interrupted and there is another segment to sieve; its interrupt status stays set. Other sieves ignore interrupts
     */
    Primes primesUpTo(long max);
}
