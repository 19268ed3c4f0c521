package io.github.eratosthenes.core;

import io.github.eratosthenes.core.window.WindowPrimes;
import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The primes of a range for a stream. Single primes come from a {@link PrimeIterator}, all remaining primes from {@link
 * WindowPrimes#forEach}. A split halves the remaining numbers.
 *
 * <p>If a call throws, in its action or before, the next call continues after the last prime that was handed out.
 *
 * <p>A range is not split if its parts would be too narrow for their height: each part has to find its sieving primes, which would
 * cost more than the split gains.
 */
final class PrimeRangeSpliterator implements Spliterator.OfLong {

    /** Numbers in the narrowest range that is split. Chosen, not measured: its halves fit one segment. */
    private static final long NARROWEST_SPLIT = 1 << 21;

    /** A range is split if it is at least this many times as wide as the square root of its end. */
    private static final int SPLIT_PER_ROOT = 2;

    private long from;
    private final long to;
    private @Nullable PrimeIterator iterator;

    PrimeRangeSpliterator(long from, long to) {
        this.from = from;
        this.to = Math.min(to, Bounds.LARGEST_PRIME);
    }

    /** Returns a sequential stream of the primes from one number to another, both included. */
    static LongStream stream(long from, long to) {
        return StreamSupport.longStream(new PrimeRangeSpliterator(from, to), false);
    }

    @Override
    public boolean tryAdvance(LongConsumer action) {
        if (from > to) {
            return false;
        }
        if (iterator == null) {
            iterator = PrimeIterator.startingAt(from);
        }
        long prime = iterator.nextLong();
        from = Math.min(prime, to) + 1;
        if (prime > to) {
            return false;
        }
        action.accept(prime);
        return true;
    }

    @Override
    public void forEachRemaining(LongConsumer action) {
        if (from <= to) {
            iterator = null;
            WindowPrimes.forEach(from, to, prime -> {
                from = prime + 1;
                action.accept(prime);
            });
            from = to + 1;
        }
    }

    @Override
    public @Nullable OfLong trySplit() {
        if (to - from < NARROWEST_SPLIT || to - from < SPLIT_PER_ROOT * Math.sqrt((double) to)) {
            return null;
        }
        long middle = from + (to - from) / 2;
        OfLong lower = new PrimeRangeSpliterator(from, middle);
        from = middle + 1;
        iterator = null;
        return lower;
    }

    /** Returns an estimate of the remaining primes: one in ln(to) of the numbers. */
    @Override
    public long estimateSize() {
        return from > to ? 0 : 1 + (long) ((to - from) / Math.max(1, Math.log((double) to)));
    }

    @Override
    public int characteristics() {
        return ORDERED | SORTED | DISTINCT | NONNULL | IMMUTABLE;
    }

    /** Returns null: the order is the natural one. */
    @Override
    public @Nullable Comparator<? super Long> getComparator() {
        return null;
    }
}
