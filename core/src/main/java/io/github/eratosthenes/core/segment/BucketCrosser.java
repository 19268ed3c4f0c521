package io.github.eratosthenes.core.segment;

import java.util.Arrays;

/**
 * Crosses off the multiples of the primes that have few multiples in a segment, or none in most.
 *
 * <p>Each prime waits in the bucket of the segment that has its next multiple coprime to 210, so a segment looks at the primes
 * that it needs and no others. After its multiple is crossed off, the prime moves to the bucket of the next. A prime that has
 * no more multiples in the range moves to the bucket of the segment after the last, of one block that is overwritten time and
 * again: so all that depends on the range's end is which bucket, which the compiler chooses without a branch.
 *
 * <p>An entry is one {@code long}: from the lowest bit on the index of the multiple's byte in its segment (24 bits), ⌊prime / 30⌋
 * (30 bits, of which primes below 2^32 need 28), and the state of {@link Wheel210} (10 bits). The buckets are chains of blocks in one array; blocks of a
 * finished bucket are used again. The array is as long as the primes that are expected to wait in the first segments need. Where
 * the range goes on to where more have joined in, it doubles, up to what all of them are expected to need. The buckets
 * themselves are a ring, long enough for the farthest jump of the highest prime. {@link BucketSizes} has all these lengths.
 *
 * <p>Memory: 8 bytes for each waiting prime, and a block of {@value BucketSizes#BLOCK} entries for each bucket.
 *
 * <p>Source: T. Oliveira e Silva's bucket sieve, as in K. Walisch's EratBig (primesieve).
 */
final class BucketCrosser {

    private static final int BLOCK_BITS = BucketSizes.BLOCK_BITS;
    private static final int BLOCK = BucketSizes.BLOCK;
    private static final int AT_BITS = 24;
    private static final int AT_MASK = (1 << AT_BITS) - 1;
    private static final int STATE_SHIFT = Long.SIZE - Wheel210.STATE_BITS;
    private static final int PRIME_MASK = (1 << (STATE_SHIFT - AT_BITS)) - 1;
    private static final double ROUND_UP = 0.875;
    private static final int NO_BLOCK = -1;
    private static final int NO_BUCKET = -1;

    private BucketSizes sizes = new BucketSizes(0, 0, 0, 0);
    private int segmentBits;
    private long lastPosition;

    /** Index of the current segment's bucket; the bucket of the segment n later is n further round the ring. */
    private int current;
    /** The bucket of the segment after the range's last, if the ring reaches there. */
    private int dropped = NO_BUCKET;
    /** By bucket: index in entries after the last one, or of the first one if the bucket is empty. */
    private int[] ends = {};
    /** By bucket: index in entries of its newest block. */
    private int[] newestBlocks = {};

    private long[] entries = {};
    /** By block: the index in entries of the block to follow, in a bucket or among the free ones. */
    private int[] following = {};

    /** By packed prime: the distance to its multiple, and an entry without the index. */
    private long[] distances = {};

    private long[] states = {};

    private int usedEntries;
    private int freeBlock;
    /** The bucket whose newest block has just become full. */
    private int fullBucket = NO_BUCKET;

    /**
     * Forgets all primes, and makes ready for those of another range; the arrays are kept where they are long enough.
     *
     * @param lastPosition the position of the range's last byte
     */
    void start(BucketSizes sizes, long lastPosition) {
        this.sizes = sizes;
        this.lastPosition = lastPosition;
        segmentBits = sizes.segmentBits();
        if (following.length < sizes.blocks()) {
            setBlocks(new long[sizes.blocks() << BLOCK_BITS], new int[sizes.blocks()]);
        }
        if (states.length == 0) {
            distances = new long[SievingPrimes.BATCH];
            states = new long[SievingPrimes.BATCH];
        }
        ends = new int[sizes.buckets()];
        newestBlocks = new int[sizes.buckets()];
        current = 0;
        dropped = NO_BUCKET;
        usedEntries = 0;
        freeBlock = NO_BLOCK;
        for (int bucket = 0; bucket < sizes.buckets(); bucket++) {
            startBucket(bucket);
        }
    }

    /** Takes arrays that belong together only when both of them are there: memory may be out for the second. */
    private void setBlocks(long[] entries, int[] following) {
        this.entries = entries;
        this.following = following;
    }

    private void startBucket(int bucket) {
        int block = takeBlock();
        following[block >>> BLOCK_BITS] = NO_BLOCK;
        newestBlocks[bucket] = block;
        ends[bucket] = block;
    }

    private int takeBlock() {
        int block = freeBlock;
        if (block != NO_BLOCK) {
            freeBlock = following[block >>> BLOCK_BITS];
            return block;
        }
        block = usedEntries;
        if (block == entries.length) {
            int blocks = sizes.moreBlocks(following.length);
            setBlocks(Arrays.copyOf(entries, blocks << BLOCK_BITS), Arrays.copyOf(following, blocks));
        }
        usedEntries = block + BLOCK;
        return block;
    }

