package io.github.eratosthenes.core;

import io.github.eratosthenes.core.segment.SegmentCursor;
import io.github.eratosthenes.core.segment.SegmentMemory;
import io.github.eratosthenes.core.segment.SegmentSizes;
import io.github.eratosthenes.core.segment.SegmentedRange;
import java.util.function.LongConsumer;

/**
 * The fast sieve. It sieves one segment after another, with a bit for each number coprime to 30. Each sieving prime crosses off
 * its multiples in the way that costs least for its size.
 *
 * <p>A segment is a {@code byte[]} in which a byte stands for 30 numbers, and each of its bits for one that 2, 3 and 5 do not
 * divide. {@link SegmentCursor} describes how it is sieved.
 *
 * <p>Time O(n log log n). Memory does not depend on the length of the range. It is one and a half times the segment, plus 8
 * bytes for each prime up to the root of the range's end that has a multiple in the range, or some three times that with the
 * copies of growing arrays. By default, a segment is half of the level 2 cache. If the root is above the bytes of that half, the
 * segment is twice the level 2 cache, and with its pads three times. Sieving primes above 2^16 are found by a second sieve when
 * they are needed, which takes less than a segment. Valid to 2^63 − 1.
 *
 * <p>A call ends early when its thread is interrupted: it throws {@link java.util.concurrent.CancellationException}, with the
 * interrupt status set, before it sieves another segment or more sieving primes.
 *
 * <p>The segment's size can be set with the system property {@value SegmentSizes#SEGMENT_PROPERTY}, a power of two from
 * {@value SegmentSizes#MIN_SEGMENT_BYTES} to {@value SegmentSizes#MAX_SEGMENT_BYTES}.
 *
 * <p>Source: K. Walisch, primesieve, whose classes of sieving primes it follows; the classes of {@link
 * io.github.eratosthenes.core.segment} name their departures.
 */
final class WheelSegmentSieve implements RangeSieve {

    static final long HIGHEST_MAX = Long.MAX_VALUE;

    static final StrategyTraits TRAITS = StrategyTraits.segmented(HIGHEST_MAX, WheelSegmentSieve::storageBytes);

    private final SegmentSizes sizes;

    WheelSegmentSieve() {
        this(SegmentSizes.standard());
    }

    WheelSegmentSieve(SegmentSizes sizes) {
        this.sizes = sizes;
    }

    static long storageBytes(long max) {
        return SegmentMemory.storageBytes(0, max, SegmentSizes.standard());
    }

    @Override
    public Primes primesUpTo(long max) {
        return new SegmentPrimes(max, count(0, Bounds.checkMax(max, HIGHEST_MAX)));
    }

    @Override
    public long count(long from, long to) {
        Bounds.checkRange(from, to, HIGHEST_MAX);
        return SegmentedRange.count(from, to, sizes);
    }

    @Override
    public void forEach(long from, long to, LongConsumer action) {
        Bounds.checkRange(from, to, HIGHEST_MAX);
        SegmentedRange.forEach(from, to, sizes, action);
    }
}
