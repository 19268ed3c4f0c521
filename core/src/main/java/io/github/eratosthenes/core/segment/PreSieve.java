package io.github.eratosthenes.core.segment;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Crosses off the multiples of the smallest primes, 7 to {@link #MAX_PRIME}, by copying patterns.
 *
 * <p>The multiples of a few primes repeat after as many bytes as the product of these primes. One table per group of primes
 * holds one period, and {@value #RUN} bytes more so that a run can begin anywhere in the period. Most groups pair a low prime
 * with a high one, which keeps all periods short: the 20 tables take 197 KB together, and stay in the level 2 cache.
 *
 * <p>The patterns cross off the primes themselves, too; {@link #restorePrimes} puts them back.
 *
 * <p>Source: the pre-sieve of K. Walisch, primesieve. Departures: pairs instead of larger products, and words instead of
 * vectors.
 */
final class PreSieve {

    /** Eight bytes of a segment as a word; bit 8·b + i of it is bit i of byte b. */
    static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /**
     * The highest prime in the tables: above it, turns cost less than one more table. Measured: docs/adr/0001, "What was
     * tried".
     */
    static final int MAX_PRIME = 197;

    /**
     * Bytes that are treated at once. A constant, for only loops of a constant length become vector code. Shorter runs spend
     * more time to find their places in the periods, longer ones more memory. Measured: docs/adr/0001, "Constants".
     */
    static final int RUN = 1024;

    private static final int[][] GROUPS = {
        {7, 11, 13}, {17, 19, 23}, {29, 197}, {31, 193}, {37, 191},
        {41, 181}, {43, 179}, {47, 173}, {53, 167}, {59, 163},
        {61, 157}, {67, 151}, {71, 149}, {73, 139}, {79, 137},
        {83, 131}, {89, 127}, {97, 113}, {101, 109}, {103, 107},
    };
    private static final int TABLES_PER_PASS = 5;

    /** By table: the bytes after which it repeats, no fewer than a run so that one subtraction brings an offset back. */
    private static final int[] PERIODS = new int[GROUPS.length];

    private static final byte[][] TABLES = new byte[GROUPS.length][];

    static {
        for (int i = 0; i < GROUPS.length; i++) {
            int product = Arrays.stream(GROUPS[i]).reduce(1, (a, b) -> a * b);
            PERIODS[i] = product < RUN ? 2 * product : product;
            TABLES[i] = new byte[PERIODS[i] + RUN];
            Arrays.fill(TABLES[i], (byte) -1);
            for (int prime : GROUPS[i]) {
                crossOff(prime, TABLES[i]);
            }
        }
    }

    private final WordCode code;

    /** By table: where the next run begins in it. */
    private final int[] offsets = new int[GROUPS.length];

    /** The tables' runs side by side, for scalar code. */
    private final byte[] copies;

    /** Creates one for the use of one thread at a time. */
    PreSieve(WordCode code) {
        this.code = code;
        copies = new byte[copiesBytes(code)];
    }

    private static int copiesBytes(WordCode code) {
        return code == WordCode.SCALAR ? GROUPS.length * RUN : 0;
    }

    /** Returns the bytes that one allocates. */
    static long storageBytes(WordCode code) {
        return ArrayBytes.of(GROUPS.length, Integer.BYTES) + ArrayBytes.of(copiesBytes(code), Byte.BYTES);
    }

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
    void crossOff(byte[] sieve, int from, int to, long position) {
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = (int) (position % PERIODS[i]);
        }
        for (int at = from; at < to; at += RUN) {
            if (code == WordCode.SCALAR) {
                andCopies(sieve, at);
            } else {
                andTables(sieve, at);
            }
            for (int i = 0; i < offsets.length; i++) {
                int next = offsets[i] + RUN;
                offsets[i] = next < PERIODS[i] ? next : next - PERIODS[i];
            }
        }
    }

    private void andTables(byte[] sieve, int at) {
        for (int i = 0; i < GROUPS.length; i += TABLES_PER_PASS) {
            and(
                    sieve,
                    at,
                    TABLES[i],
                    offsets[i],
                    TABLES[i + 1],
                    offsets[i + 1],
                    TABLES[i + 2],
                    offsets[i + 2],
                    TABLES[i + 3],
                    offsets[i + 3],
                    TABLES[i + 4],
                    offsets[i + 4]);
        }
    }

    /** Does what {@link #andTables} does, with fewer instructions: copies side by side are read by one index in one pass. */
    private void andCopies(byte[] sieve, int at) {
        byte[] copies = this.copies;
        for (int i = 0; i < GROUPS.length; i++) {
            System.arraycopy(TABLES[i], offsets[i], copies, i * RUN, RUN);
        }
        for (int i = 0; i < RUN; i += Long.BYTES) {
            long word = (long) WORD.get(sieve, at + i);
            for (int j = i; j < GROUPS.length * RUN; j += TABLES_PER_PASS * RUN) {
                word &= (long) WORD.get(copies, j)
                        & (long) WORD.get(copies, j + RUN)
                        & (long) WORD.get(copies, j + 2 * RUN)
                        & (long) WORD.get(copies, j + 3 * RUN)
                        & (long) WORD.get(copies, j + 4 * RUN);
            }
            WORD.set(sieve, at + i, word);
        }
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
