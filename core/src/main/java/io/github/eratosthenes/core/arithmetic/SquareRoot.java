package io.github.eratosthenes.core.arithmetic;

/** The integer square root of a number, which is the limit of its sieving primes. */
public final class SquareRoot {

    /** ⌊√(2^63 − 1)⌋, whose square is the highest that a long holds. */
    private static final long HIGHEST = 3_037_000_499L;

    private SquareRoot() {}

    /** Returns ⌊√n⌋ for n from 0 to 2^63 − 1; there, the rounded floating-point root is off by at most one. */
    public static long floor(long n) {
        long root = Math.min((long) Math.sqrt((double) n), HIGHEST);
        return root * root > n ? root - 1 : root;
    }
}
