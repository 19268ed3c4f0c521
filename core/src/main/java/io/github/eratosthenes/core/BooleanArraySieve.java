package io.github.eratosthenes.core;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;

/**
 * The textbook sieve of Eratosthenes over a {@code boolean[]}.
 *
 * <p>The array has max + 1 elements; element n is true when n has been crossed off as composite. Each prime p up to √max
 * crosses off its multiples from p² on; smaller multiples have a smaller prime factor, which has crossed them off already.
 *
 * <p>Time O(n log log n), memory n + 17 bytes for limit n: HotSpot stores a boolean in a byte. Valid to 2^31 − 10, the
 * longest array; multiples are stepped in {@code long}, so p² + p cannot overflow.
 *
 * <p>Source: the sieve as Nicomachus describes it (Introduction to Arithmetic, I.13), with the square-root bound.
 */
final class BooleanArraySieve implements Sieve {

    static final long HIGHEST_MAX = Bounds.LONGEST_ARRAY - 1;

    static final StrategyTraits TRAITS = StrategyTraits.inMemory(HIGHEST_MAX, BooleanArraySieve::storageBytes);

    static long storageBytes(long max) {
        return ArrayBytes.of(max + 1, Byte.BYTES);
    }

    @Override
    public Primes primesUpTo(long max) {
        Bounds.checkMax(max, HIGHEST_MAX);
        boolean[] composite = new boolean[(int) max + 1];
        for (int p = 2; (long) p * p <= max; p++) {
            if (!composite[p]) {
                for (long multiple = (long) p * p; multiple <= max; multiple += p) {
                    composite[(int) multiple] = true;
                }
            }
        }
        return new MembershipPrimes(max, () -> count(composite), n -> n >= 2 && !composite[(int) n]);
    }

    private static long count(boolean[] composite) {
        long count = 0;
        for (int n = 2; n < composite.length; n++) {
            if (!composite[n]) {
                count++;
            }
        }
        return count;
    }
}
