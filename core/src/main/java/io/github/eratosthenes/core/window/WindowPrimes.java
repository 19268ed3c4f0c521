package io.github.eratosthenes.core.window;

import io.github.eratosthenes.core.segment.SegmentSizes;
import io.github.eratosthenes.core.segment.SegmentedRange;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;

/** Lists the primes of a window. It tests the numbers if the window is narrow for its height, and sieves otherwise. */
public final class WindowPrimes {

    private WindowPrimes() {}

    /**
     * Calls an action with each prime from one number to another, both included, in ascending order.
     *
     * @throws IllegalArgumentException if the window is sieved and {@link SegmentSizes#SEGMENT_PROPERTY} is set to something
     *     other than a valid size of a segment
     * @throws CancellationException if the thread is interrupted and there is more to test or to sieve
     */
    public static void forEach(long from, long to, LongConsumer action) {
        if (NarrowWindow.isNarrow(from, to)) {
            NarrowWindow.forEach(from, to, action);
        } else {
            SegmentedRange.forEach(from, to, SegmentSizes.standard(), action);
        }
    }
}
