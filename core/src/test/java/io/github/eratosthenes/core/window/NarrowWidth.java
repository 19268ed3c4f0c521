package io.github.eratosthenes.core.window;

import io.github.eratosthenes.core.arithmetic.SquareRoot;
import io.github.eratosthenes.core.segment.SegmentSizes;
import io.github.eratosthenes.core.segment.SegmentedRange;
import java.util.function.LongToIntFunction;

/**
 * Prints the width at which testing a window takes as long as sieving it, for windows that end at several heights. {@link
 * NarrowWindow#isNarrow} takes one share of the root for all of them. No test: it measures.
 *
 * <pre>{@code
 * ./mvnw -q -pl core test-compile
 * java -cp core/target/classes:core/target/test-classes io.github.eratosthenes.core.window.NarrowWidth
 * }</pre>
 */
final class NarrowWidth {

    private static final long[] ENDS = {
        1L << 32, 1_000_000_000_000L, 1_000_000_000_000_000L, 1_000_000_000_000_000_000L, Long.MAX_VALUE
    };

    /** Halvings of an interval that reaches over a factor of 2^7: to 1.3 %. */
    private static final int HALVINGS = 8;

    private static final long ENOUGH_NANOS = 300_000_000;

    private NarrowWidth() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        SegmentSizes sizes = SegmentSizes.standard();
        for (long end : ENDS) {
            long to = end;
            double root = SquareRoot.floor(to);
            double low = root / 1024;
            double high = root / 8;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = Math.sqrt(low * high);
                long from = to - (long) middle;
                double tested = nanos(n -> tested(from, to));
                double sieved = nanos(n -> (int) SegmentedRange.count(from, to, sizes));
                if (tested < sieved) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            System.out.printf("to %d: width %.2g, 1/%.0f of the root%n", to, low, root / low);
        }
    }

    private static int tested(long from, long to) {
        int[] primes = {0};
        NarrowWindow.forEach(from, to, prime -> primes[0]++);
        return primes[0];
    }

    /** Returns the least time of several calls, of which there are fewer the longer they take. */
    private static double nanos(LongToIntFunction call) {
        long least = Long.MAX_VALUE;
        long begin = System.nanoTime();
        long sum = 0;
        for (long i = 0; i < 2 || System.nanoTime() - begin < ENOUGH_NANOS; i++) {
            long start = System.nanoTime();
            sum += call.applyAsInt(i);
            least = Math.min(least, System.nanoTime() - start);
        }
        if (sum < 0) {
            throw new IllegalStateException("counted " + sum + " primes");
        }
        return least;
    }
}
