package io.github.eratosthenes.core;

import java.util.BitSet;

/**
 * The primes to max, where bit i of a set of (max + 1) / 2 bits says whether the odd number 2i + 1 is prime.
 *
 * @param max the limit, inclusive
 * @param odd the set, which must not be changed any more
 */
record OddPrimes(long max, BitSet odd) implements MembershipPrimes {

    @Override
    public long count() {
        return (max >= 2 ? 1L : 0L) + odd.cardinality();
    }

    @Override
    public boolean isPrime(long n) {
        return n == 2 || ((n & 1) == 1 && odd.get((int) (n / 2)));
    }
}
