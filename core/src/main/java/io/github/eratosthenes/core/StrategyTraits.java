package io.github.eratosthenes.core;

import java.util.function.LongUnaryOperator;

/**
 * The properties of a strategy, which are known before it runs.
 *
 * @param segmented whether it sieves one segment after another, so that its memory grows more slowly than max
 * @param parallel whether one call uses several threads
 * @param highestMax the largest max it accepts
 * @param storageBytes the bytes that one {@link Sieve#primesUpTo(long)} allocates for a given max
 */
public record StrategyTraits(boolean segmented, boolean parallel, long highestMax, LongUnaryOperator storageBytes) {

    /** Returns the traits of a sieve on one thread that keeps all numbers in one array. */
    static StrategyTraits inMemory(long highestMax, LongUnaryOperator storageBytes) {
        return new StrategyTraits(false, false, highestMax, storageBytes);
    }

    /** Returns the traits of a sieve on one thread that sieves one segment after another. */
    static StrategyTraits segmented(long highestMax, LongUnaryOperator storageBytes) {
        return new StrategyTraits(true, false, highestMax, storageBytes);
    }

    /**
     * Returns the bytes that sieving to a limit allocates, as predicted from the strategy's data structures.
     *
     * <p>Each array counts with its 16-byte header, and is rounded up to a multiple of 8 bytes, as in HotSpot with compressed class
     * pointers. Small objects of constant size are left out.
     *
     * @param max the limit, from 0 to {@link #highestMax()}
     * @return the predicted bytes
     * @throws IllegalArgumentException if max is below 0 or above the highest max
     */
    public long bytesFor(long max) {
        return storageBytes.applyAsLong(Bounds.checkMax(max, highestMax));
    }
}
