package io.github.eratosthenes.core.segment;

import java.util.Arrays;

/**
 * Crosses off the multiples of large primes, which have fewer than two multiples in a segment on average, or none in most.
 *
 * <p>Each prime waits in the bucket of the segment with its next multiple p·m, where m is coprime to 210. So a segment looks only at
 * the primes that it needs. After a multiple is crossed off, its prime moves to the bucket of the next multiple. A prime that has
 * no more multiples in the range moves to the bucket of the segment after the last. That bucket has a single block, which is
 * overwritten again and again. So the end of the range only decides the bucket, which the compiler can choose without a branch.
 *
 * <p>An entry is one {@code long}. From the lowest bit on, it holds the index of the multiple's byte in its segment (24 bits),
 * ⌊prime / 30⌋ (30 bits, of which primes below 2^32 need 28), and the state of {@link Wheel210} (10 bits). The buckets are chains of
 * blocks in one array, and blocks of a finished bucket are used again. At first, the array is long enough for the primes that are
 * expected to wait in the first segments. As more primes join in, it doubles, up to the length that all of them are expected to
 * need. The buckets form a ring that is long enough for the farthest jump of the highest prime. {@link BucketSizes} computes these
 * lengths.
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

    /** The index of the current segment's bucket; the bucket of the n-th segment after it is n places further round the ring. */
    private int current;
    /** The bucket of the segment after the range's last, if the ring reaches there. */
    private int dropped = NO_BUCKET;
    /** By bucket: the index in entries after its last entry; for an empty bucket, the index of its first entry. */
    private int[] ends = {};
    /** By bucket: the index in entries of its newest block. */
    private int[] newestBlocks = {};

    private long[] entries = {};
    /** By block: the index in entries of the next block, in a bucket or among the free blocks. */
    private int[] following = {};

    /** By packed prime: the distance to its multiple. The states below are entries without the index. */
    private long[] distances = {};

    private long[] states = {};

    private int usedEntries;
    private int freeBlock;
    /** The bucket whose newest block has just become full. */
    private int fullBucket = NO_BUCKET;

    /**
     * Forgets all primes, and prepares for those of another range. Arrays that are long enough are kept.
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

    /** Sets two arrays that belong together, after both have been allocated: memory may run out at the second. */
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
     * <p>This takes two passes, because only some of the primes have such a multiple. The first pass packs these primes without a
     * branch, since the processor would often foresee that branch wrongly.
     *
     * @param primes primes from 2^15 on and below 2^32; at most {@link SievingPrimes#BATCH} at once
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
     * Returns the first number, at least the prime, whose product with the prime is not below {@code first}. A division of
     * doubles takes a third of the time of a division of longs. The quotient is below 2^48, so its error is less than an eighth.
     * With {@link #ROUND_UP} added, it is the wanted number or the number before.
     */
    private static long firstMultiplier(long first, long prime) {
        long multiplier = (long) ((double) first / (double) prime + ROUND_UP);
        return Math.max(prime, multiplier + ((multiplier * prime - first) >>> 63));
    }

    /** Puts packed primes into their buckets; like {@link #crossOffUntilFull}, returns early if a bucket's block becomes full. */
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

    /** Crosses off in the segment that starts at index {@code origin}, and moves on to the next segment. */
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

    /** Gives the bucket with a full block another block; the bucket of the dropped primes starts again with its own. */
    private void makeRoom() {
        ends[fullBucket] = fullBucket == dropped ? newestBlocks[fullBucket] : addBlock(fullBucket);
        fullBucket = NO_BUCKET;
    }

    /**
     * Crosses off for the entries from {@code begin} to {@code end}, but returns early if a bucket's block becomes full. With a
     * call to add a block inside the loop, the compiler would keep all of the loop's variables in memory. The loop has more
     * variables than there are registers; constant shifts, indices without checks and a table of whole states keep them few.
     *
     * @param farthest the distance, in segments, of the farthest bucket that a prime may move to
     * @return the index of the first entry that is left
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
