package io.github.eratosthenes.results.statistics;

/**
 * An estimate and the confidence interval around it; the bounds are NaN where there are too few values for one.
 *
 * @param low the lower bound
 * @param estimate the estimate
 * @param high the upper bound
 */
public record Interval(double low, double estimate, double high) {

    /** The share of this project's intervals that hold the true value. */
    public static final double CONFIDENCE = 0.95;

    /** Returns whether the interval is there and does not hold the value. */
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
