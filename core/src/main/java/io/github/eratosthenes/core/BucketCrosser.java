package io.github.eratosthenes.core;

import java.util.Arrays;

/**
 * Crosses off the multiples of the primes that have few multiples in a segment, or none in most.
 *
 * <p>Each prime waits in the list of the segment that has its next multiple coprime to 210, so a segment looks at the primes
 * that it needs and no others. After its multiple is crossed off, the prime moves to the list of the next. A prime that has
 * no more multiples in the range moves to one list more, of one block that is overwritten time and again: so all that
 * depends on the range's end is which list, which the compiler can choose without a branch.
 *
 * <p>An entry is one {@code long}: from the lowest bit on the index of the multiple's byte in its segment, the state of {@link
 * Wheel210}, and ⌊prime / 30⌋ (27 bits, for primes below 2^32). The lists are chains of blocks in one array; blocks of a finished list are
 * used again. The array is as long as the primes that are expected to wait in the first segments need. Where the range goes
 * on to where more have joined in, it doubles, up to what all of them are expected to need. The lists themselves are a ring,
 * long enough for the farthest jump of the highest prime.
 *
 * <p>Memory: 8 bytes for each waiting prime, and a block of {@value #BLOCK} entries for each list.
 *
 * <p>Source: T. Oliveira e Silva's bucket sieve, as in K. Walisch's EratBig (primesieve).
 */
final class BucketCrosser {

    private static final int BLOCK_BITS = 9;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int NO_BLOCK = -1;
    private static final int NO_LIST = -1;

    /** Parts of equal length of a span of primes, in each of which they are taken to be equally likely to wait. */
    private static final int PARTS = 64;

    private int segmentBits;
    private long lastPosition;

    /** Index of the current segment's list; the list of the segment n later is n further round the ring. */
    private int current;
    /** By list, after those of the ring that of the dropped primes: index in entries after the last one, or of the first one if the list is empty. */
    private int[] ends = {};
    /** By list: index in entries of its newest block. */
    private int[] newestBlocks = {};

    private long[] entries = {};
    /** By block: the index in entries of the block to follow, in a list or among the free ones. */
    private int[] following = {};

    /** How many blocks the primes of the whole range are expected to need. */
    private int expectedBlocks;

    /** By packed prime: the distance to its multiple, ⌊prime / 30⌋ and its state as in an entry. */
    private long[] distances = {};

    private long[] states = {};

    private int usedEntries;
    private int freeBlock;
    /** The list whose newest block has just become full. */
    private int fullList = NO_LIST;

    /**
     * Forgets all primes, and makes ready for those of another range; the arrays are kept where they are long enough.
     *
     * @param segmentBytes bytes of a segment, a power of two, except for a single segment
     * @param lowestPrime about the lowest prime that will be added
     * @param firstHighestPrime the highest prime that may be added for the first segment
     * @param highestPrime the highest prime that may be added
     * @param position the position of the first segment
     * @param lastPosition the position of the range's last byte
     */
    void start(
            int segmentBytes,
            long lowestPrime,
            long firstHighestPrime,
            long highestPrime,
            long position,
            long lastPosition) {
        this.lastPosition = lastPosition;
        long distance = lastPosition - position;
        segmentBits = segmentBits(segmentBytes);
        int lists = lists(segmentBytes, highestPrime, distance);
        int blocks = blocks(lists, lowestPrime, firstHighestPrime, distance);
        expectedBlocks = blocks(lists, lowestPrime, highestPrime, distance);
        if (following.length < blocks) {
            entries = new long[blocks << BLOCK_BITS];
            following = new int[blocks];
        }
        if (distances.length == 0) {
            distances = new long[SievingPrimes.BATCH];
            states = new long[SievingPrimes.BATCH];
        }
        ends = new int[lists + 1];
        newestBlocks = new int[lists + 1];
        current = 0;
        usedEntries = 0;
        freeBlock = NO_BLOCK;
        for (int list = 0; list <= lists; list++) {
            startList(list);
        }
    }

