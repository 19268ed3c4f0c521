package io.github.eratosthenes.results.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The content of work.json: the counted work of each sieve.
 *
 * @param jdk the feature version of the JDK whose classes were counted
 * @param level1 bytes and ways of the level 1 cache of the model, such as 32K/8
 * @param level2 those of its level 2 cache
 * @param pages how many addresses of pages it keeps
 * @param works one for each strategy and max, in the order of the table
 * @param skipped those that were left out, with the reason
 */
public record WorkFile(int jdk, String level1, String level2, int pages, List<Work> works, List<String> skipped) {

    /**
     * The work of finding and counting the primes up to max.
     *
     * @param strategy the strategy's id
     * @param max the limit
     * @param primes the primes found
     * @param reads elements of arrays, and words of {@code byte[]} views, that were read
     * @param waitingReads reads of the eight bytes that were written last, which wait for that write
     * @param writes elements and words that were written
     * @param crossedOff writes that cross off a number, or a word of numbers at once
     * @param filledBytes bytes zeroed in new arrays or filled
     * @param copiedBytes bytes copied from array to array
     * @param level1Misses reads and writes that missed the level 1 cache
     * @param level2Misses those that missed the level 2 cache too
     * @param unforeseenMisses those that missed both, and whose address does not go on by the stride that the same instruction had
     *     before
     * @param pageMisses reads and writes whose page's address was not among the last used
     * @param bulkLevel1Misses lines that missed the level 1 cache when they were filled or copied
     * @param touchedBytes the bytes of all cache lines that were accessed
     * @param turns jumps back, which begin another turn of a loop
     * @param branches branches on numbers
     * @param wrongBranches branches that the model of a branch predictor got wrong
     */
    public record Work(
            String strategy,
            long max,
            long primes,
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

    /** Reads a work.json. */
    public static WorkFile read(Path file) throws IOException {
        return JsonFile.read(file, WorkFile.class);
    }

    /** Writes a work.json, atomically. */
    public void write(Path file) throws IOException {
        JsonFile.write(file, this);
    }
}
