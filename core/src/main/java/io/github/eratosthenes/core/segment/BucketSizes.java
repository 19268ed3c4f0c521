package io.github.eratosthenes.core.segment;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;
import io.github.eratosthenes.core.arithmetic.LogarithmicIntegral;

/**
 * The number of buckets that a {@link BucketCrosser} needs, and of blocks that its primes are expected to fill.
 *
 * @param segmentBits the bits of an index into a segment
 * @param buckets the number of buckets: a power of two, enough for the farthest jump of the highest prime
 * @param blocks the blocks for the primes that may be added for the first segment
 * @param expectedBlocks the blocks for the primes of the whole range
 */
record BucketSizes(int segmentBits, int buckets, int blocks, int expectedBlocks) {

    static final int BLOCK_BITS = 9;

    /**
     * Entries of a block. Shorter blocks are full more often, and then need another block. Longer blocks leave more of the array
     * empty in each bucket. Measured: docs/adr/0001, "Constants".
     */
    static final int BLOCK = 1 << BLOCK_BITS;

    /** Parts of equal length into which a span of primes is divided; all primes of a part are assumed to be equally likely to wait. */
    private static final int PARTS = 64;

    /**
     * Returns the sizes for the primes above {@link SegmentSizes#stepPrimeMax()}.
     *
     * @param position the position of the first segment that has such primes
     * @param firstHighestPrime the highest prime that may be added for it
     */
    static BucketSizes of(SegmentLayout layout, long position, long firstHighestPrime) {
        int segmentBits = Integer.SIZE - Integer.numberOfLeadingZeros(layout.segmentBytes() - 1);
        long lowestPrime = layout.sizes().stepPrimeMax();
        long distance = layout.lastPosition() - position;
        int buckets = buckets(segmentBits, layout.root(), distance);
        return new BucketSizes(
                segmentBits,
                buckets,
                blocks(buckets, lowestPrime, firstHighestPrime, distance),
                blocks(buckets, lowestPrime, layout.root(), distance));
    }

    private static int buckets(int segmentBits, long highestPrime, long distance) {
        long farthest = Math.min((highestPrime / 30 + 1) * Wheel210.LONGEST_GAP + Wheel210.LONGEST_GAP, distance);
        return Integer.highestOneBit((int) (farthest >>> segmentBits) + 1) << 1;
    }

    /** Returns the blocks for the primes that are expected to wait and 1/128 more, with a block that is not full in each bucket. */
    private static int blocks(int buckets, long lowestPrime, long highestPrime, long distance) {
        long waiting = (long) (waiting(lowestPrime, highestPrime, distance) * (1 + 1.0 / 128));
        return (int) (waiting >>> BLOCK_BITS) + buckets + 2;
    }

    /**
     * Returns how many primes of a span are expected to have a multiple in a range. A prime has a multiple there if one of the
     * wheel's gaps ends in the range. A gap that is no longer than the range, in multiples of the prime, always does.
     */
    private static double waiting(long lowestPrime, long highestPrime, long distance) {
        double waiting = 0;
        double part = (double) (highestPrime - lowestPrime) / PARTS;
        double primesBelow = LogarithmicIntegral.value((double) lowestPrime);
        for (int i = 1; i <= PARTS; i++) {
            double end = lowestPrime + i * part;
            double primesToEnd = LogarithmicIntegral.value(end);
            waiting += (primesToEnd - primesBelow) * Wheel210.chance(30.0 * distance / (end - part / 2));
            primesBelow = primesToEnd;
        }
        return waiting;
    }

    /** Returns the next number of blocks if the present number is too low. */
    int moreBlocks(int blocks) {
        return blocks < expectedBlocks ? Math.min(2 * blocks, expectedBlocks) : blocks + blocks / 8 + 1;
    }

    /** Returns the bytes of the arrays and of their copies. */
    long storageBytes() {
        long bytes = 2 * ArrayBytes.of(buckets, Integer.BYTES)
                + 2 * ArrayBytes.of(SievingPrimes.BATCH, Long.BYTES)
                + blockBytes(blocks);
        for (int length = blocks; length < expectedBlocks; ) {
            length = moreBlocks(length);
            bytes += blockBytes(length);
        }
        return bytes;
    }

    private static long blockBytes(long blocks) {
        return ArrayBytes.of(blocks << BLOCK_BITS, Long.BYTES) + ArrayBytes.of(blocks, Integer.BYTES);
    }
}
