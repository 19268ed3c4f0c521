package io.github.eratosthenes.core;

import java.util.stream.LongStream;

/**
 * The primes up to max. Only their number is kept; the primes are found again on demand.
 *
 * @param max the limit
 * @param count the number of primes up to it
 */
record SegmentPrimes(long max, long count) implements Primes {

    /** Walks down from max, in windows that are tested or sieved, depending on their height. */
    @Override
    public long[] highest(int k) {
        long[] highest = new long[Bounds.howMany(k, count)];
        PrimeIterator primes = PrimeIterator.startingAt(Math.min(max, Bounds.LARGEST_PRIME) + 1);
        for (int i = 0; i < highest.length; i++) {
            highest[i] = primes.previousLong();
        }
        return highest;
    }

    @Override
    public LongStream stream() {
        return PrimeRangeSpliterator.stream(0, max);
    }
}
