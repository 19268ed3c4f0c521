package io.github.eratosthenes.core;

import java.util.Arrays;

/**
 * Sieves one range a segment after another, and tells what is in each: how many primes, or which.
 *
 * <p>The sieve is one {@code byte[]} in the layout of {@link Wheel30}: a pad before the segment, the segment, a pad behind
 * it. What is crossed off in the pad behind is carried to the start of the next segment. The pad before takes the first
 * turns of {@link TurnCrosser}, which may begin before the range. A set bit is a prime once the segment is sieved.
 *
 * <p>Each sieving prime crosses off in the way that costs least for its size: patterns ({@link PreSieve}), turns of 210 in
 * chunks of the level 1 cache, turns of 210 and of 30 in the whole segment ({@link TurnCrosser}), and lists by segment
 * ({@link BucketCrosser}). It joins in when the segments reach its square.
 *
 * <p>The primes 2, 3 and 5 are not in the sieve and not told of.
 *
 * <p>Memory: the sieve, 8 bytes for each sieving prime and, for the big ones, only for those that have a multiple in the
 * range. The lists that hold them grow by half and more, by copying, so the arrays allocated on the way come to about three
 * times the last; {@link #storageBytes} adds them up. Valid for all ranges to 2^63 − 1: positions are counted in bytes of
 * 30 numbers, so that they are far from overflow, and no number above the range is computed.
 */
final class SegmentCursor {

    private static final long HIGHEST_ROOT = 3_037_000_499L;
    /** Below it, a range is sieved from 0 on, as the primes of the patterns have to be put back. */
    private static final int FROM_ZERO_END = 240;

    /** From this many p bytes on, turns of 210 cross off less: 80 / (8 − 48/7). */
    private static final int SHORT_OF_TURNS = 70;

    private static final byte[] ONES = new byte[PreSieve.RUN];

    static {
        Arrays.fill(ONES, (byte) -1);
    }

    private final SegmentSizes standardSizes;
    private final Runnable checkpoint;
    private final TurnCrosser small = TurnCrosser.withTurnsOf210();
    private final TurnCrosser medium = TurnCrosser.withTurnsOf210();
    private final TurnCrosser large = TurnCrosser.withTurnsOf30();
    private final StepCrosser larger = new StepCrosser();
    private final BucketCrosser big = new BucketCrosser();

    private long from;
    private long to;
    private long root;
    private long lastPosition;
    private SegmentSizes sizes;
    private final SievingPrimes sievingPrimes;

    private final PreSieve preSieve;
    private byte[] sieve = {};
    private int segmentBytes;
    private int padBytes;
    /** Index of the segment's first byte. */
    private int origin;
    /** Index after the segment's last byte. */
    private int end;

    /** Position among all bytes of the segment's first byte. */
    private long position;

    private boolean started;
    private boolean hasBig;
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
     *     found; what it throws ends the call, after which the cursor can only be restarted
     */
    SegmentCursor(long from, long to, SegmentSizes sizes, Runnable checkpoint) {
        standardSizes = sizes;
        this.checkpoint = checkpoint;
        this.sizes = sizes;
        sievingPrimes = new SievingPrimes(sizes, checkpoint);
        preSieve = new PreSieve(sizes.wordCode());
        restart(from, to);
    }

    /** Starts anew before the first segment of another range, with the same arrays where they are long enough. */
    void restart(long from, long to) {
        this.from = Math.max(from, 7);
        this.to = to;
        root = floorSqrt(to);
        sizes = standardSizes.forRoot(root);
        position = this.from < FROM_ZERO_END ? 0 : this.from / 30;
        lastPosition = to / 30;
        padBytes = padBytes(root, sizes);
        long length = lastPosition - position + 1;
        segmentBytes = segmentBytes(length, padBytes, sizes);
        origin = position == 0 && length <= segmentBytes ? 0 : padBytes;
        int sieveBytes = this.from > to ? 0 : origin + segmentBytes + padBytes;
        if (sieve.length < sieveBytes) {
            sieve = new byte[sieveBytes];
        }
        started = false;
        small.clear();
        medium.clear();
        large.clear();
        larger.clear();
        hasBig = false;
        sievingPrimes.start(root);
    }

