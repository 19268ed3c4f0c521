package io.github.eratosthenes.core;

import java.util.stream.LongStream;

/** Primes that are a view of a whole sieved array, which can say of any one number whether it is prime. */
interface MembershipPrimes extends Primes {

    /** Says whether n, from 0 to {@link #max()}, is prime. */
    boolean isPrime(long n);

    @Override
    default long[] highest(int k) {
        long[] highest = new long[(int) Math.min(Bounds.checkHowMany(k), count())];
        int found = 0;
        for (long n = max(); found < highest.length; n--) {
            if (isPrime(n)) {
                highest[found++] = n;
            }
        }
        return highest;
    }

    @Override
    default LongStream stream() {
        return LongStream.rangeClosed(2, max()).filter(this::isPrime);
    }
}
