package io.github.eratosthenes.core.window;

import io.github.eratosthenes.core.segment.SegmentSizes;
import io.github.eratosthenes.core.segment.SegmentedRange;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;

/** Lists the primes of a window: tested where it is narrow for its height, and sieved elsewhere. */
public final class WindowPrimes {

    private WindowPrimes() {}

    /**
     * Calls an action with each prime from one number to another, both included, in ascending order.
     *
     * @throws IllegalArgumentException if the window is to be sieved and {@link SegmentSizes#SEGMENT_PROPERTY} is set, but
     *     not to a segment's bytes
     * @throws CancellationException if the thread is interrupted while there is more to test or to sieve
     */
    public static void forEach(long from, long to, LongConsumer action) {
        if (NarrowWindow.isNarrow(from, to)) {
            NarrowWindow.forEach(from, to, action);
        } else {
            SegmentedRange.forEach(from, to, SegmentSizes.standard(), action);
        }
    }
}