    private static int padBytes(long root, SegmentSizes sizes) {
        return (int) Math.min(sizes.padBytes(), roundUp(13 * root + 1));
    }

    private static int segmentBytes(long length, int padBytes, SegmentSizes sizes) {
        return (int) Math.min(sizes.segmentBytes(), Math.max(padBytes, roundUp(length)));
    }

    /** Returns the bytes that sieving a range allocates, the copies of growing lists with them. */
    static long storageBytes(long from, long to, SegmentSizes standardSizes) {
        long patterns = PreSieve.storageBytes(standardSizes.wordCode());
        if (to < 7) {
            return patterns;
        }
        long root = floorSqrt(to);
        SegmentSizes sizes = standardSizes.forRoot(root);
        long position = from < FROM_ZERO_END ? 0 : from / 30;
        long length = to / 30 - position + 1;
        int padBytes = padBytes(root, sizes);
        int segmentBytes = segmentBytes(length, padBytes, sizes);
        int padBefore = position == 0 && length <= segmentBytes ? 0 : padBytes;
        long small = primes(PreSieve.MAX_PRIME, Math.min(sizes.smallPrimeMax(), root));
        long medium = primes(sizes.smallPrimeMax(), Math.min(sizes.turn210PrimeMax(), root));
        long large = primes(sizes.turn210PrimeMax(), Math.min(sizes.turn30PrimeMax(), root));
        long larger = primes(sizes.turn30PrimeMax(), Math.min(sizes.stepPrimeMax(), root));
        return patterns
                + Bounds.arrayBytes(padBefore + segmentBytes + padBytes, Byte.BYTES)
                + TurnCrosser.storageBytes(small)
                + TurnCrosser.storageBytes(medium)
                + TurnCrosser.storageBytes(large)
                + StepCrosser.storageBytes(larger)
                + bigBytes(sizes.stepPrimeMax(), root, position, length - 1, segmentBytes)
                + SievingPrimes.storageBytes(root, standardSizes);
    }

    private static long bigBytes(long stepPrimeMax, long root, long position, long distance, int segmentBytes) {
        if (root <= stepPrimeMax) {
            return 0;
        }
        long skippedSegments = Math.max(0, stepPrimeMax * stepPrimeMax / 30 - position) / segmentBytes;
        long skipped = skippedSegments * segmentBytes;
        long end = position + skipped + segmentBytes;
        long firstRoot = distance - skipped < segmentBytes ? root : floorSqrt(end * 30 - 1);
        return BucketCrosser.storageBytes(segmentBytes, stepPrimeMax, firstRoot, root, distance - skipped);
    }

    /** Returns about how many primes there are above one number and up to another. */
    private static long primes(long above, long to) {
        return to <= above
                ? 0
                : (long) (LogarithmicIntegral.value((double) to) - LogarithmicIntegral.value((double) above));
    }

    private static long roundUp(long bytes) {
        return (bytes + PreSieve.RUN - 1) / PreSieve.RUN * PreSieve.RUN;
    }

    /** Returns ⌊√n⌋ for n from 0 to 2^63 − 1. */
    static long floorSqrt(long n) {
        long root = Math.min((long) Math.sqrt((double) n), HIGHEST_ROOT);
        return root * root > n ? root - 1 : root;
    }

    /** Sieves the next segment; returns false when there is none. */
    boolean next() {
        if (started ? lastPosition - position < segmentBytes : from > to) {
            return false;
        }
        if (started) {
            checkpoint.run();
            position += segmentBytes;
            System.arraycopy(sieve, origin + segmentBytes, sieve, origin, padBytes);
            fill(origin + padBytes);
        } else {
            started = true;
            fill(0);
        }
        end = origin + (int) Math.min(segmentBytes, lastPosition - position + 1);
        addSievingPrimes();
        crossOff();
        trim();
        wordAt = origin;
        return true;
    }

