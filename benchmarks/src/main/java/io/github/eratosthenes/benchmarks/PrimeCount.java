package io.github.eratosthenes.benchmarks;

/**
 * Computes π(n) without a sieve, as the reference for the check in a benchmark's set-up.
 *
 * <p>Legendre's formula as a dynamic programme over the values ⌊n / i⌋: {@code small[v]} and {@code large[i]} hold how
 * many numbers from 2 to v, and to ⌊n / i⌋, survive the primes crossed off so far. Each prime p up to √n takes from every
 * value v ≥ p² the numbers whose smallest factor is p. It shares no code and no data structure with the sieves.
 *
 * <p>Time O(n^(3/4)), memory 16·√n bytes. Valid to 10^14; all products stay below n.
 *
 * <p>Source: A. M. Legendre, Essai sur la théorie des nombres, 1808; the form over ⌊n / i⌋ is known from Lucy_Hedgehog's
 * post on Project Euler's problem 10.
 */
final class PrimeCount {

    private static final long HIGHEST = 100_000_000_000_000L;

    private PrimeCount() {}

    /**
     * Returns π(n).
     *
     * @throws IllegalArgumentException if n is below 0 or above 10^14
     */
    static long upTo(long n) {
        if (n < 0 || n > HIGHEST) {
            throw new IllegalArgumentException("n " + n + " is not from 0 to " + HIGHEST);
        }
        if (n < 2) {
            return 0;
        }
        int root = floorSqrt(n);
        long[] small = new long[root + 1];
        long[] large = new long[root + 1];
        for (int i = 1; i <= root; i++) {
            small[i] = i - 1L;
            large[i] = n / i - 1;
        }
        for (int p = 2; p <= root; p++) {
            long primesBelow = small[p - 1];
            if (small[p] == primesBelow) {
                continue;
            }
            long square = (long) p * p;
            for (int i = 1; i <= root && n / i >= square; i++) {
                long quotient = (long) i * p;
                long survivors = quotient <= root ? large[(int) quotient] : small[(int) (n / quotient)];
                large[i] -= survivors - primesBelow;
            }
            for (int v = root; v >= square; v--) {
                small[v] -= small[v / p] - primesBelow;
            }
        }
        return large[1];
    }

    private static int floorSqrt(long n) {
        int root = (int) Math.sqrt((double) n);
        while ((long) root * root > n) {
            root--;
        }
        while ((root + 1L) * (root + 1L) <= n) {
            root++;
        }
        return root;
    }
}
