package io.github.eratosthenes.benchmarks.work.trace;

/**
 * The counts of a trace.
 *
 * @param reads elements of arrays, and words of {@code byte[]} views, that were read
 * @param waitingReads reads of the eight bytes that were written last, which wait for that write
 * @param writes elements and words that were written
 * @param crossedOff crossings-off
 * @param filledBytes bytes written by the zeroing of new arrays and by {@code Arrays.fill}
 * @param copiedBytes bytes copied by {@code System.arraycopy}, {@code Arrays.copyOf} and clone
 * @param level1Misses reads and writes that missed the level 1 cache
 * @param level2Misses those that missed the level 2 cache too
 * @param unforeseenMisses those that missed both and do not go on by the stride that the same instruction had before
 * @param pageMisses those whose page's address was not among the last used
 * @param bulkLevel1Misses lines that fills and copies missed in the level 1 cache
 * @param touchedBytes the bytes of all lines that were read, written, filled or copied
 * @param turns jumps back, which begin another turn of a loop
 * @param branches branches on numbers
 * @param wrongBranches branches that the model of a predictor got wrong
 */
public record Counts(
        long reads,
        long waitingReads,
        long writes,
        long crossedOff,
        long filledBytes,
        long copiedBytes,
        long level1Misses,
        long level2Misses,
        long unforeseenMisses,
        long pageMisses,
        long bulkLevel1Misses,
        long touchedBytes,
        long turns,
        long branches,
        long wrongBranches) {}