    /**
     * Adds the primes of an array that have a multiple in the range, from one index up to but not including another.
     *
     * <p>In two passes, since only a part of the primes has one: the first packs those without a branch that would be foreseen
     * wrongly as often as not.
     *
     * @param primes 2^15 or above and below 2^32; no more at once than {@link SievingPrimes#BATCH}
     * @param position the position of the current segment
     */
    void add(long[] primes, int begin, int end, long position) {
        long[] distances = this.distances;
        long[] states = this.states;
        long limit = lastPosition - position;
        long first = position * Wheel30.NUMBERS_PER_BYTE;
        int size = 0;
        for (int i = begin; i < end; i++) {
            long prime = primes[i];
            long multiplier = firstMultiplier(first, prime);
            int residue = Wheel210.residue(multiplier);
            long at = (prime * (multiplier + Wheel210.toCoprime(residue)) - first) / Wheel30.NUMBERS_PER_BYTE;
            long k = prime / Wheel30.NUMBERS_PER_BYTE;
            long state = Wheel210.state((int) (prime - k * Wheel30.NUMBERS_PER_BYTE), residue);
            distances[size] = at;
            states[size] = (state << STATE_SHIFT) | (k << AT_BITS);
            size += (int) ((at - limit - 1) >>> 63);
        }
        for (int i = 0; i < size; ) {
            i = putUntilFull(i, size);
            if (fullBucket != NO_BUCKET) {
                makeRoom();
            }
        }
    }

    /**
     * Returns the first number, at least the prime, whose product with the prime is not below {@code first}. The quotient of
     * doubles takes a third of the time of a division of longs. It is below 2^48, so it is less than an eighth off, and with
     * {@link #ROUND_UP} added is the wanted number or the one before.
     */
    private static long firstMultiplier(long first, long prime) {
        long multiplier = (long) ((double) first / (double) prime + ROUND_UP);
        return Math.max(prime, multiplier + ((multiplier * prime - first) >>> 63));
    }

    /** Puts packed primes into their buckets, but returns early where a bucket's block has become full, as below. */
    private int putUntilFull(int begin, int end) {
        long[] distances = this.distances;
        long[] states = this.states;
        long[] entries = this.entries;
        int[] ends = this.ends;
        int segmentBits = this.segmentBits;
        int current = this.current;
        int atMask = (1 << segmentBits) - 1;
        for (int i = begin; i < end; i++) {
            long at = distances[i];
            int bucket = current + (int) (at >>> segmentBits) & ends.length - 1;
            int bucketEnd = ends[bucket];
            entries[bucketEnd++] = states[i] | (at & atMask);
            ends[bucket] = bucketEnd;
            if ((bucketEnd & BLOCK - 1) == 0) {
                fullBucket = bucket;
                return i + 1;
            }
        }
        return end;
    }

    private int addBlock(int bucket) {
        int block = takeBlock();
        following[block >>> BLOCK_BITS] = newestBlocks[bucket];
        newestBlocks[bucket] = block;
        return block;
    }

    /** Crosses off in the segment from index {@code origin} on, and goes on to the next. */
    void crossOff(byte[] sieve, int origin, long position) {
        int segmentsLeft = (int) Math.min((lastPosition - position) >>> segmentBits, ends.length);
        dropped = segmentsLeft + 1 < ends.length ? current + segmentsLeft + 1 & ends.length - 1 : NO_BUCKET;
        int bucket = current & ends.length - 1;
        int newest = newestBlocks[bucket];
        while (ends[bucket] != newest || following[newest >>> BLOCK_BITS] != NO_BLOCK) {
            int end = ends[bucket];
            startBucket(bucket);
            for (int block = newest; block != NO_BLOCK; ) {
                crossOff(sieve, origin, block, end, segmentsLeft + 1);
                int next = following[block >>> BLOCK_BITS];
                following[block >>> BLOCK_BITS] = freeBlock;
                freeBlock = block;
                block = next;
                end = next + BLOCK;
            }
            newest = newestBlocks[bucket];
        }
        current++;
    }

    private void crossOff(byte[] sieve, int origin, int begin, int end, int farthest) {
        for (int i = begin; i < end; ) {
            i = crossOffUntilFull(sieve, origin, i, end, farthest);
            if (fullBucket != NO_BUCKET) {
                makeRoom();
            }
        }
    }

    /** Gives the bucket whose block has become full another; that of the dropped primes starts anew. */
    private void makeRoom() {
        ends[fullBucket] = fullBucket == dropped ? newestBlocks[fullBucket] : addBlock(fullBucket);
        fullBucket = NO_BUCKET;
    }

    /**
     * Crosses off for the entries from {@code begin} to {@code end}, but returns early where a bucket's block has become full:
     * a call to add one would make the compiler keep all of this loop's variables in memory. The loop has more variables than
     * there are registers; constant shifts, indices that need no check and a table read by whole states leave it the fewest.
     *
     * @param farthest how many segments on the farthest bucket is that a prime may move to
     * @return the index of the first entry left
     */
    private int crossOffUntilFull(byte[] sieve, int origin, int begin, int end, int farthest) {
        long[] entries = this.entries;
        int[] ends = this.ends;
        int[] steps = Wheel210.steps();
        int segmentBits = this.segmentBits;
        int current = this.current;
        int atMask = (1 << segmentBits) - 1;
        for (int i = begin; i < end; i++) {
            long entry = entries[i];
            int at = (int) entry & AT_MASK;
            int step = steps[(int) (entry >>> STATE_SHIFT)];
            sieve[origin + at] &= Wheel210.mask(step);
            int k = (int) (entry >>> AT_BITS) & PRIME_MASK;
            int next = at + k * Wheel210.gap(step) + Wheel210.carry(step);
            int bucket = current + Math.min(next >>> segmentBits, farthest) & ends.length - 1;
            int bucketEnd = ends[bucket];
            entries[bucketEnd++] = ((long) step << STATE_SHIFT) | ((long) k << AT_BITS) | (next & atMask);
            ends[bucket] = bucketEnd;
            if ((bucketEnd & BLOCK - 1) == 0) {
                fullBucket = bucket;
                return i + 1;
            }
        }
        return end;
    }
}
