package io.github.eratosthenes.core;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;

/**
 * The sieve of Eratosthenes over the odd numbers, a bit for each.
 *
 * <p>Bit i of the {@code long[]} (word i / 64, bit i mod 64) stands for the number 2i + 1 and is set when that number has
 * been crossed off. Each prime p from 3 to √max crosses off its odd multiples from p² on: they lie 2p apart, so p bits.
 * The number 1 is crossed off in advance and 2 is known.
 *
 * <p>Time O(n log log n), memory n / 16 bytes for limit n. Valid to 128 · (2^31 − 9), where the array is the longest
 * possible. Bits are counted in {@code long}: the largest index is below 2^38, and p below 2^20.
 *
 * <p>Source: the sieve as Nicomachus describes it (Introduction to Arithmetic, I.13), which is over the odd numbers.
 */
final class OddsOnlySieve implements Sieve {

    private static final int NUMBERS_PER_WORD = 2 * Long.SIZE;

    static final long HIGHEST_MAX = (long) NUMBERS_PER_WORD * Bounds.LONGEST_ARRAY;

    static final StrategyTraits TRAITS = StrategyTraits.inMemory(HIGHEST_MAX, OddsOnlySieve::storageBytes);

    static long storageBytes(long max) {
        return ArrayBytes.of(words(max), Long.BYTES);
    }

    /** Returns the words for the odd numbers to max; at least one, so that 1 has its bit. */
    private static long words(long max) {
        return Math.max(1, (max + NUMBERS_PER_WORD - 1) / NUMBERS_PER_WORD);
    }

    @Override
    public Primes primesUpTo(long max) {
        Bounds.checkMax(max, HIGHEST_MAX);
        long[] composite = new long[(int) words(max)];
        composite[0] = 1;
        long bits = (max + 1) / 2;
        for (int p = 3; (long) p * p <= max; p += 2) {
            if (!isSet(composite, p / 2)) {
                for (long i = (long) p * p / 2; i < bits; i += p) {
                    composite[(int) (i >>> 6)] |= 1L << i;
                }
            }
        }
        return new MembershipPrimes(
                max, () -> count(max, composite), n -> n == 2 || ((n & 1) == 1 && !isSet(composite, n / 2)));
    }

    private static boolean isSet(long[] words, long bit) {
        return (words[(int) (bit >>> 6)] & 1L << bit) != 0;
    }

    private static long count(long max, long[] composite) {
        if (max < 2) {
            return 0;
        }
        long bits = (max + 1) / 2;
        long crossedOff = 0;
        for (long word : composite) {
            crossedOff += Long.bitCount(word);
        }
        return 1 + bits - crossedOff;
    }
}
