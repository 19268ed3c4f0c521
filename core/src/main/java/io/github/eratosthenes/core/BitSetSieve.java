package io.github.eratosthenes.core;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;
import java.util.BitSet;

/**
 * The textbook sieve of Eratosthenes over a {@link BitSet}.
 *
 * <p>Bit n is set when n has been crossed off as composite. Each prime p up to √max crosses off its multiples from p²
 * on, and the next p is the next clear bit.
 *
 * <p>Time O(n log log n), memory n / 8 bytes for limit n. Valid to 2^31 − 2: a {@code BitSet} has int indices and max + 1
 * of them are needed. Multiples are stepped in {@code long}, so p² + p cannot overflow.
 *
 * <p>Source: the sieve as Nicomachus describes it (Introduction to Arithmetic, I.13), with the square-root bound.
 */
final class BitSetSieve implements Sieve {

    static final long HIGHEST_MAX = Integer.MAX_VALUE - 1;

    static final StrategyTraits TRAITS = StrategyTraits.inMemory(HIGHEST_MAX, BitSetSieve::storageBytes);

    static long storageBytes(long max) {
        return ArrayBytes.of(max / Long.SIZE + 1, Long.BYTES);
    }

    @Override
    public Primes primesUpTo(long max) {
        Bounds.checkMax(max, HIGHEST_MAX);
        BitSet composite = new BitSet((int) max + 1);
        for (int p = 2; (long) p * p <= max; p = composite.nextClearBit(p + 1)) {
            for (long multiple = (long) p * p; multiple <= max; multiple += p) {
                composite.set((int) multiple);
            }
        }
        return new MembershipPrimes(
                max, () -> Math.max(0, max - 1 - composite.cardinality()), n -> n >= 2 && !composite.get((int) n));
    }
}
