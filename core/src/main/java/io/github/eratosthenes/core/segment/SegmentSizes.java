package io.github.eratosthenes.core.segment;

/**
 * The sizes that decide which class crosses off with which primes in a {@link SegmentCursor}, and the form of its loops.
 *
 * <p>The shares of the caches and of the segment below are measured or derived: docs/adr/0001, "Constants", has the command,
 * the machine, the date and the figures.
 *
 * @param segmentBytes bytes of a segment, a power of two; each stands for 30 numbers
 * @param farSegmentBytes bytes of a segment in ranges with sieving primes above segmentBytes, where fewer segments save more
 *     time than a segment beyond the level 2 cache costs; a power of two, not below segmentBytes
 * @param chunkBytes bytes of the chunks in which the lowest primes take their turns; a chunk fits the level 1 cache
 * @param wordCode the form of the loops over words
 */
public record SegmentSizes(int segmentBytes, int farSegmentBytes, int chunkBytes, WordCode wordCode) {

    public static final int MIN_SEGMENT_BYTES = 1 << 13;
    public static final int MAX_SEGMENT_BYTES = 1 << 24;

    /** The name of a system property that sets the bytes of a segment, for all sieves that are created afterwards. */
    public static final String SEGMENT_PROPERTY = "eratosthenes.segmentBytes";

    /**
     * @throws IllegalArgumentException if one of the segments is not a power of two from {@value #MIN_SEGMENT_BYTES} to
     *     {@value #MAX_SEGMENT_BYTES}, farSegmentBytes is below segmentBytes, or chunkBytes is not from 1 to {@value
     *     #MAX_SEGMENT_BYTES}
     */
    public SegmentSizes {
        checkSegment("segmentBytes", segmentBytes);
        checkSegment("farSegmentBytes", farSegmentBytes);
        if (farSegmentBytes < segmentBytes) {
            throw new IllegalArgumentException(
                    "farSegmentBytes " + farSegmentBytes + " is below segmentBytes " + segmentBytes);
        }
        if (chunkBytes < 1 || chunkBytes > MAX_SEGMENT_BYTES) {
            throw new IllegalArgumentException("chunkBytes " + chunkBytes + " is not from 1 to " + MAX_SEGMENT_BYTES);
        }
    }

    /** Creates sizes with the form of the loops that suits this JVM; throws as the canonical constructor does. */
    public SegmentSizes(int segmentBytes, int farSegmentBytes, int chunkBytes) {
        this(segmentBytes, farSegmentBytes, chunkBytes, WordCode.CURRENT);
    }

    private static void checkSegment(String name, int bytes) {
        if (!isSegment(bytes)) {
            throw new IllegalArgumentException(name + " " + bytes + " is not a power of two from " + MIN_SEGMENT_BYTES
                    + " to " + MAX_SEGMENT_BYTES);
        }
    }

    private static boolean isSegment(long bytes) {
        return bytes >= MIN_SEGMENT_BYTES && bytes <= MAX_SEGMENT_BYTES && Long.bitCount(bytes) == 1;
    }

    /** Returns sizes with segments of the same size for all ranges. */
    public static SegmentSizes of(int segmentBytes, int chunkBytes) {
        return new SegmentSizes(segmentBytes, segmentBytes, chunkBytes);
    }

    /**
     * Returns the sizes for a machine's caches: half of level 2 for a segment, twice level 2 for a far one, three quarters of
     * level 1 for a chunk.
     */
    public static SegmentSizes of(CpuCaches caches) {
        int level2 = Math.min(
                Math.max(Integer.highestOneBit(caches.level2Bytes()), 2 * MIN_SEGMENT_BYTES), MAX_SEGMENT_BYTES / 2);
        return new SegmentSizes(level2 / 2, level2 * 2, chunkBytes(caches));
    }

    private static int chunkBytes(CpuCaches caches) {
        return Math.min(Math.max(1, caches.level1DataBytes() / 4 * 3), MAX_SEGMENT_BYTES);
    }

    /**
     * Returns the sizes for this machine, or for the segment that {@value #SEGMENT_PROPERTY} asks for.
     *
     * @throws IllegalArgumentException if the property is set, but not to a segment's bytes
     */
    public static SegmentSizes standard() {
        CpuCaches caches = CpuCaches.ofThisMachine();
        String segmentBytes = System.getProperty(SEGMENT_PROPERTY);
        return segmentBytes == null ? of(caches) : of(parseSegment(segmentBytes), chunkBytes(caches));
    }

    private static int parseSegment(String bytes) {
        if (bytes.matches("\\d{1,9}") && isSegment(Integer.parseInt(bytes))) {
            return Integer.parseInt(bytes);
        }
        throw new IllegalArgumentException("system property " + SEGMENT_PROPERTY + " is '" + bytes
                + "', not a power of two from " + MIN_SEGMENT_BYTES + " to " + MAX_SEGMENT_BYTES);
    }

    /** Returns the same sizes with another form of the loops. */
    public SegmentSizes with(WordCode code) {
        return new SegmentSizes(segmentBytes, farSegmentBytes, chunkBytes, code);
    }

    /** Returns the sizes for a range with sieving primes up to a root. */
    SegmentSizes forRoot(long root) {
        return root > segmentBytes ? new SegmentSizes(farSegmentBytes, farSegmentBytes, chunkBytes, wordCode) : this;
    }

    /**
     * Returns the bytes of the pad, in which a segment's loops may cross off beyond its end. A longer pad leaves less of the cache
     * to the segment. A shorter pad leaves more primes to the slower ways. With a seventh of the segment or less, a prime could
     * take more steps in a segment than the 48 that {@link Wheel210} can read in a row.
     */
    int padBytes() {
        return segmentBytes / 4;
    }

    /** Returns the highest prime that takes its turns of 210 in chunks: the 48 multiples of a turn span about half a chunk. */
    int turn210InChunksPrimeMax() {
        return Math.min(chunkBytes / 12, turn210PrimeMax());
    }

    /**
     * Returns the highest prime that takes its turns of 30 in chunks. A turn spans at most a quarter of a chunk. A
     * turn of 210 would span more than the level 1 cache, which costs more than the seventh of the writes that it saves.
     */
    int turn30InChunksPrimeMax() {
        return Math.min(chunkBytes / 4, turn30PrimeMax());
    }

    /** Returns the highest prime p whose turns of 210 fit the pad; they reach less than 13·p bytes into it. */
    int turn210PrimeMax() {
        return padBytes() / 13;
    }

    /** Returns the highest prime p whose turns of 30 fit the pad; they reach less than p bytes into it. */
    int turn30PrimeMax() {
        return padBytes();
    }

    /** Returns the highest prime that takes steps, and so is looked at in every segment: it has 1.7 multiples there on average. */
    int stepPrimeMax() {
        return 4 * segmentBytes;
    }
}
