package io.github.eratosthenes.results.statistics;

/**
 * An estimate and the confidence interval around it; the bounds are NaN if there are too few values for an interval.
 *
 * @param low the lower bound
 * @param estimate the estimate
 * @param high the upper bound
 */
public record Interval(double low, double estimate, double high) {

    /** The share of intervals that are to contain the true value, in this project. */
    public static final double CONFIDENCE = 0.95;

    /** Returns whether there is an interval and it does not contain the value. */
    public boolean excludes(double value) {
        return low > value || high < value;
    }

    /** Returns how far the bounds of a ratio or of a level are from the estimate, as a share of it: 0.02 is ± 2 %. */
    public double relativeHalfWidth() {
        return Math.sqrt(high / low) - 1;
    }

    /** Returns half the distance between the bounds. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
