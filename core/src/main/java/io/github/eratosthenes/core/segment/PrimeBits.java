package io.github.eratosthenes.core.segment;

/** Counts the bits that are set in the words of a sieve. */
final class PrimeBits {

    private static final long PAIRS = 0x5555_5555_5555_5555L;
    private static final long FOURS = 0x3333_3333_3333_3333L;
    private static final long BYTES = 0x0f0f_0f0f_0f0f_0f0fL;
    private static final long SHORTS = 0x00ff_00ff_00ff_00ffL;
    private static final long SUM_OF_SHORTS = 0x0001_0001_0001_0001L;

    /** Three words at a time, and no more than fit the byte that each of their bytes' counts is added up in. */
    private static final int BLOCK = 10 * 3 * Long.BYTES;

    private PrimeBits() {}

    /** Returns the number of bits set from one index to another; the distance is a multiple of a word. */
    static int count(byte[] sieve, int from, int to, WordCode code) {
        return code == WordCode.VECTOR ? countWords(sieve, from, to) : countBlocks(sieve, from, to);
    }

    private static int countWords(byte[] sieve, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at += Long.BYTES) {
            count += Long.bitCount((long) PreSieve.WORD.get(sieve, at));
        }
        return count;
    }

    private static int countBlocks(byte[] sieve, int from, int to) {
        int count = 0;
        int at = from;
        for (; at <= to - BLOCK; at += BLOCK) {
            count += countBlock(sieve, at);
        }
        return count + countWords(sieve, at, to);
    }

    /**
     * The steps of a bit count, each shared by as many words as it has room for: a pair of bits of each of two words takes a
     * bit of the third, four bits take those of two words, eight bits those of thirty.
     */
    private static int countBlock(byte[] sieve, int from) {
        long bytes = 0;
        for (int at = from; at < from + BLOCK; at += 3 * Long.BYTES) {
            long a = (long) PreSieve.WORD.get(sieve, at);
            long b = (long) PreSieve.WORD.get(sieve, at + Long.BYTES);
            long c = (long) PreSieve.WORD.get(sieve, at + 2 * Long.BYTES);
            a += (c & PAIRS) - (a >>> 1 & PAIRS);
            b += (c >>> 1 & PAIRS) - (b >>> 1 & PAIRS);
            long fours = (a & FOURS) + (a >>> 2 & FOURS) + (b & FOURS) + (b >>> 2 & FOURS);
            bytes += (fours & BYTES) + (fours >>> 4 & BYTES);
        }
        long shorts = (bytes & SHORTS) + (bytes >>> 8 & SHORTS);
        return (int) ((shorts * SUM_OF_SHORTS) >>> 48);
    }
}
