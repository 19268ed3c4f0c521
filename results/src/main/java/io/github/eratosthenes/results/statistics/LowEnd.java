package io.github.eratosthenes.results.statistics;

import java.util.Arrays;

/**
 * The value of a fork: the mean of its three shortest slices.
 *
 * <p>A disturbance of the machine only ever adds time, often for seconds. So the low end of many short slices is repeatable,
 * and their mean or median is not; docs/adr/0002-robust-value.md has the evidence. No fork is left out: a JVM that compiles
 * the sieve to slower code counts like every other.
 */
public final class LowEnd {

    /** The highest number of slices that count. */
    private static final int MOST = 3;

    /** The share of the slices that counts if there are fewer than twenty. */
    private static final double SHARE = 0.15;

    /** Fewer slices have no low end to speak of; their mean is taken, as in JMH. */
    private static final int FEWEST = 7;

    private LowEnd() {}

    /**
     * Returns the mean of the three lowest slices. Of fewer than twenty slices the lowest 15 % count, and of fewer than seven
     * all of them. Returns NaN if there are none.
     */
    public static double of(double... slices) {
        double[] ascending = slices.clone();
        Arrays.sort(ascending);
        int counted = slices.length < FEWEST
                ? slices.length
                : (int) Math.min(MOST, Math.max(1, Math.round(SHARE * slices.length)));
        return Arrays.stream(ascending, 0, counted).average().orElse(Double.NaN);
    }
}
