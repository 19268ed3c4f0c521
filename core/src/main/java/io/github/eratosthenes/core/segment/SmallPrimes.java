package io.github.eratosthenes.core.segment;

/** A table of the primes below 2^16, which are enough to cross off all composite numbers below 2^32. It takes 52 KB. */
public final class SmallPrimes {

    /** All primes below this number are in the table, and no others. */
    static final int END = 1 << 16;

    /** π(2^16). */
    private static final int COUNT = 6542;

    private static final long[] TABLE = sieve();

    private SmallPrimes() {}

    /** Returns the primes in ascending order; the caller must not change them. */
    public static long[] table() {
        return TABLE;
    }

    private static long[] sieve() {
        long[] table = new long[COUNT];
        int size = 0;
        boolean[] composite = new boolean[END];
        for (int p = 2; p < END; p++) {
            if (!composite[p]) {
                table[size++] = p;
                for (long multiple = (long) p * p; multiple < END; multiple += p) {
                    composite[(int) multiple] = true;
                }
            }
        }
        return table;
    }
}
