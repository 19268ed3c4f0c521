package io.github.eratosthenes.core;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;
import java.util.BitSet;

/**
 * Sundaram's sieve, which strikes out the numbers of the form i + j + 2ij.
 *
 * <p>Bit k of a {@link BitSet} stands for the odd number 2k + 1. That is composite exactly when k = i + j + 2ij with 1 ≤ i ≤
 * j, since then 2k + 1 = (2i + 1)(2j + 1). For each i, k begins at j = i and moves by 2i + 1. Every i is used, even if it is
 * struck out itself. That is the difference to the sieve of Eratosthenes over odd numbers.
 *
 * <p>Time O(n log n), memory n / 16 bytes for limit n. Valid to 2^32 − 2: a {@code BitSet} has int indices. A step of k is
 * {@code long} and cannot overflow.
 *
 * <p>Source: V. Ramaswami Aiyar, Sundaram's sieve for prime numbers, The Mathematics Student 2 (1934) 73. Departure: j
 * begins at i and not at 1, as i and j may change places.
 */
final class SundaramSieve implements Sieve {

    static final long HIGHEST_MAX = 2L * Integer.MAX_VALUE;

    static final StrategyTraits TRAITS = StrategyTraits.inMemory(HIGHEST_MAX, SundaramSieve::storageBytes);

    static long storageBytes(long max) {
        return ArrayBytes.of((bits(max) + Long.SIZE - 1) / Long.SIZE, Long.BYTES);
    }

    /** Returns how many odd numbers there are from 1 to max. */
    private static long bits(long max) {
        return (max + 1) / 2;
    }

    @Override
    public Primes primesUpTo(long max) {
        Bounds.checkMax(max, HIGHEST_MAX);
        int bits = (int) bits(max);
        BitSet odd = new BitSet(bits);
        odd.set(1, Math.max(1, bits));
        for (long i = 1; 2 * i * (i + 1) < bits; i++) {
            for (long k = 2 * i * (i + 1); k < bits; k += 2 * i + 1) {
                odd.clear((int) k);
            }
        }
        return MembershipPrimes.ofOdd(max, odd);
    }
}
