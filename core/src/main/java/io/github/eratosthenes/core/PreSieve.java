package io.github.eratosthenes.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Crosses off the multiples of the smallest primes, 7 to {@link #MAX_PRIME}, by copying patterns.
 *
 * <p>The multiples of a few primes repeat after as many bytes as the product of these primes. One table per group of primes
 * holds one period, and {@value #RUN} bytes more so that a run can begin anywhere in the period. Most groups pair a low prime
 * with a high one, which keeps all periods short: the 18 tables take 97 KB together, and stay in the level 2 cache.
 *
 * <p>The patterns cross off the primes themselves, too; {@link #restorePrimes} puts them back.
 *
 * <p>Source: the pre-sieve of K. Walisch, primesieve. Departures: pairs instead of larger products, and words instead of
 * vectors.
 */
final class PreSieve {

    /** Eight bytes of a segment as a word; bit 8·b + i of it is bit i of byte b. */
    static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The highest prime in the tables: above it, crossing off one by one costs less than one more table. */
    static final int MAX_PRIME = 173;

    /**
     * Bytes that are treated at once. A constant, for only loops of a constant length become vector code. Shorter runs spend
     * more time to find their places in the periods, longer ones more memory.
     */
    static final int RUN = 1024;

    private static final int[][] GROUPS = {
        {7, 11, 13}, {17, 173}, {19, 167}, {23, 163}, {29, 157},
        {31, 151}, {37, 149}, {41, 139}, {43, 137}, {47, 131},
        {53, 127}, {59, 113}, {61, 109}, {67, 107}, {71, 103},
        {73, 101}, {79, 97}, {83, 89}, {}, {},
    };
    private static final int TABLES_PER_PASS = 5;
    /** The groups but for the empty ones, which fill the last pass up. */
    private static final int USED_GROUPS = 18;

    private static final int[] PERIODS = new int[GROUPS.length];
    private static final byte[][] TABLES = new byte[GROUPS.length][];

    static {
        for (int i = 0; i < GROUPS.length; i++) {
            PERIODS[i] = Arrays.stream(GROUPS[i]).reduce(1, (a, b) -> a * b);
            TABLES[i] = new byte[PERIODS[i] + RUN];
            Arrays.fill(TABLES[i], (byte) -1);
            for (int prime : GROUPS[i]) {
                crossOff(prime, TABLES[i]);
            }
        }
    }

    private PreSieve() {}

    private static void crossOff(int prime, byte[] table) {
        for (int multiple = prime; multiple < 30 * prime; multiple += prime) {
            int bit = Wheel30.bit(multiple);
            for (int at = multiple / 30; bit >= 0 && at < table.length; at += prime) {
                table[at] &= (byte) ~(1 << bit);
            }
        }
    }

    /**
     * Crosses off in the bytes from {@code from} to {@code to}, and in up to {@value #RUN} − 1 bytes after them, which the
     * array must have.
     *
     * @param position the position among all bytes of that at {@code from}: its first number / 30
     */
    static void crossOff(byte[] sieve, int from, int to, long position) {
        for (int at = from; at < to; at += RUN) {
            long runPosition = position + (at - from);
            for (int i = 0; i < GROUPS.length; i += TABLES_PER_PASS) {
                and(
                        sieve,
                        at,
                        TABLES[i],
                        offset(i, runPosition),
                        TABLES[i + 1],
                        offset(i + 1, runPosition),
                        TABLES[i + 2],
                        offset(i + 2, runPosition),
                        TABLES[i + 3],
                        offset(i + 3, runPosition),
                        TABLES[i + 4],
                        offset(i + 4, runPosition));
            }
        }
    }

    /** Bytes that {@link #crossOffByCopies} needs. */
    static final int COPIES_BYTES = USED_GROUPS * RUN;

    /**
     * Does what {@link #crossOff} does, with fewer instructions: from copies of the runs, side by side, all tables' words can
     * be read by one index and in one pass.
     *
     * @param copies {@link #COPIES_BYTES} bytes to be overwritten
     */
    static void crossOffByCopies(byte[] sieve, int from, int to, long position, byte[] copies) {
        for (int at = from; at < to; at += RUN) {
            for (int i = 0; i < USED_GROUPS; i++) {
                System.arraycopy(TABLES[i], offset(i, position + (at - from)), copies, i * RUN, RUN);
            }
            andCopies(sieve, at, copies);
        }
    }

    private static void andCopies(byte[] sieve, int at, byte[] copies) {
        for (int i = 0; i < RUN; i += Long.BYTES) {
            long word = (long) WORD.get(sieve, at + i);
            for (int j = i; j < COPIES_BYTES; j += 6 * RUN) {
                word &= (long) WORD.get(copies, j)
                        & (long) WORD.get(copies, j + RUN)
                        & (long) WORD.get(copies, j + 2 * RUN)
                        & (long) WORD.get(copies, j + 3 * RUN)
                        & (long) WORD.get(copies, j + 4 * RUN)
                        & (long) WORD.get(copies, j + 5 * RUN);
            }
            WORD.set(sieve, at + i, word);
        }
    }

    private static int offset(int table, long position) {
        return (int) (position % PERIODS[table]);
    }

    /** Two words a turn, both read before either is written: so the compiler can see that they make up a vector. */
    private static void and(
            byte[] sieve,
            int at,
            byte[] a,
            int aAt,
            byte[] b,
            int bAt,
            byte[] c,
            int cAt,
            byte[] d,
            int dAt,
            byte[] e,
            int eAt) {
        for (int i = 0; i < RUN; i += 2 * Long.BYTES) {
            int j = i + Long.BYTES;
            long low = (long) WORD.get(sieve, at + i)
                    & (long) WORD.get(a, aAt + i)
                    & (long) WORD.get(b, bAt + i)
                    & (long) WORD.get(c, cAt + i)
                    & (long) WORD.get(d, dAt + i)
                    & (long) WORD.get(e, eAt + i);
            long high = (long) WORD.get(sieve, at + j)
                    & (long) WORD.get(a, aAt + j)
                    & (long) WORD.get(b, bAt + j)
                    & (long) WORD.get(c, cAt + j)
                    & (long) WORD.get(d, dAt + j)
                    & (long) WORD.get(e, eAt + j);
            WORD.set(sieve, at + i, low);
            WORD.set(sieve, at + j, high);
        }
    }

    /** Puts the primes of the tables back, and crosses off 1, in a sieve whose byte at {@code at} is that of 0 to 29. */
    static void restorePrimes(byte[] sieve, int at) {
        sieve[at] &= ~1;
        for (int[] group : GROUPS) {
            for (int prime : group) {
                sieve[at + prime / 30] |= (byte) (1 << Wheel30.bit(prime));
            }
        }
    }
}
