package io.github.eratosthenes.benchmarks.work.trace;

/**
 * A model of how a processor foresees addresses: for each access of the program, the address of its last run and the stride from
 * the one before. An access is foreseen when it goes on by the same stride, give or take a line: the words of a bit set's even
 * strides are uneven by one word, and processors load neighbours of lines as well.
 *
 * <p>Source: J. L. Baer and T. F. Chen, An effective on-chip preloading scheme to reduce data access penalty, Supercomputing '91.
 */
final class StridePrefetcher {

    private static final int TABLE_BITS = 10;

    /** 2^32 by the golden ratio, which spreads places over the table. */
    private static final int SPREAD = 0x9E3779B9;

    private final long[] addresses = new long[1 << TABLE_BITS];
    private final long[] strides = new long[1 << TABLE_BITS];

    /** Returns whether an address was foreseen, and learns from it. */
    boolean foresees(int place, long address) {
        int slot = (place * SPREAD) >>> (Integer.SIZE - TABLE_BITS);
        long stride = address - addresses[slot];
        boolean foreseen = Math.abs(stride - strides[slot]) <= CacheShape.LINE_BYTES;
        strides[slot] = stride;
        addresses[slot] = address;
        return foreseen;
    }
}
