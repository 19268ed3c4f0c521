package io.github.eratosthenes.core.segment;

import io.github.eratosthenes.core.arithmetic.SquareRoot;

/**
 * The places of a range's segments, and the lengths of the sieve's parts. A position counts bytes of {@link Wheel30}, of 30 numbers
 * each, so no position up to 2^63 − 1 overflows.
 *
 * @param sizes the sizes for the range's sieving primes
 * @param root ⌊√to⌋, the limit of the sieving primes
 * @param firstPosition the position of the first segment
 * @param lastPosition the position of the range's last byte
 * @param segmentBytes the bytes of a segment: a power of two, except for a single segment without buckets
 * @param padBytes the bytes of the pad behind a segment
 * @param origin the index of the segment's first byte in the sieve, which is the length of the pad before the segment
 */
record SegmentLayout(
        SegmentSizes sizes,
        long root,
        long firstPosition,
        long lastPosition,
        int segmentBytes,
        int padBytes,
        int origin) {

    /** A range that starts below this is sieved from 0 on, because the primes of the patterns have to be put back. */
    private static final int FROM_ZERO_END = 240;

    /** Returns the layout of the range from {@code from} to {@code to}, which are 0 or more. */
    static SegmentLayout of(long from, long to, SegmentSizes standardSizes) {
        long root = SquareRoot.floor(to);
        SegmentSizes sizes = standardSizes.forRoot(root);
        long firstPosition = from < FROM_ZERO_END ? 0 : from / 30;
        long lastPosition = to / 30;
        long length = lastPosition - firstPosition + 1;
        int padBytes = (int) Math.min(sizes.padBytes(), wholeRuns(13 * root + 1));
        int segmentBytes = root > sizes.stepPrimeMax()
                ? sizes.segmentBytes()
                : (int) Math.min(sizes.segmentBytes(), Math.max(padBytes, wholeRuns(length)));
        int origin = firstPosition == 0 && length <= segmentBytes ? 0 : padBytes;
        return new SegmentLayout(sizes, root, firstPosition, lastPosition, segmentBytes, padBytes, origin);
    }

    private static long wholeRuns(long bytes) {
        return (bytes + PreSieve.RUN - 1) / PreSieve.RUN * PreSieve.RUN;
    }

    /** Returns the bytes of the sieve: pad, segment, pad. */
    int sieveBytes() {
        return origin + segmentBytes + padBytes;
    }

    /** Returns whether the segment at a position is the range's last. */
    boolean isLast(long position) {
        return lastPosition - position < segmentBytes;
    }

    /** Returns the highest number whose square is in or below the segment at a position; at most the range's root. */
    long rootOfSegment(long position) {
        return isLast(position) ? root : SquareRoot.floor((position + segmentBytes) * 30 - 1);
    }
}
