package io.github.eratosthenes.core.segment;

import java.util.function.LongConsumer;

/**
 * Counts and lists the primes of a whole range: the primes in its segments, and 2, 3 and 5, for which {@link Wheel30} has no bits.
 *
 * <p>Each call ends early when its thread is interrupted, as {@link Interruption} describes.
 */
public final class SegmentedRange {

    private static final int BUFFER_LENGTH = 1024;

    private static final long[] SKIPPED_PRIMES = {2, 3, 5};

    private SegmentedRange() {}

    /** Returns the number of primes from 0 ≤ {@code from} ≤ {@code to} to {@code to}. */
    public static long count(long from, long to, SegmentSizes sizes) {
        long count = countSkipped(from, to);
        SegmentCursor segments = new SegmentCursor(from, to, sizes, Interruption.ofCount(from, to));
        while (segments.next()) {
            count += segments.count();
        }
        return count;
    }

    /** Calls an action with each prime from 0 ≤ {@code from} ≤ {@code to} to {@code to}, in ascending order. */
    public static void forEach(long from, long to, SegmentSizes sizes, LongConsumer action) {
        for (long prime : SKIPPED_PRIMES) {
            if (from <= prime && prime <= to) {
                action.accept(prime);
            }
        }
        SegmentCursor segments = new SegmentCursor(from, to, sizes, Interruption.ofListing(from, to));
        long[] buffer = new long[BUFFER_LENGTH];
        for (int size = segments.primes(buffer); size > 0; size = segments.primes(buffer)) {
            for (int i = 0; i < size; i++) {
                action.accept(buffer[i]);
            }
        }
    }

    /** Counts the primes from {@code from} to {@code to} that have no bit in a segment: 2, 3 and 5. */
    public static int countSkipped(long from, long to) {
        int count = 0;
        for (long prime : SKIPPED_PRIMES) {
            if (from <= prime && prime <= to) {
                count++;
            }
        }
        return count;
    }
}
