package io.github.eratosthenes.benchmarks.work.trace;

/**
 * What was counted.
 *
 * @param reads elements of arrays, and words of {@code byte[]} views, that were read
 * @param writes those that were written
 * @param crossedOff crossings-off
 * @param filledBytes bytes written by the zeroing of new arrays and by {@code Arrays.fill}
 * @param copiedBytes bytes copied by {@code System.arraycopy}, {@code Arrays.copyOf} and clone
 * @param level1Misses reads and writes that missed the level 1 cache
 * @param level2Misses those that missed the level 2 cache too
 * @param bulkLevel1Misses lines that fills and copies missed in the level 1 cache
 * @param touchedBytes the bytes of all lines that were read, written, filled or copied
 */
public record Counts(
        long reads,
        long writes,
        long crossedOff,
        long filledBytes,
        long copiedBytes,
        long level1Misses,
        long level2Misses,
        long bulkLevel1Misses,
        long touchedBytes) {}
