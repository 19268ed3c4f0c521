package io.github.eratosthenes.core;

import org.jspecify.annotations.Nullable;

/**
 * The primes to cross off with, one after another: those above {@link PreSieve#MAX_PRIME} up to a root.
 *
 * <p>The primes below 2^16 are kept in a table of 52 KB. Above, they are sieved segment by segment as they are asked for; the
 * table is enough to sieve to 2^32, and no root is as high.
 */
final class SievingPrimes {

    /** The most primes that {@link #skipTo} skips. */
    static final int BATCH = 1024;

    private static final int TABLE_END = 1 << 16;
    private static final long[] TABLE = table();
    private static final int FIRST = first();

    private final SegmentSizes sizes;
    private final Runnable checkpoint;
    private long max;

    /** The table, or the buffer. */
    private long[] primes = TABLE;

    private int index;
    private int size;

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
        primes = TABLE;
        index = FIRST;
        size = TABLE.length;
    }

    /** Says whether there is a next prime up to a limit, which is not above the root. */
    boolean hasNext(long limit) {
        if (index == size) {
            if (max < TABLE_END) {
                return false;
            }
            sieve();
        }
        return index < size && primes[index] <= limit;
    }

    /** Returns the next prime, if {@link #hasNext} has said that there is one. */
    long next() {
        return primes[index++];
    }

    /** Returns the array that the next prime is in. */
    long[] primes() {
        return primes;
    }

    /** Returns the index of the next prime in {@link #primes}. */
    int index() {
        return index;
    }

    /** Skips the primes up to a limit that {@link #primes} has, but no more than a batch, and returns the index then. */
    int skipTo(long limit) {
        int end = Math.min(index + BATCH, size);
        while (primes[end - 1] > limit) {
            end--;
        }
        index = end;
        return end;
    }

    private void sieve() {
        checkpoint.run();
        if (buffer == null || segments == null) {
            buffer = new long[BATCH];
            segments = new SegmentCursor(TABLE_END, max, sizes);
        } else if (primes == TABLE) {
            segments.restart(TABLE_END, max);
        }
        primes = buffer;
        size = segments.primes(buffer);
        index = 0;
    }

    /** Returns the bytes that the primes up to a root allocate. */
    static long storageBytes(long max, SegmentSizes sizes) {
        return max < TABLE_END
                ? 0
                : Bounds.arrayBytes(BATCH, Long.BYTES) + SegmentCursor.storageBytes(TABLE_END, max, sizes);
    }

    private static int first() {
        int i = 0;
        while (TABLE[i] <= PreSieve.MAX_PRIME) {
            i++;
        }
        return i;
    }

    private static long[] table() {
        long[] table = new long[6542];
        int size = 0;
        boolean[] composite = new boolean[TABLE_END];
        for (int p = 2; p < TABLE_END; p++) {
            if (!composite[p]) {
                table[size++] = p;
                for (long multiple = (long) p * p; multiple < TABLE_END; multiple += p) {
                    composite[(int) multiple] = true;
                }
            }
        }
        return table;
    }
}
