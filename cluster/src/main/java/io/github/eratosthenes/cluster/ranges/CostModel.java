package io.github.eratosthenes.cluster.ranges;

/**
 * How long a task takes, in nanoseconds of one core of the machine the figures were measured on.
 *
 * <p>Only ratios matter for even load: a machine of another speed changes all tasks alike. A task costs
 * <ul>
 *   <li>its dispatch by Spark, a constant;
 *   <li>its set-up: finding the sieving primes to √to, and for each of them its first multiple in the range;
 *   <li>its sieving: a number costs more the higher it is, since more sieving primes have a multiple near it. Measured at
 *       the powers of ten, and between two of them taken as linear in log n, which has a closed integral.
 * </ul>
 *
 * <p>Doubles throughout: a relative error of 2^−53 in an estimate changes no result, and no sum here can overflow.
 */
public final class CostModel {

    /** Dispatch, serialization, the result's way back, and the arrays of a sieve. */
    private static final double TASK_NANOS = 4e6;

    /** Finding a sieving prime and placing it. */
    private static final double SIEVING_PRIME_NANOS = 17;

    /** Nanoseconds for a number at 10^8, 10^9, … 10^19, on one core, with {@code wheel-segment}; below 10^8 as there. */
    private static final double[] NUMBER_NANOS = {
        0.097, 0.107, 0.148, 0.209, 0.228, 0.333, 0.346, 0.412, 0.500, 0.678, 0.845, 1.10
    };

    private static final long LOWEST_HEIGHT = 100_000_000;

    /** Returns the estimated time of one task, in nanoseconds. */
    public double taskNanos(Range range) {
        return setUpNanos(range.to()) + sieveNanos(range);
    }

    /** Returns what a task costs before it sieves its first number, in nanoseconds. */
    public double setUpNanos(long to) {
        return TASK_NANOS + SIEVING_PRIME_NANOS * primesUpTo(Math.sqrt((double) to));
    }

    /** Returns what sieving a range costs without set-up, in nanoseconds: the integral of the cost of a number. */
    public double sieveNanos(Range range) {
        double nanos = NUMBER_NANOS[0] * length(range, 0, LOWEST_HEIGHT);
        long bottom = LOWEST_HEIGHT;
        for (int i = 0; i < NUMBER_NANOS.length - 1; i++) {
            long top = bottom > Long.MAX_VALUE / 10 ? Long.MAX_VALUE : bottom * 10;
            double length = length(range, bottom, top);
            if (length > 0) {
                double slope = NUMBER_NANOS[i + 1] - NUMBER_NANOS[i];
                double first = Math.max(range.from(), bottom);
                double height = Math.log10(first / bottom) + meanLog10(length / first);
                nanos += length * (NUMBER_NANOS[i] + slope * height);
            }
            bottom = top;
        }
        return nanos;
    }

    /** Returns how many numbers of a range are from bottom, but below top; 2^63 − 1 itself may be left out. */
    private static double length(Range range, long bottom, long top) {
        long first = Math.max(range.from(), bottom);
        long last = Math.min(range.to(), top - 1);
        return first > last ? 0 : (double) (last - first) + 1;
    }

    /** Returns the mean of log10 x for x from 1 to 1 + growth. */
    private static double meanLog10(double growth) {
        double meanLn = growth < 1e-6 ? growth / 2 : (1 + growth) * Math.log1p(growth) / growth - 1;
        return meanLn / Math.log(10);
    }

    private static double primesUpTo(double n) {
        return n < 17 ? 6 : n / (Math.log(n) - 1);
    }
}
