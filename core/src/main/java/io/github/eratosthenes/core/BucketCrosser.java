package io.github.eratosthenes.core;

import java.util.Arrays;

/**
 * Crosses off the multiples of the primes that have few multiples in a segment, or none in most.
 *
 * <p>Each prime waits in the list of the segment that has its next multiple coprime to 210, so a segment looks at the primes
 * that it needs and no others. After its multiple is crossed off, the prime moves to the list of the next. A prime that has
 * no more multiples in the range is dropped.
 *
 * <p>An entry is one {@code long}: from the lowest bit on the index of the multiple's byte in its segment, the state of the
 * wheel (9 bits: the class of the prime modulo 30 and the multiplier's place among the 48 residues coprime to 210), and
 * ⌊prime / 30⌋ (27 bits, for primes below 2^32). The lists are chains of blocks in one array; blocks of a finished list are
 * used again. The lists themselves are a ring, long enough for the farthest jump of the highest prime.
 *
 * <p>Memory: 8 bytes for each waiting prime and a block for each list.
 *
 * <p>Source: T. Oliveira e Silva's bucket sieve, as in K. Walisch's EratBig (primesieve).
 */
final class BucketCrosser {

    private static final int WHEEL = 210;
    private static final int WHEEL_RESIDUES = 48;
    private static final int LONGEST_GAP = 10;
    private static final int STATE_BITS = 9;

    private static final int BLOCK_BITS = 9;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int NO_BLOCK = -1;

    /** By residue modulo 210: how far it is to the next coprime one. */
    private static final byte[] TO_COPRIME = new byte[WHEEL];
    /** By residue modulo 210: how many coprime ones are below. */
    private static final byte[] PLACE = new byte[WHEEL];
    /**
     * By state: the mask that crosses off (8 bits), the distance to the next multiplier (4 bits), what the residue of the
     * prime adds to the distance of the multiples in bytes (4 bits), and the next state.
     */
    private static final int[] STEPS = new int[Wheel30.CLASSES * WHEEL_RESIDUES];

    static {
        int[] residues = new int[WHEEL_RESIDUES + 1];
        int size = 0;
        for (int residue = 0; residue < WHEEL; residue++) {
            PLACE[residue] = (byte) size;
            if (Wheel30.bit(residue) >= 0 && residue % 7 != 0) {
                residues[size++] = residue;
            }
        }
        residues[size] = WHEEL + 1;
        for (int residue = 0; residue < WHEEL; residue++) {
            int place = PLACE[residue];
            TO_COPRIME[residue] = (byte) (residues[place] - residue);
        }
        for (int state = 0; state < STEPS.length; state++) {
            int prime = Wheel30.residue(state / WHEEL_RESIDUES);
            int place = state % WHEEL_RESIDUES;
            int mask = ~(1 << Wheel30.bit(prime * residues[place])) & 0xff;
            int gap = residues[place + 1] - residues[place];
            int carry = prime * residues[place + 1] / 30 - prime * residues[place] / 30;
            int next = state - place + (place + 1) % WHEEL_RESIDUES;
            STEPS[state] = mask | gap << 8 | carry << 12 | next << 16;
        }
    }

    private final int segmentBits;
    private final long lastPosition;

    /** Index of the current segment's list; the list of the segment n later is n further round the ring. */
    private int current;
    /** By list: index in entries after the last one, or of the first one if the list is empty. */
    private final int[] ends;
    /** By list: index in entries of its newest block. */
    private final int[] newestBlocks;

    private long[] entries;
    /** By block: the index in entries of the block to follow, in a list or among the free ones. */
    private int[] following;

    private int usedEntries;
    private int freeBlock = NO_BLOCK;

    /**
     * @param segmentBytes bytes of a segment, a power of two, except for a single segment
     * @param highestPrime the highest prime that may be added
     * @param position the position of the first segment
     * @param lastPosition the position of the range's last byte
     */
    BucketCrosser(int segmentBytes, long highestPrime, long position, long lastPosition) {
        segmentBits = Integer.SIZE - Integer.numberOfLeadingZeros(segmentBytes - 1);
        this.lastPosition = lastPosition;
        long farthest = Math.min((highestPrime / 30 + 1) * LONGEST_GAP + LONGEST_GAP, lastPosition - position);
        int lists = Integer.highestOneBit((int) (farthest >>> segmentBits) + 1) << 1;
        ends = new int[lists];
        newestBlocks = new int[lists];
        entries = new long[lists * 2 * BLOCK];
        following = new int[lists * 2];
        for (int list = 0; list < lists; list++) {
            startList(list);
        }
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
            entries = Arrays.copyOf(entries, entries.length + entries.length / 2 & -BLOCK);
            following = Arrays.copyOf(following, entries.length >>> BLOCK_BITS);
        }
        return block;
    }

    /**
     * Adds a prime.
     *
     * @param prime above 210 and below 2^32
     * @param multiplier the first number whose product with the prime is to be crossed off
     * @param position the position of the current segment
     */
    void add(long prime, long multiplier, long position) {
        int residue = (int) (multiplier % WHEEL);
        int skipped = TO_COPRIME[residue];
        long coprime = multiplier + skipped;
        long k = prime / 30;
        long r = prime % 30;
        long at = k * coprime + r * coprime / 30;
        if (at <= lastPosition) {
            int place = residue + skipped == WHEEL + 1 ? 0 : PLACE[residue];
            put(at - position, k, Wheel30.bit(r) * WHEEL_RESIDUES + place);
        }
    }

    private void put(long at, long k, int state) {
        int list = current + (int) (at >>> segmentBits) & ends.length - 1;
        int end = ends[list];
        entries[end++] = (k << STATE_BITS | state) << segmentBits | at & (1 << segmentBits) - 1;
        ends[list] = (end & BLOCK - 1) == 0 ? addBlock(list) : end;
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
        int list = current & ends.length - 1;
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

    /** Crosses off for the entries from {@code begin} to {@code end}. Fields are copied to local variables to stay in registers. */
    private void crossOff(byte[] sieve, int origin, int begin, int end, long lastAt) {
        long[] entries = this.entries;
        int[] ends = this.ends;
        int[] steps = STEPS;
        int segmentBits = this.segmentBits;
        int current = this.current;
        int stateShift = segmentBits + STATE_BITS;
        int atMask = (1 << segmentBits) - 1;
        int listMask = ends.length - 1;
        for (int i = begin; i < end; i++) {
            long entry = entries[i];
            int at = (int) entry & atMask;
            int step = steps[(int) (entry >>> segmentBits) & (1 << STATE_BITS) - 1];
            long k = entry >>> stateShift;
            sieve[origin + at] &= (byte) step;
            long next = at + k * (step >>> 8 & 15) + (step >>> 12 & 15);
            if (next <= lastAt) {
                int list = current + (int) (next >>> segmentBits) & listMask;
                int listEnd = ends[list];
                entries[listEnd++] = k << stateShift | (long) (step >>> 16) << segmentBits | next & atMask;
                if ((listEnd & BLOCK - 1) == 0) {
                    listEnd = addBlock(list);
                    entries = this.entries;
                }
                ends[list] = listEnd;
            }
        }
    }
}
