package io.github.eratosthenes.benchmarks.work.trace;

import java.util.Arrays;

/**
 * A model of one cache: set-associative, with the least recently used line of a set replaced first.
 *
 * <p>A set is {@code ways} elements of one array, the most recently used line first.
 */
final class Cache {

    /** No address has this line: addresses begin above 0. */
    private static final int EMPTY = 0;

    private final int ways;
    private final int setMask;
    private final int[] lines;

    /**
     * Creates an empty cache.
     *
     * @throws IllegalArgumentException if the number of sets is not a power of two
     */
    Cache(CacheShape shape) {
        this.ways = shape.ways();
        this.setMask = shape.sets() - 1;
        this.lines = new int[shape.sets() * ways];
    }

    /** Makes a line the most recently used one, loading it if it is missing, and returns whether it was there. */
    boolean access(int line) {
        int first = (line & setMask) * ways;
        int[] lines = this.lines;
        if (lines[first] == line) {
            return true;
        }
        int moved = lines[first];
        for (int way = first + 1; way < first + ways; way++) {
            int next = lines[way];
            lines[way] = moved;
            if (next == line) {
                lines[first] = line;
                return true;
            }
            moved = next;
        }
        lines[first] = line;
        return false;
    }

    /** Forgets all lines. */
    void clear() {
        Arrays.fill(lines, EMPTY);
    }
}
