/**
 * Prime numbers below 2^63, and the sieves that find them.
 *
 * <p>A program that needs primes starts with {@link io.github.eratosthenes.core.PrimeNumbers}, which tests, counts and lists
 * them, or with {@link io.github.eratosthenes.core.PrimeIterator}, which walks up and down from any number:
 *
 * <pre>{@code
 * long count = PrimeNumbers.count(0, 1_000_000_000);                // 50847534
 * long next = PrimeIterator.startingAt(1_000_000_000).nextLong();   // 1000000007
 * }</pre>
 *
 * <p>A program that needs a certain sieve takes it from {@link io.github.eratosthenes.core.SieveStrategy}, which lists them all:
 *
 * <pre>{@code
 * Primes primes = SieveStrategy.WHEEL.create().primesUpTo(100);
 * long count = primes.count();            // 25
 * long[] highest = primes.highest(3);     // 97, 89, 83
 * }</pre>
 *
 * <p>Each sieve implements {@link io.github.eratosthenes.core.Sieve} and answers with {@link io.github.eratosthenes.core.Primes}.
 * A sieve that can start at any number implements {@link io.github.eratosthenes.core.RangeSieve}. {@link
 * io.github.eratosthenes.core.StrategyTraits} are the properties of a strategy that are known before it runs.
 */
// More than twenty classes, for one reason: eleven of them are the strategies, which are package-private so that the
// enum is
// the only way to them.
@NullMarked
package io.github.eratosthenes.core;

import org.jspecify.annotations.NullMarked;
