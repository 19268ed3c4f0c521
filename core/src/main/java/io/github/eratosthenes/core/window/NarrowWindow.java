package io.github.eratosthenes.core.window;

import io.github.eratosthenes.core.arithmetic.MillerRabin;
import io.github.eratosthenes.core.segment.Interruption;
import io.github.eratosthenes.core.segment.SmallPrimes;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;

/**
 * The primes of a narrow window: a range that is so short for its height that a sieve would spend more time on the sieving
 * primes than on the range. Small primes sieve the window in part, and {@link MillerRabin} tests the numbers that they leave.
 *
 * <p>Blocks of 2^16 numbers are sieved one after another in a {@code long[]}. Bit i stands for the i-th odd number
 * of the block, and is set when a small prime has crossed it off. The small primes are those below 2^16 and below the
 * window's width: a larger one would cost a division and cross off less than one number on average.
 *
 * <p>A call ends early when its thread is interrupted: it throws {@link CancellationException} before the next block.
 *
 * <p>Time O(w log n) for a window of w numbers below n, memory 4 KiB at most. Valid to 2^63 − 1: the distance to the window's
 * end is computed before a step, so that no step goes beyond it.
 */
public final class NarrowWindow {

    /**
     * The square root of a window's end divided by the width of the widest narrow window. The time of tests grows with the
     * width, and the time to find sieving primes grows with the root, so both ways take the same time at a width in
     * proportion to the root. The proportion is measured: core/README.md, "Narrow windows", has the
     * command, the machine, the date and the figures.
     */
    private static final int ROOT_PER_NUMBER = 128;

    private static final int BLOCK_NUMBERS = 1 << 16;

    private final long from;
    private final long to;
    private final long[] composite;

    private NarrowWindow(long from, long to) {
        this.from = from;
        this.to = to;
        this.composite = new long[(int) Math.min(BLOCK_NUMBERS - 1, to - from) / (2 * Long.SIZE) + 1];
    }

    /** Returns whether the range from one number to another, both included, is narrow enough to be tested. */
    public static boolean isNarrow(long from, long to) {
        return to - from < (long) (Math.sqrt((double) to) / ROOT_PER_NUMBER);
    }

    /**
     * Calls an action with each prime of a narrow window, in ascending order.
     *
     * @throws CancellationException if the thread is interrupted and there is another block
     */
    static void forEach(long from, long to, LongConsumer action) {
        new NarrowWindow(from, to).forEach(action, Interruption.ofListing(from, to));
    }

    /**
     * Counts the primes of a narrow window.
     *
     * @throws CancellationException as {@link #forEach} does
     */
    public static long count(long from, long to) {
        long[] count = {0};
        new NarrowWindow(from, to).forEach(prime -> count[0]++, Interruption.ofCount(from, to));
        return count[0];
    }

    private void forEach(LongConsumer action, Runnable checkpoint) {
        long first = from | 1;
        for (; to - first >= BLOCK_NUMBERS; first += BLOCK_NUMBERS) {
            forEachOfBlock(first, BLOCK_NUMBERS / 2, action);
            checkpoint.run();
        }
        if (first <= to) {
            forEachOfBlock(first, (int) (to - first) / 2 + 1, action);
        }
    }

    private void forEachOfBlock(long first, int odds, LongConsumer action) {
        crossOff(first, odds);
        for (int i = 0; i < odds; i++) {
            if ((composite[i >>> 6] & 1L << i) == 0 && MillerRabin.passes(first + 2L * i)) {
                action.accept(first + 2L * i);
            }
        }
    }

    private void crossOff(long first, int odds) {
        Arrays.fill(composite, 0);
        long[] primes = SmallPrimes.table();
        for (int prime = 1; prime < primes.length && primes[prime] <= to - from; prime++) {
            int p = (int) primes[prime];
            int toMultiple = (int) (p - 1 - (first - 1) % p);
            int toOddMultiple = (toMultiple & 1) == 0 ? toMultiple : toMultiple + p;
            for (int i = toOddMultiple / 2; i < odds; i += p) {
                composite[i >>> 6] |= 1L << i;
            }
        }
    }
}
