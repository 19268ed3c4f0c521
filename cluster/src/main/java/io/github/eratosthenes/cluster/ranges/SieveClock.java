package io.github.eratosthenes.cluster.ranges;

import io.github.eratosthenes.core.RangeSieve;
import io.github.eratosthenes.core.SieveStrategy;

/**
 * Times a sieve at the powers of ten, on one core.
 *
 * <p>At each height it times a window and the middle part of it. What the whole takes longer is the cost of its other
 * numbers; what is left of the part's time is its set-up. A part is at least as long as the root of its height, so that
 * each sieving prime has a multiple in it, and is timed so often that it takes some tenths of a second.
 */
public final class SieveClock {

    /**
     * What sieving costs at one height.
     *
     * @param numberNanos the cost of a number
     * @param setUpNanos the cost of a window before its first number
     */
    public record Cost(double numberNanos, double setUpNanos) {}

    private static final double LEAST_NANOS = 400e6;

    /** A window is so many times as long as its part, or three times where the root of its height asks for a long part. */
    private static final long PART = 8;

    private static final double ROOTS = 3;

    private final SieveStrategy strategy;
    private final CostModel expected;

    /**
     * Makes a clock.
     *
     * @param strategy a strategy that can start anywhere and sieves on one core
     * @param expected tells about how long a window will take
     */
    public SieveClock(SieveStrategy strategy, CostModel expected) {
        this.strategy = strategy;
        this.expected = expected;
    }

    /** Returns the cost at a power of ten, or for 10^19 at 2^63 − 1. */
    public Cost at(int exponent) {
        Range whole = window(exponent);
        Range part = middle(whole);
        double partNanos = nanos(part);
        double numberNanos = (nanos(whole) - partNanos) / (length(whole) - length(part));
        return new Cost(numberNanos, partNanos - numberNanos * length(part));
    }

    /** Returns about how long {@link #at} takes, in nanoseconds. */
    public double expectedNanos(int exponent) {
        Range whole = window(exponent);
        Range part = middle(whole);
        return times(whole) * expected.taskNanos(whole) + times(part) * expected.taskNanos(part);
    }

    /** Returns a power of ten, or for 10^19 2^63 − 1. */
    static long height(int exponent) {
        return exponent == CostModel.HIGHEST_EXPONENT ? Long.MAX_VALUE : (long) Math.pow(10, exponent);
    }

    /** Returns a window around a power of ten, or below 2^63. */
    Range window(int exponent) {
        long height = height(exponent);
        long length = (long) Math.min(
                height / 2.0,
                Math.max(ROOTS * Math.sqrt((double) height), LEAST_NANOS / expected.numberNanos(exponent)));
        long from = Math.min(height - length / 2, Long.MAX_VALUE - length + 1);
        return new Range(from, from + length - 1);
    }

    /** Returns the middle part of a window. */
    static Range middle(Range window) {
        long length = window.to() - window.from() + 1;
        long part = Math.max(length / PART, Math.min((long) (length / ROOTS), (long) Math.sqrt((double) window.to())));
        long from = window.from() + (length - part) / 2;
        return new Range(from, from + part - 1);
    }

    private static double length(Range range) {
        return range.size().doubleValue();
    }

    private int times(Range range) {
        return (int) Math.max(1, LEAST_NANOS / expected.taskNanos(range));
    }

    private double nanos(Range range) {
        int times = times(range);
        long primes = 0;
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            primes += ((RangeSieve) strategy.create()).count(range.from(), range.to());
        }
        long nanos = System.nanoTime() - start;
        if (primes <= 0) {
            throw new IllegalStateException(primes + " primes in " + range);
        }
        return (double) nanos / times;
    }
}
