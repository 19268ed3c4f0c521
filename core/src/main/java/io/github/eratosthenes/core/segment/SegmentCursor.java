package io.github.eratosthenes.core.segment;

import java.util.Arrays;

/**
 * Sieves one range a segment after another, and tells what is in each: how many primes, or which.
 *
 * <p>The sieve is one {@code byte[]} in the layout of {@link Wheel30}: a pad before the segment, the segment, a pad behind
 * it ({@link SegmentLayout}). What is crossed off in the pad behind is carried to the start of the next segment. The pad before
 * takes the first turns of {@link TurnCrosser}, which may begin before the range. A set bit is a prime once the segment is
 * sieved.
 *
 * <p>{@link PreSieve} crosses off with the smallest primes, {@link Crossers} with the others.
 *
 * <p>The primes 2, 3 and 5 are not in the sieve and not told of.
 *
 * <p>Memory: the sieve, 8 bytes for each sieving prime and, for those in buckets, only for those that have a multiple in the
 * range. The arrays that hold them grow by half and more, by copying, so all that is allocated on the way comes to about three
 * times the last; {@link SegmentMemory} adds it up. Valid for all ranges to 2^63 − 1: no number above the range is computed.
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
    /** Whether a call has begun and not come to its end: then the sieve is neither that of one segment nor of the next. */
    private boolean unfinished;
    /** Index of the next word to be read. */
    private int wordAt;

    /** Creates a cursor before the first segment of the range from 0 ≤ from to to; it is empty if from is above to. */
    SegmentCursor(long from, long to, SegmentSizes sizes) {
        this(from, to, sizes, () -> {});
    }

    /**
     * Creates a cursor as the shorter constructor does.
     *
     * @param checkpoint called before each segment but the first, and each time that some more sieving primes have been
     *     found; what it throws ends the call
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
     * Starts anew before the first segment of another range, with the same arrays where they are long enough. This is all that
     * can be done with a cursor after a call of it has thrown.
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
     * Sieves the next segment; returns false when there is none.
     *
     * @throws IllegalStateException if a call before has thrown and the cursor was not restarted
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

    /** Sets all bits from an index on. Copies take as long as a filling loop with C2, and a fraction of that with C1. */
    private void fill(int from) {
        for (int at = from; at < sieve.length; at += ONES.length) {
            System.arraycopy(ONES, 0, sieve, at, Math.min(ONES.length, sieve.length - at));
        }
    }

    /** Clears what is not of the range, to the end of the last word. */
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
     * Fills a buffer with the next primes of the range in ascending order, sieving on where needed.
     *
     * @param buffer 64 long or longer; it may not be filled up
     * @return how many primes, or 0 at the end of the range
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
