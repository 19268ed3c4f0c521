package io.github.eratosthenes.core;

import org.jspecify.annotations.Nullable;

/**
 * The primes to cross off with, one after another: those above {@link PreSieve#MAX_PRIME} up to a root.
 *
 * <p>The primes below 2^16 are kept in a table of 13 KB. Above, they are sieved segment by segment as they are asked for; the
 * table is enough to sieve to 2^32, and no root is as high.
 */
final class SievingPrimes {

    /** Returned when there are no more primes. */
    static final long NONE = Long.MAX_VALUE;

    private static final int TABLE_END = 1 << 16;
    private static final char[] TABLE = table();
    private static final int FIRST = first();
    private static final int BUFFER_LENGTH = 1024;

    private final SegmentSizes sizes;
    private final Runnable checkpoint;
    private long max;
    private int next;
    private int size;
    /** Whether the primes come from the segments. */
    private boolean sieved;

    private long @Nullable [] buffer;
    private @Nullable SegmentCursor segments;

    /**
     * Creates an empty one, to be started.
     *
     * @param checkpoint called each time before more primes are sieved; what it throws ends the call
     */
    SievingPrimes(SegmentSizes sizes, Runnable checkpoint) {
        this.sizes = sizes;
        this.checkpoint = checkpoint;
    }

    /** Starts anew before the first of the primes up to another root, with the same arrays where there are any. */
    void start(long max) {
        this.max = max;
        next = FIRST;
        sieved = false;
    }

    /** Returns the next prime, or {@link #NONE} after the last; some may be above the root. */
    long next() {
        if (sieved && buffer != null && next < size) {
            return buffer[next++];
        }
        if (!sieved && next < TABLE.length) {
            return TABLE[next++];
        }
        return max < TABLE_END ? NONE : nextSieved();
    }

    private long nextSieved() {
        checkpoint.run();
        if (buffer == null || segments == null) {
            buffer = new long[BUFFER_LENGTH];
            segments = new SegmentCursor(TABLE_END, max, sizes);
        } else if (!sieved) {
            segments.restart(TABLE_END, max);
        }
        sieved = true;
        size = segments.primes(buffer);
        next = 0;
        return size == 0 ? NONE : buffer[next++];
    }

    /** Returns the bytes that the primes up to a root allocate. */
    static long storageBytes(long max, SegmentSizes sizes) {
        return max < TABLE_END
                ? 0
                : Bounds.arrayBytes(BUFFER_LENGTH, Long.BYTES) + SegmentCursor.storageBytes(TABLE_END, max, sizes);
    }

    private static int first() {
        int i = 0;
        while (TABLE[i] <= PreSieve.MAX_PRIME) {
            i++;
        }
        return i;
    }

    private static char[] table() {
        char[] table = new char[6542];
        int size = 0;
        boolean[] composite = new boolean[TABLE_END];
        for (int p = 2; p < TABLE_END; p++) {
            if (!composite[p]) {
                table[size++] = (char) p;
                for (long multiple = (long) p * p; multiple < TABLE_END; multiple += p) {
                    composite[(int) multiple] = true;
                }
            }
        }
        return table;
    }
}
