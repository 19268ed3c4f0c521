package io.github.eratosthenes.core.segment;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Crosses off the multiples of the smallest primes, 7 to {@link #MAX_PRIME}, by copying patterns.
 *
 * <p>The multiples of a few primes repeat after a number of bytes that is the product of these primes. Each group of primes has a
 * table with one period, and {@value #RUN} bytes more so that a run can begin anywhere in the period. Most groups pair a low prime
 * with a high one, which keeps all periods short. Together, the 20 tables take 197 KB, and stay in the level 2 cache.
 *
 * <p>The patterns cross off their own primes, too; {@link #restorePrimes} puts these primes back.
 *
 * <p>Source: the pre-sieve of K. Walisch, primesieve. Departures: most groups are pairs instead of longer products, and the
 * code handles words instead of vectors.
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
     * The bytes of a run, which are handled at once. This must be a constant, because only loops of constant length become vector
     * code. Shorter runs spend more time to find their places in the periods, and longer runs take more memory. Measured:
     * docs/adr/0001, "Constants".
     */
    static final int RUN = 1024;

    private static final int RUN_WORDS = RUN / Long.BYTES;

    private static final int[][] GROUPS = {
        {7, 11, 13}, {17, 19, 23}, {29, 197}, {31, 193}, {37, 191},
        {41, 181}, {43, 179}, {47, 173}, {53, 167}, {59, 163},
        {61, 157}, {67, 151}, {71, 149}, {73, 139}, {79, 137},
        {83, 131}, {89, 127}, {97, 113}, {101, 109}, {103, 107},
    };
    private static final int TABLES_PER_PASS = 5;

    /** By table: the bytes after which it repeats; at least a run, so that one subtraction brings an offset back. */
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

    /** The bits of a run that the tables leave, for vector code. */
    private final long[] words;

    /** Creates a pre-sieve, which only one thread may use at a time. */
    PreSieve(WordCode code) {
        this.code = code;
        copies = new byte[copiesBytes(code)];
        words = new long[wordCount(code)];
    }

    private static int copiesBytes(WordCode code) {
        return code == WordCode.SCALAR ? GROUPS.length * RUN : 0;
    }

    private static int wordCount(WordCode code) {
        return code == WordCode.VECTOR ? RUN_WORDS : 0;
    }

    /** Returns the bytes that a pre-sieve allocates. */
    static long storageBytes(WordCode code) {
        return ArrayBytes.of(GROUPS.length, Integer.BYTES)
                + ArrayBytes.of(copiesBytes(code), Byte.BYTES)
                + ArrayBytes.of(wordCount(code), Long.BYTES);
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
     * Crosses off in the bytes from {@code from} to {@code to}, and in up to {@value #RUN} − 1 bytes after them. The array must
     * be long enough for these.
     *
     * @param blank an index that is a number of whole runs after {@code from}; from here on, the old content of the bytes is
     *     overwritten
     * @param position the position among all bytes of that at {@code from}: its first number / 30
     */
    void crossOff(byte[] sieve, int from, int blank, int to, long position) {
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = (int) (position % PERIODS[i]);
        }
        for (int at = from; at < to; at += RUN) {
            if (code == WordCode.SCALAR) {
                andCopies(sieve, at, at >= blank);
            } else {
                andTables(sieve, at, at >= blank);
            }
            for (int i = 0; i < offsets.length; i++) {
                int next = offsets[i] + RUN;
                offsets[i] = next < PERIODS[i] ? next : next - PERIODS[i];
            }
        }
    }

    /**
     * Combines the tables in a separate array of another type. So the compiler knows that no write changes what a later turn of
     * the loop reads, and uses the longest vectors of the machine.
     */
    private void andTables(byte[] sieve, int at, boolean blank) {
        Arrays.fill(words, -1);
        for (int i = 0; i < GROUPS.length; i += TABLES_PER_PASS) {
            and(
                    words,
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
        if (blank) {
            set(sieve, at, words);
        } else {
            and(sieve, at, words);
        }
    }

    /** Does the same as {@link #andTables} with fewer instructions: it reads copies side by side, by one index, in one pass. */
    private void andCopies(byte[] sieve, int at, boolean blank) {
        byte[] copies = this.copies;
        for (int i = 0; i < GROUPS.length; i++) {
            System.arraycopy(TABLES[i], offsets[i], copies, i * RUN, RUN);
        }
        for (int i = 0; i < RUN; i += Long.BYTES) {
            long word = blank ? -1 : (long) WORD.get(sieve, at + i);
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

    private static void and(
            long[] words,
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
        for (int i = 0; i < RUN_WORDS; i++) {
            int at = i * Long.BYTES;
            words[i] &= (long) WORD.get(a, aAt + at)
                    & (long) WORD.get(b, bAt + at)
                    & (long) WORD.get(c, cAt + at)
                    & (long) WORD.get(d, dAt + at)
                    & (long) WORD.get(e, eAt + at);
        }
    }

    private static void and(byte[] sieve, int at, long[] words) {
        for (int i = 0; i < RUN_WORDS; i++) {
            int j = at + i * Long.BYTES;
            WORD.set(sieve, j, (long) WORD.get(sieve, j) & words[i]);
        }
    }

    private static void set(byte[] sieve, int at, long[] words) {
        for (int i = 0; i < RUN_WORDS; i++) {
            WORD.set(sieve, at + i * Long.BYTES, words[i]);
        }
    }

    /** Puts the primes of the tables back, and crosses off 1, in a sieve whose byte at {@code at} stands for 0 to 29. */
    static void restorePrimes(byte[] sieve, int at) {
        sieve[at] &= ~1;
        for (int[] group : GROUPS) {
            for (int prime : group) {
                sieve[at + prime / 30] |= (byte) (1 << Wheel30.bit(prime));
            }
        }
    }
}
