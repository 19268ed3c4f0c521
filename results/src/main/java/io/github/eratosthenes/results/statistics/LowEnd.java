package io.github.eratosthenes.results.statistics;

import java.util.Arrays;

/**
 * The value of a fork: the mean of its three shortest slices.
 *
 * <p>What disturbs a machine only ever adds time, for seconds on end, so the low end of many short slices repeats where their
 * mean or median does not; docs/adr/0002-robust-value.md has the evidence. Between forks nothing is chosen: a JVM that compiles
 * the code slower counts like every other.
 */
public final class LowEnd {

    /** How many slices count at most. */
    private static final int MOST = 3;

    /** The share of the slices that counts where there are fewer than twenty. */
    private static final double SHARE = 0.15;

    /** With fewer slices there is no low end to speak of; they are averaged, as JMH does. */
    private static final int FEWEST = 7;

    private LowEnd() {}

    /**
     * Returns the mean of the three lowest, of fewer than twenty slices the lowest 15 %; below seven slices the mean of all;
     * NaN of none.
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