    /** Sets all bits from an index on. Copies take as long as a filling loop with C2, and a fraction of that with C1. */
    private void fill(int from) {
        for (int at = from; at < sieve.length; at += ONES.length) {
            System.arraycopy(ONES, 0, sieve, at, Math.min(ONES.length, sieve.length - at));
        }
    }

    private void addSievingPrimes() {
        long segmentRoot = isLast() ? root : floorSqrt((position + segmentBytes) * 30 - 1);
        while (sievingPrimes.hasNext(Math.min(segmentRoot, sizes.stepPrimeMax()))) {
            addSievingPrime(sievingPrimes.next());
        }
        while (sievingPrimes.hasNext(segmentRoot)) {
            addBatch(segmentRoot);
        }
    }

    private void addBatch(long segmentRoot) {
        if (!hasBig) {
            hasBig = true;
            big.start(segmentBytes, sizes.stepPrimeMax(), segmentRoot, root, position, lastPosition);
        }
        int begin = sievingPrimes.index();
        int end = sievingPrimes.skipTo(segmentRoot);
        big.add(sievingPrimes.primes(), begin, end, position);
    }

    private boolean isLast() {
        return lastPosition - position < segmentBytes;
    }

    private void addSievingPrime(long prime) {
        long multiplier = firstMultiplier(position * 30, prime);
        if (prime <= sizes.turn210PrimeMax() && isLittleLeft(prime, multiplier)) {
            large.add((int) prime, multiplier, position - origin);
        } else if (prime <= sizes.smallPrimeMax()) {
            small.add((int) prime, multiplier, position - origin);
        } else if (prime <= sizes.turn210PrimeMax()) {
            medium.add((int) prime, multiplier, position - origin);
        } else if (prime <= sizes.turn30PrimeMax()) {
            large.add((int) prime, multiplier, position - origin);
        } else {
            larger.add(prime, multiplier, position);
        }
    }

    /**
     * Says whether turns of 30 cross off less than turns of 210 from a multiple to the range's end. Both cross off beyond: a
     * turn of 210 on average 80 times more than one of 30, which crosses off 8 times instead of 48/7 for each p bytes.
     */
    private boolean isLittleLeft(long prime, long multiplier) {
        return prime * multiplier > (lastPosition - SHORT_OF_TURNS * prime) * 30;
    }

    /** Returns the first number, at least the prime, whose product with the prime is not below {@code first}. */
    private static long firstMultiplier(long first, long prime) {
        return first <= prime * prime ? prime : (first - 1) / prime + 1;
    }

    private void crossOff() {
        preSieve.crossOff(sieve, origin, end, position);
        for (int at = origin; at < end; at += sizes.chunkBytes()) {
            small.crossOff(sieve, Math.min(at + sizes.chunkBytes(), end));
        }
        small.moveBack(segmentBytes);
        medium.crossOff(sieve, end);
        medium.moveBack(segmentBytes);
        large.crossOff(sieve, end);
        large.moveBack(segmentBytes);
        larger.crossOff(sieve, origin, segmentBytes);
        if (hasBig) {
            big.crossOff(sieve, origin, position);
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
        if (isLast()) {
            for (int bit = 0; bit < Wheel30.CLASSES; bit++) {
                if (lastPosition * 30 > to - Wheel30.residue(bit)) {
                    sieve[end - 1] &= (byte) ~(1 << bit);
                }
            }
            Arrays.fill(sieve, end, origin + (end - origin + 7 & -8), (byte) 0);
        }
    }

    /** Returns the number of primes in the segment. */
    int count() {
        return PrimeBits.count(sieve, origin, origin + (end - origin + 7 & -8), sizes.wordCode());
    }

    /**
     * Fills a buffer with the next primes of the range in ascending order, sieving on where needed.
     *
     * @param buffer 64 long or longer; it may not be filled up
     * @return how many primes, or 0 at the end of the range
     */
    int primes(long[] buffer) {
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
