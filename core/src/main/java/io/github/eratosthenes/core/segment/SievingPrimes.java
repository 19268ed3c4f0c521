package io.github.eratosthenes.core.segment;

import org.jspecify.annotations.Nullable;

/**
 * Returns the sieving primes one after another, from those above {@link PreSieve#MAX_PRIME} up to a root.
 *
 * <p>Primes below 2^16 come from {@link SmallPrimes}. Higher primes are sieved segment by segment, when they are needed, by a second
 * cursor. No root is as high as 2^32, so the second cursor finds all its own sieving primes in that table.
 */
final class SievingPrimes {

    /** The highest number of primes that {@link #skipTo} skips. Measured, and flat: docs/adr/0001, "Constants". */
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
     * Creates an instance without primes; {@link #start} sets the root.
     *
     * @param checkpoint called each time before more primes are sieved; an exception that it throws ends the call
     */
    SievingPrimes(SegmentSizes sizes, Runnable checkpoint) {
        this.sizes = sizes;
        this.checkpoint = checkpoint;
    }

    /** Starts before the first of the primes up to a root. Arrays are kept. */
    void start(long max) {
        this.max = max;
        primes = TABLE;
        index = FIRST;
        size = TABLE.length;
    }

    /** Returns whether there is a next prime up to a limit, which must not be above the root. */
    boolean hasNext(long limit) {
        if (index == size) {
            if (max < SmallPrimes.END) {
                return false;
            }
            sieve();
        }
        return index < size && primes[index] <= limit;
    }

    /** Returns the next prime; only valid after {@link #hasNext} has returned true. */
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

    /** Skips the primes up to a limit in {@link #primes}, but at most a batch, and returns the new index. */
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
