package io.github.eratosthenes.core;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;
import java.util.BitSet;

/**
 * Pritchard's wheel sieve, which grows a wheel by rolling it and then takes out the multiples of one prime.
 *
 * <p>Bit i of a {@link BitSet} stands for the odd number 2i + 1. The wheel of length L = 2 · 3 · … holds the numbers from 1
 * to L that none of the primes so far divides, 1 being one of them; its next member is the next prime p. Rolling it to p · L
 * copies each member w to w + L, w + 2L, …; then p · w is removed for each old member w, which leaves the wheel of length
 * p · L. Once the length has reached max there is nothing to roll, and p · w is removed for the members w to max / p until p²
 * is above max. Each composite is removed at most once: it is p · w for its smallest prime factor p alone.
 *
 * <p>Time O(n / log log n) insertions and removals, memory n / 16 bytes for limit n. Valid to 2^32 − 2: a {@code BitSet} has
 * int indices. Lengths and products are {@code long}.
 *
 * <p>Source: P. Pritchard, Explaining the wheel sieve, Acta Informatica 17 (1982) 477–485. Departures: odd numbers only, the
 * wheel begins with length 2; a bit set instead of a linked list, so that finding the next member may take a few words.
 */
final class PritchardSieve implements Sieve {

    static final long HIGHEST_MAX = 2L * Integer.MAX_VALUE;

    static final StrategyTraits TRAITS = StrategyTraits.inMemory(HIGHEST_MAX, PritchardSieve::storageBytes);

    static long storageBytes(long max) {
        return bitSetBytes(bits(max)) + bitSetBytes(sievingBits(max));
    }

    /** Returns how many odd numbers there are from 1 to max. */
    private static long bits(long max) {
        return (max + 1) / 2;
    }

    /** Returns how many odd numbers there are from 1 to √max, or a few more. */
    private static long sievingBits(long max) {
        return (long) Math.sqrt((double) max) / 2 + 1;
    }

    private static long bitSetBytes(long bits) {
        return ArrayBytes.of((bits + Long.SIZE - 1) / Long.SIZE, Long.BYTES);
    }

    @Override
    public Primes primesUpTo(long max) {
        Bounds.checkMax(max, HIGHEST_MAX);
        int bits = (int) bits(max);
        BitSet wheel = new BitSet(bits);
        BitSet sievingPrimes = new BitSet((int) sievingBits(max));
        wheel.set(0);
        int length = 1;
        for (int p = 3; (long) p * p <= max; p = 2 * wheel.nextSetBit(1) + 1) {
            int rolled = (int) Math.min(bits, (long) p * length);
            roll(wheel, length, rolled);
            removeMultiples(wheel, p, rolled);
            sievingPrimes.set(p / 2);
            length = rolled;
        }
        roll(wheel, length, bits);
        wheel.clear(0);
        wheel.or(sievingPrimes);
        return MembershipPrimes.ofOdd(max, wheel);
    }

    /** Rolls a wheel on from a length in bits to a new one; members beyond the old length are copies, and are copied on. */
    private static void roll(BitSet wheel, int length, int newLength) {
        for (int member = 0; member < newLength - length; member = wheel.nextSetBit(member + 1)) {
            wheel.set(member + length);
        }
    }

    /** Removes the products of p and all members, from the largest down, so that no factor is removed before it is used. */
    private static void removeMultiples(BitSet wheel, int p, int length) {
        int largest = (length - 1 - p / 2) / p;
        for (int member = wheel.previousSetBit(largest); member >= 0; member = wheel.previousSetBit(member - 1)) {
            wheel.clear(p * member + p / 2);
        }
    }
}
