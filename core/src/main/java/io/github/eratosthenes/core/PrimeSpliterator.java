package io.github.eratosthenes.core;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The primes of a range in ascending order, sieved as they are asked for.
 *
 * <p>Splits the range in the middle, as long as it has not been started and is longer than {@value #SHORTEST_SPLIT}.
 */
final class PrimeSpliterator implements Spliterator.OfLong {

    private static final long SHORTEST_SPLIT = 1 << 24;
    private static final int BUFFER_LENGTH = 1024;

    private long from;
    private final long to;
    private final SegmentSizes sizes;

    private @Nullable SegmentCursor segments;
    private long[] buffer = {};
    private int next;
    private int size;

    /** Creates a spliterator over the primes from 0 ≤ from to to. */
    PrimeSpliterator(long from, long to, SegmentSizes sizes) {
        this.from = from;
        this.to = to;
        this.sizes = sizes;
    }

    @Override
    public boolean tryAdvance(LongConsumer action) {
        if (next == size && !fill()) {
            return false;
        }
        action.accept(buffer[next++]);
        return true;
    }

    @Override
    public void forEachRemaining(LongConsumer action) {
        while (next < size || fill()) {
            while (next < size) {
                action.accept(buffer[next++]);
            }
        }
    }

    private boolean fill() {
        next = 0;
        size = 0;
        if (segments == null) {
            segments = new SegmentCursor(from, to, sizes);
            buffer = new long[BUFFER_LENGTH];
            SkippedPrimes.forEach(from, to, prime -> buffer[size++] = prime);
        }
        if (size == 0) {
            size = segments.primes(buffer);
        }
        return size > 0;
    }

    @Override
    public @Nullable OfLong trySplit() {
        if (segments != null || to - from < SHORTEST_SPLIT) {
            return null;
        }
        long first = from;
        from += (to - from) / 2;
        return new PrimeSpliterator(first, from - 1, sizes);
    }

    @Override
    public long estimateSize() {
        return to - from < 0 ? 0 : (long) ((to - from + 1.0) / Math.max(1, Math.log((double) to)));
    }

    @Override
    public int characteristics() {
        return ORDERED | DISTINCT | SORTED | NONNULL | IMMUTABLE;
    }

    @Override
    public @Nullable Comparator<? super Long> getComparator() {
        return null;
    }
}
