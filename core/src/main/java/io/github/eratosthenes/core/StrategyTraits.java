package io.github.eratosthenes.core;

import java.util.function.LongUnaryOperator;

/**
 * What is known of a strategy before it runs, so that a chart can set prediction beside measurement.
 *
 * @param algorithm the algorithm's name and form, for people
 * @param storageBitsPerNumber how many bits of storage each number up to max costs; 0 where storage does not grow with
 *     max
 * @param segmented whether it sieves one segment after another, in memory that does not grow in proportion to max
 * @param parallel whether one call uses several threads
 * @param highestMax the largest max it accepts
 * @param storageBytes the bytes that one {@link Sieve#primesUpTo(long)} allocates for a given max
 */
public record StrategyTraits(
        String algorithm,
        double storageBitsPerNumber,
        boolean segmented,
        boolean parallel,
        long highestMax,
        LongUnaryOperator storageBytes) {

    /**
     * Returns the bytes that sieving to a limit allocates, as predicted from the strategy's data structures.
     *
     * <p>Arrays count with their 16-byte header and are rounded up to 8 bytes, as HotSpot lays them out with compressed
     * class pointers. Small objects of constant size are left out.
     *
     * @param max the limit, from 0 to {@link #highestMax()}
     * @return the predicted bytes
     * @throws IllegalArgumentException if max is below 0 or above the highest max
     */
    public long bytesFor(long max) {
        return storageBytes.applyAsLong(Bounds.checkMax(max, highestMax));
    }
}