    private static int segmentBits(int segmentBytes) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(segmentBytes - 1);
    }

    private static int lists(int segmentBytes, long highestPrime, long distance) {
        long farthest = Math.min((highestPrime / 30 + 1) * Wheel210.LONGEST_GAP + Wheel210.LONGEST_GAP, distance);
        return Integer.highestOneBit((int) (farthest >>> segmentBits(segmentBytes)) + 1) << 1;
    }

    /** Returns the blocks for the primes expected to wait and one in 128 more, with a block not yet full in each list. */
    private static int blocks(int lists, long lowestPrime, long highestPrime, long distance) {
        long waiting = (long) (waiting(lowestPrime, highestPrime, distance) * (1 + 1.0 / 128));
        return (int) (waiting >>> BLOCK_BITS) + lists + 3;
    }

    /**
     * Returns how many primes of a span are expected to have a multiple in a range. A prime has one where a gap of the wheel
     * ends in it: that of a gap no longer than the range, counted in multiples of the prime, always does.
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

    /** Returns the bytes that the arrays and their copies take; the parameters are those of {@link #start}. */
    static long storageBytes(
            int segmentBytes, long lowestPrime, long firstHighestPrime, long highestPrime, long distance) {
        int lists = lists(segmentBytes, highestPrime, distance);
        int blocks = blocks(lists, lowestPrime, firstHighestPrime, distance);
        int expectedBlocks = blocks(lists, lowestPrime, highestPrime, distance);
        long bytes = 2 * Bounds.arrayBytes(lists + 1, Integer.BYTES)
                + 2 * Bounds.arrayBytes(SievingPrimes.BATCH, Long.BYTES)
                + blockBytes(blocks);
        while (blocks < expectedBlocks) {
            blocks = moreBlocks(blocks, expectedBlocks);
            bytes += blockBytes(blocks);
        }
        return bytes;
    }

    private static long blockBytes(long blocks) {
        return Bounds.arrayBytes(blocks << BLOCK_BITS, Long.BYTES) + Bounds.arrayBytes(blocks, Integer.BYTES);
    }

    /** Returns how many blocks there are to be when some have become too few. */
    private static int moreBlocks(int blocks, int expectedBlocks) {
        return blocks < expectedBlocks ? Math.min(2 * blocks, expectedBlocks) : blocks + blocks / 8 + 1;
    }

    private void startList(int list) {
        int block = takeBlock();
        following[block >>> BLOCK_BITS] = NO_BLOCK;
        newestBlocks[list] = block;
        ends[list] = block;
    }

    private int takeBlock() {
        int block = freeBlock;
        if (block != NO_BLOCK) {
            freeBlock = following[block >>> BLOCK_BITS];
            return block;
        }
        block = usedEntries;
        usedEntries += BLOCK;
        if (usedEntries > entries.length) {
            int blocks = moreBlocks(following.length, expectedBlocks);
            entries = Arrays.copyOf(entries, blocks << BLOCK_BITS);
            following = Arrays.copyOf(following, blocks);
        }
        return block;
    }

    /**
     * Adds the primes of an array that have a multiple in the range, from one index up to but not including another.
     *
     * <p>In two passes, since only a part of the primes has one: the first packs those without a branch that would be foreseen
     * wrongly as often as not.
     *
     * @param primes 2^12 or above and below 2^32; no more at once than {@link SievingPrimes#BATCH}
     * @param position the position of the current segment
     */
    void add(long[] primes, int begin, int end, long position) {
        long[] distances = this.distances;
        long[] states = this.states;
        long limit = lastPosition - position;
        int size = 0;
        for (int i = begin; i < end; i++) {
            long prime = primes[i];
            long multiplier = firstMultiplier(position * 30, prime);
            long at = Wheel210.distance(position, prime, Wheel210.coprime(multiplier));
            distances[size] = at;
            states[size] = ((prime / 30) << Wheel210.STATE_BITS) | Wheel210.state(prime, multiplier);
            size += (int) ((at - limit - 1) >>> 63);
        }
        for (int i = 0; i < size; ) {
            i = putUntilFull(i, size);
            if (fullList != NO_LIST) {
                makeRoom();
            }
        }
    }

    /**
     * Returns the first number, at least the prime, whose product with the prime is not below {@code first}. The quotient of
     * doubles is below 2^52, so it is off by one at most, and takes a third of the time of a division of longs.
     */
    private static long firstMultiplier(long first, long prime) {
        long quotient = (long) ((double) first / (double) prime);
        long rest = first - quotient * prime;
        return Math.max(prime, quotient + (-rest >>> 63) + ((prime - rest) >>> 63) - ((rest + prime - 1) >>> 63));
    }

    /** Puts packed primes into their lists, but returns early where a list's block has become full, as below. */
    private int putUntilFull(int begin, int end) {
        long[] distances = this.distances;
        long[] states = this.states;
        long[] entries = this.entries;
        int[] ends = this.ends;
        int segmentBits = this.segmentBits;
        int current = this.current;
        int atMask = (1 << segmentBits) - 1;
        int listMask = ends.length - 2;
        for (int i = begin; i < end; i++) {
            long at = distances[i];
            int list = current + (int) (at >>> segmentBits) & listMask;
            int listEnd = ends[list];
            entries[listEnd++] = (states[i] << segmentBits) | (at & atMask);
            ends[list] = listEnd;
            if ((listEnd & BLOCK - 1) == 0) {
                fullList = list;
                return i + 1;
            }
        }
        return end;
    }

    private int addBlock(int list) {
        int block = takeBlock();
        following[block >>> BLOCK_BITS] = newestBlocks[list];
        newestBlocks[list] = block;
        return block;
    }

    /** Crosses off in the segment from index {@code origin} on, and goes on to the next. */
    void crossOff(byte[] sieve, int origin, long position) {
        long lastAt = lastPosition - position;
        int list = current & ends.length - 2;
        int newest = newestBlocks[list];
        while (ends[list] != newest || following[newest >>> BLOCK_BITS] != NO_BLOCK) {
            int end = ends[list];
            startList(list);
            for (int block = newest; block != NO_BLOCK; ) {
                crossOff(sieve, origin, block, end, lastAt);
                int next = following[block >>> BLOCK_BITS];
                following[block >>> BLOCK_BITS] = freeBlock;
                freeBlock = block;
                block = next;
                end = next + BLOCK;
            }
            newest = newestBlocks[list];
        }
        current++;
    }

    private void crossOff(byte[] sieve, int origin, int begin, int end, long lastAt) {
        for (int i = begin; i < end; ) {
            i = crossOffUntilFull(sieve, origin, i, end, lastAt);
            if (fullList != NO_LIST) {
                makeRoom();
            }
        }
    }

    /** Gives the list whose block has become full another; that of the dropped primes starts anew. */
    private void makeRoom() {
        ends[fullList] = fullList == ends.length - 1 ? newestBlocks[fullList] : addBlock(fullList);
        fullList = NO_LIST;
    }

    /**
     * Crosses off for the entries from {@code begin} to {@code end}, but returns early where a list's block has become full:
     * a call to add one would make the compiler keep all of this loop's variables in memory.
     *
     * @return the index of the first entry left
     */
    private int crossOffUntilFull(byte[] sieve, int origin, int begin, int end, long lastAt) {
        long[] entries = this.entries;
        int[] ends = this.ends;
        int[] steps = Wheel210.steps();
        int segmentBits = this.segmentBits;
        int current = this.current;
        int primeShift = segmentBits + Wheel210.STATE_BITS;
        int atMask = (1 << segmentBits) - 1;
        int dropped = ends.length - 1;
        int listMask = dropped - 1;
        for (int i = begin; i < end; i++) {
            long entry = entries[i];
            int at = (int) entry & atMask;
            int step = steps[(int) (entry >>> segmentBits) & (1 << Wheel210.STATE_BITS) - 1];
            long k = entry >>> primeShift;
            sieve[origin + at] &= Wheel210.mask(step);
            long next = at + k * Wheel210.gap(step) + Wheel210.carry(step);
            int list = next <= lastAt ? current + (int) (next >>> segmentBits) & listMask : dropped;
            int listEnd = ends[list];
            entries[listEnd++] = (k << primeShift) | ((long) Wheel210.next(step) << segmentBits) | (next & atMask);
            ends[list] = listEnd;
            if ((listEnd & BLOCK - 1) == 0) {
                fullList = list;
                return i + 1;
            }
        }
        return end;
    }
}
