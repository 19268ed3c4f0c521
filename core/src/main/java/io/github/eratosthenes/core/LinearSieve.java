package io.github.eratosthenes.core;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;

/**
 * The linear sieve of Gries and Misra, which removes every composite number exactly once.
 *
 * <p>A set S begins as the numbers from 2 to max. For each prime p up to √max and each q that is in S from p on, the
 * numbers p·q, p²·q, p³·q, … are removed: those whose smallest prime factor is p. What stays are the primes.
 *
 * <p>S must give the successor of a member in constant time and let any member be removed. Element n of the {@code
 * char[]} is 0 while n is in S. A run of removed numbers has its length in its first and last element: the successor of a
 * member is one run further, and a removal joins the runs on both sides.
 *
 * <p>Time O(n), memory 2n bytes for limit n. Valid to 2^31 − 11, with one element beyond max to look at. No run is longer
 * than 291, since primes below 2^31 are at most 292 apart and all of them stay in S. Products are {@code long} and below
 * 2^31 · √2^31.
 *
 * <p>Source: D. Gries and J. Misra, A linear sieve algorithm for finding prime numbers, Communications of the ACM 21
 * (1978) 999–1003. Departure: run lengths instead of a doubly linked list, which would take 8n bytes.
 */
final class LinearSieve implements Sieve {

    static final long HIGHEST_MAX = Bounds.LONGEST_ARRAY - 2;

    static final StrategyTraits TRAITS = StrategyTraits.inMemory(HIGHEST_MAX, LinearSieve::storageBytes);

    static long storageBytes(long max) {
        return ArrayBytes.of(max + 2, Character.BYTES);
    }

    @Override
    public Primes primesUpTo(long max) {
        Bounds.checkMax(max, HIGHEST_MAX);
        char[] removed = new char[(int) max + 2];
        for (int p = 2; (long) p * p <= max; p = next(removed, p)) {
            for (int q = p; (long) p * q <= max; q = next(removed, q)) {
                for (long product = (long) p * q; product <= max; product *= p) {
                    remove(removed, (int) product);
                }
            }
        }
        return new MembershipPrimes(max, () -> count(max, removed), n -> n >= 2 && removed[(int) n] == 0);
    }

    private static int next(char[] removed, int member) {
        return member + 1 + removed[member + 1];
    }

    private static void remove(char[] removed, int member) {
        int below = removed[member - 1];
        int above = removed[member + 1];
        char run = (char) (below + 1 + above);
        removed[member] = run;
        removed[member - below] = run;
        removed[member + above] = run;
    }

    private static long count(long max, char[] removed) {
        long count = 0;
        for (int n = 2; n <= max; n++) {
            if (removed[n] == 0) {
                count++;
            }
        }
        return count;
    }
}
