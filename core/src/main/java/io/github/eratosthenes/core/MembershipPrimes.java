package io.github.eratosthenes.core;

import java.util.BitSet;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * The primes of a whole sieved array. The sieve decides what the elements of the array mean. It passes two functions: one
 * counts the primes in the array, and the other returns whether a number is prime.
 *
 * @param max the limit, inclusive
 * @param counter returns the number of primes up to max
 * @param membership returns whether a number from 0 to max is prime
 */
record MembershipPrimes(long max, LongSupplier counter, LongPredicate membership) implements Primes {

    /** Returns the primes of a set of (max + 1) / 2 bits, in which bit i is set if the odd number 2i + 1 is prime. */
    static MembershipPrimes ofOdd(long max, BitSet odd) {
        return new MembershipPrimes(
                max,
                () -> (max >= 2 ? 1L : 0L) + odd.cardinality(),
                n -> n == 2 || ((n & 1) == 1 && odd.get((int) (n / 2))));
    }

    @Override
    public long count() {
        return counter.getAsLong();
    }

    @Override
    public long[] highest(int k) {
        long[] highest = new long[Bounds.howMany(k, count())];
        int found = 0;
        for (long n = max; found < highest.length; n--) {
            if (membership.test(n)) {
                highest[found++] = n;
            }
        }
        return highest;
    }

    @Override
    public LongStream stream() {
        return LongStream.rangeClosed(2, max).filter(membership);
    }
}
