package io.github.eratosthenes.core.segment;

import java.util.Arrays;

/**
 * Sieves a range one segment after another, and counts or lists the primes in each.
 *
 * <p>The sieve is one {@code byte[]} in the layout of {@link Wheel30}: a pad before the segment, the segment, a pad behind
 * it ({@link SegmentLayout}). The pad behind is copied to the start of the next segment, with all that was crossed off in it. The pad
 * before takes the first turns of {@link TurnCrosser}, which may begin before the segment. After a segment is sieved, each set bit is a
 * prime.
 *
 * <p>{@link PreSieve} crosses off with the smallest primes, {@link Crossers} with the others.
 *
 * <p>The primes 2, 3 and 5 are not in the sieve, and are neither counted nor listed.
 *
 * <p>Memory: the sieve, and 8 bytes for each sieving prime; a prime in buckets counts only if it has a multiple in the range. The
 * arrays of primes grow by copying, by half or more, so all arrays together take about three times the bytes of the last;
 * {@link SegmentMemory} computes their sum. Valid for all ranges to 2^63 − 1: no number above the range is computed.
 */
public final class SegmentCursor {

    private static final byte[] ONES = new byte[PreSieve.RUN];

    static {
        Arrays.fill(ONES, (byte) -1);
    }

    private final SegmentSizes standardSizes;
    private final Runnable checkpoint;
    private final PreSieve preSieve;
    private final Crossers crossers;

    private long from;
    private long to;
    private SegmentLayout layout;
    private byte[] sieve = {};
    private int segmentBytes;
    /** Index of the segment's first byte. */
    private int origin;
    /** Index after the segment's last byte. */
    private int end;

    /** Position among all bytes of the segment's first byte. */
    private long position;

    private boolean started;
    /** Whether a call has begun and not finished: then the sieve holds neither one segment nor the next. */
    private boolean unfinished;
    /** Index of the next word to read. */
    private int wordAt;

    /** Creates a cursor before the first segment of the range from 0 ≤ from to to; it is empty if from is above to. */
    SegmentCursor(long from, long to, SegmentSizes sizes) {
        this(from, to, sizes, () -> {});
    }

    /**
     * Creates a cursor as the shorter constructor does.
     *
     * @param checkpoint called before each segment but the first, and each time before more sieving primes are sieved; an
     *     exception that it throws ends the call
     */
    public SegmentCursor(long from, long to, SegmentSizes sizes, Runnable checkpoint) {
        standardSizes = sizes;
        this.checkpoint = checkpoint;
        preSieve = new PreSieve(sizes.wordCode());
        layout = SegmentLayout.of(from, to, sizes);
        crossers = new Crossers(layout, sizes, checkpoint);
        start(from, to);
    }

    /**
     * Starts before the first segment of another range. Arrays that are long enough are kept. After a call of a cursor has
     * thrown, this is the only valid call.
     */
    public void restart(long from, long to) {
        unfinished = true;
        layout = SegmentLayout.of(from, to, standardSizes);
        crossers.restart(layout);
        start(from, to);
    }

    private void start(long from, long to) {
        this.from = Math.max(from, 7);
        this.to = to;
        position = layout.firstPosition();
        segmentBytes = layout.segmentBytes();
        origin = layout.origin();
        started = false;
        int sieveBytes = this.from > to ? 0 : layout.sieveBytes();
        if (sieve.length < sieveBytes) {
            sieve = new byte[sieveBytes];
        }
        unfinished = false;
    }

    /**
     * Sieves the next segment; returns false if there is none.
     *
     * @throws IllegalStateException if an earlier call has thrown and the cursor was not restarted
     */
    public boolean next() {
        checkFinished();
        if (started ? layout.isLast(position) : from > to) {
            return false;
        }
        unfinished = true;
        int carriedBytes = 0;
        if (started) {
            checkpoint.run();
            position += segmentBytes;
            carriedBytes = layout.padBytes();
            System.arraycopy(sieve, origin + segmentBytes, sieve, origin, carriedBytes);
        } else {
            started = true;
        }
        fill(origin + segmentBytes);
        end = origin + (int) Math.min(segmentBytes, layout.lastPosition() - position + 1);
        crossers.addPrimes(position);
        preSieve.crossOff(sieve, origin, origin + carriedBytes, end, position);
        crossers.crossOff(sieve, end, position);
        trim();
        wordAt = origin;
        unfinished = false;
        return true;
    }

    private void checkFinished() {
        if (unfinished) {
            throw new IllegalStateException(
                    "the call before has failed, at position " + position + " of the range from " + from + " to " + to);
        }
    }

    /** Sets all bits from an index on. A copy takes as long as a filling loop with C2, and a fraction of its time with C1. */
    private void fill(int from) {
        for (int at = from; at < sieve.length; at += ONES.length) {
            System.arraycopy(ONES, 0, sieve, at, Math.min(ONES.length, sieve.length - at));
        }
    }

    /** Clears all bits outside the range, up to the end of the last word. */
    private void trim() {
        if (position == 0) {
            PreSieve.restorePrimes(sieve, origin);
        }
        for (long at = position; at <= from / 30 && at < position + segmentBytes; at++) {
            for (int bit = 0; bit < Wheel30.CLASSES; bit++) {
                if (at * 30 + Wheel30.residue(bit) < from) {
                    sieve[origin + (int) (at - position)] &= (byte) ~(1 << bit);
                }
            }
        }
        if (layout.isLast(position)) {
            for (int bit = 0; bit < Wheel30.CLASSES; bit++) {
                if (layout.lastPosition() * 30 > to - Wheel30.residue(bit)) {
                    sieve[end - 1] &= (byte) ~(1 << bit);
                }
            }
            Arrays.fill(sieve, end, origin + (end - origin + 7 & -8), (byte) 0);
        }
    }

    /**
     * Returns the number of primes in the segment.
     *
     * @throws IllegalStateException as {@link #next} does
     */
    public int count() {
        checkFinished();
        return PrimeBits.count(sieve, origin, origin + (end - origin + 7 & -8), standardSizes.wordCode());
    }

    /**
     * Fills a buffer with the next primes of the range in ascending order, and sieves the next segments if needed.
     *
     * @param buffer an array of at least 64 elements, which need not become full
     * @return the number of primes, or 0 at the end of the range
     * @throws IllegalStateException as {@link #next} does
     */
    public int primes(long[] buffer) {
        checkFinished();
        int size = 0;
        while (size == 0 && ((started && wordAt < end) || next())) {
            int at = wordAt;
            for (; at < end && size <= buffer.length - Long.SIZE; at += Long.BYTES) {
                long first = (position + (at - origin)) * 30;
                for (long word = (long) PreSieve.WORD.get(sieve, at); word != 0; word &= word - 1) {
                    buffer[size++] = first + Wheel30.offset(Long.numberOfTrailingZeros(word));
                }
            }
            wordAt = at;
        }
        return size;
    }
}
