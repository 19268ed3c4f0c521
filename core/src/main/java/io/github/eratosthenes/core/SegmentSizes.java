package io.github.eratosthenes.core;

/**
 * The sizes that decide how a {@link SegmentCursor} shares its work out.
 *
 * @param segmentBytes bytes of a segment, a power of two; each stands for 30 numbers
 * @param chunkBytes bytes of the chunks in which the small primes cross off
 */
record SegmentSizes(int segmentBytes, int chunkBytes) {

    static final int MIN_SEGMENT_BYTES = 1 << 13;
    static final int MAX_SEGMENT_BYTES = 1 << 24;

    /** Names a system property that sets the bytes of a segment, for all sieves created after it. */
    static final String SEGMENT_PROPERTY = "eratosthenes.segmentBytes";

    /**
     * @throws IllegalArgumentException if segmentBytes is not a power of two from {@value #MIN_SEGMENT_BYTES} to {@value
     *     #MAX_SEGMENT_BYTES}, or chunkBytes is below 1
     */
    SegmentSizes {
        if (segmentBytes < MIN_SEGMENT_BYTES
                || segmentBytes > MAX_SEGMENT_BYTES
                || Integer.bitCount(segmentBytes) != 1) {
            throw new IllegalArgumentException("segmentBytes " + segmentBytes + " is not a power of two from "
                    + MIN_SEGMENT_BYTES + " to " + MAX_SEGMENT_BYTES);
        }
        if (chunkBytes < 1) {
            throw new IllegalArgumentException("chunkBytes " + chunkBytes + " is below 1, the lowest allowed");
        }
    }

    /** Returns the sizes for a machine's caches: half of level 2 for a segment, three quarters of level 1 for a chunk. */
    static SegmentSizes of(CpuCaches caches) {
        return of(Integer.highestOneBit(caches.level2Bytes() / 2), caches);
    }

    /** Returns the sizes for a given segment and a machine's caches. */
    static SegmentSizes of(int segmentBytes, CpuCaches caches) {
        return new SegmentSizes(segmentBytes, Math.max(1, caches.level1DataBytes() / 4 * 3));
    }

    /** Returns the sizes for this machine, or for the segment that {@value #SEGMENT_PROPERTY} asks for. */
    static SegmentSizes standard() {
        CpuCaches caches = CpuCaches.detect();
        Integer segmentBytes = Integer.getInteger(SEGMENT_PROPERTY);
        return segmentBytes == null ? of(caches) : of(segmentBytes, caches);
    }

    /**
     * Returns the bytes after a segment that may be crossed off in before their own segment comes. More leave less of the
     * cache to the segment; fewer send more primes the slower ways.
     */
    int padBytes() {
        return segmentBytes / 4;
    }

    /** Returns the highest prime that crosses off chunk by chunk: its 48 multiples of a turn span about half a chunk. */
    int smallPrimeMax() {
        return Math.min(chunkBytes / 12, turn210PrimeMax());
    }

    /** Returns the highest prime whose turns of 210 fit the pad, into which they reach for less than 13 bytes per unit. */
    int turn210PrimeMax() {
        return padBytes() / 13;
    }

    /** Returns the highest prime whose turns of 30 fit the pad, into which they reach for less than 1 byte per unit. */
    int turn30PrimeMax() {
        return padBytes();
    }
}
