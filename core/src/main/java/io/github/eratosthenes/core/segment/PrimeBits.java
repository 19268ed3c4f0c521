package io.github.eratosthenes.core.segment;

/** Counts the set bits in the words of a sieve. */
final class PrimeBits {

    private static final long PAIRS = 0x5555_5555_5555_5555L;
    private static final long FOURS = 0x3333_3333_3333_3333L;
    private static final long BYTES = 0x0f0f_0f0f_0f0f_0f0fL;
    private static final long SHORTS = 0x00ff_00ff_00ff_00ffL;
    private static final long SUM_OF_SHORTS = 0x0001_0001_0001_0001L;

    /** Three words at a time, and as many as possible without an overflow of the byte that adds up the counts. */
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
     * Counts bits in three steps, each shared by as many words as it has room for. A pair of bits in each of two words takes in a
     * bit of a third word, four bits take the pairs of two words, and eight bits take the fours of thirty words.
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
