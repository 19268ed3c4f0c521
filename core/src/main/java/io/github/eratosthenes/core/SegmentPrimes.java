package io.github.eratosthenes.core;

import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/**
 * The primes up to max of which only the number is held; they are sieved again when they are asked for.
 *
 * @param max the limit
 * @param count the number of primes up to it
 * @param sizes the sizes to sieve with
 */
record SegmentPrimes(long max, long count, SegmentSizes sizes) implements Primes {

    private static final long SHORTEST_WINDOW = 1 << 16;

    /** Sieves windows from max downwards, each twice as long as the one before, until there are k primes. */
    @Override
    public long[] highest(int k) {
        long[] highest = new long[(int) Math.min(Bounds.checkHowMany(k), count)];
        int size = 0;
        long to = max;
        for (long length = SHORTEST_WINDOW; size < highest.length; length *= 2) {
            long from = Math.max(0, to - length + 1);
            long[] window = primes(from, to);
            for (int i = window.length - 1; i >= 0 && size < highest.length; i--) {
                highest[size++] = window[i];
            }
            to = from - 1;
        }
        return highest;
    }

    private long[] primes(long from, long to) {
        PrimeSpliterator primes = new PrimeSpliterator(from, to, sizes);
        return StreamSupport.longStream(primes, false).toArray();
    }

    @Override
    public LongStream stream() {
        return StreamSupport.longStream(new PrimeSpliterator(0, max, sizes), false);
    }
}
