package io.github.eratosthenes.results.statistics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Holm's correction adjusts p-values for many tests. If each adjusted value is held against a level such as 5 %, the chance of
 * even one false claim among all tests stays at that level (S. Holm, A simple sequentially rejective multiple test procedure,
 * 1979).
 */
public final class Holm {

    private Holm() {}

    /** Returns the adjusted p-values, in the order of the given values. */
    public static double[] adjust(double[] pValues) {
        Integer[] ascending = new Integer[pValues.length];
        Arrays.setAll(ascending, i -> i);
        Arrays.sort(ascending, Comparator.comparingDouble(i -> pValues[i]));
        double[] adjusted = new double[pValues.length];
        double highest = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            int test = ascending[rank];
            highest = Math.max(highest, Math.min(1, pValues[test] * (pValues.length - rank)));
            adjusted[test] = highest;
        }
        return adjusted;
    }
}
