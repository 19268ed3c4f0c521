package io.github.eratosthenes.benchmarks.work.trace;

import java.util.Arrays;

/**
 * A model of one cache: set-associative, with the least recently used line of a set replaced first.
 *
 * <p>A set is {@code ways} elements of one array, the most recently used line first.
 */
final class Cache {

    /** The number of no line, because addresses begin above 0. */
    private static final int EMPTY = 0;

    private final int ways;
    private final int setMask;
    private final int[] lines;

    /**
     * Creates an empty cache.
     *
     * @param sets a power of two
     * @param ways how many lines a set holds
     */
    Cache(int sets, int ways) {
        this.ways = ways;
        this.setMask = sets - 1;
        this.lines = new int[sets * ways];
    }

    /** Makes a line the most recently used one, after loading it if necessary; returns whether it was there already. */
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
