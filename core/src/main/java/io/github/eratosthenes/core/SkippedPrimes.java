package io.github.eratosthenes.core;

import java.util.function.LongConsumer;

/** The primes 2, 3 and 5, which {@link Wheel30} has no bits for. */
final class SkippedPrimes {

    private static final long[] PRIMES = {2, 3, 5};

    private SkippedPrimes() {}

    /** Counts those from {@code from} to {@code to}. */
    static int count(long from, long to) {
        int count = 0;
        for (long prime : PRIMES) {
            if (from <= prime && prime <= to) {
                count++;
            }
        }
        return count;
    }

    /** Calls an action with those from {@code from} to {@code to}, in ascending order. */
    static void forEach(long from, long to, LongConsumer action) {
        for (long prime : PRIMES) {
            if (from <= prime && prime <= to) {
                action.accept(prime);
            }
        }
    }
}
