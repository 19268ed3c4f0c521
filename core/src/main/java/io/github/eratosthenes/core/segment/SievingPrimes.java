package io.github.eratosthenes.core.segment;

import org.jspecify.annotations.Nullable;

/**
 * The primes to cross off with, one after another: those above {@link PreSieve#MAX_PRIME} up to a root.
 *
 * <p>Those below 2^16 are {@link SmallPrimes}. Above, they are sieved segment by segment as they are asked for, by a cursor
 * whose own sieving primes are all in that table, as no root is as high as 2^32.
 */
final class SievingPrimes {

    /** The most primes that {@link #skipTo} skips. Measured, and flat: docs/adr/0001, "Constants". */
    static final int BATCH = 1024;

    private static final long[] TABLE = SmallPrimes.table();
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
            if (max < SmallPrimes.END) {
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
            segments = new SegmentCursor(SmallPrimes.END, max, sizes);
            buffer = new long[BATCH];
        } else if (primes == TABLE) {
            segments.restart(SmallPrimes.END, max);
        }
        primes = buffer;
        size = segments.primes(buffer);
        index = 0;
    }

    private static int first() {
        int i = 0;
        while (TABLE[i] <= PreSieve.MAX_PRIME) {
            i++;
        }
        return i;
    }
}
