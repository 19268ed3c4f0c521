package io.github.eratosthenes.benchmarks.ruler;

import java.util.concurrent.TimeUnit;

/**
 * Two pieces of work that never change. If one takes longer, the machine was slower.
 *
 * <p>{@link #compute()} keeps four independent chains of shifts and exclusive-ors going. A single chain would wait for itself and
 * leave most of a core idle, so a neighbour on the same physical core would not slow it down. {@link #memory()} does what a sieve
 * does: it reads, masks and writes bytes with strides, over 64 KiB. Neither uses a method for which
 * only some JDKs or compilers have an intrinsic, and neither allocates.
 */
final class Ruler {

    private static final int STEPS = 12_000;
    private static final int BYTES = 64 << 10;
    private static final int MASK = 0x7f;
    private static final int[] STRIDES = {7, 11, 13, 17, 19, 23, 29, 31, 37, 41};

    private final byte[] bytes = new byte[BYTES];
    private long chain = 88_172_645_463_325_252L;

    /** Returns how long the chains took, in nanoseconds. */
    long compute() {
        long start = System.nanoTime();
        chain = chains(chain);
        return System.nanoTime() - start;
    }

    /** Returns how long the strides took, in nanoseconds. */
    long memory() {
        long start = System.nanoTime();
        for (int stride : STRIDES) {
            cross(bytes, stride);
        }
        return System.nanoTime() - start;
    }

    /** Runs both repeatedly for a given time, after which they are compiled. */
    void warmUp(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            compute();
            memory();
        }
    }

    private static long chains(long seed) {
        long a = seed;
        long b = seed + 1;
        long c = seed + 2;
        long d = seed + 3;
        for (int step = 0; step < STEPS; step++) {
            a ^= a << 13;
            b ^= b << 13;
            c ^= c << 13;
            d ^= d << 13;
            a ^= a >>> 7;
            b ^= b >>> 7;
            c ^= c >>> 7;
            d ^= d >>> 7;
        }
        return (a ^ b ^ c ^ d) | 1;
    }

    private static void cross(byte[] bytes, int stride) {
        for (int place = stride; place < bytes.length; place += stride) {
            bytes[place] &= MASK;
        }
    }
}
