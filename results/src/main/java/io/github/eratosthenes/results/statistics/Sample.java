package io.github.eratosthenes.results.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The size, mean and variance of a sample of rounds, with the intervals and p-values of the t distribution.
 *
 * <p>A round is the unit: the iterations of one JVM share its memory layout and compiled code, so pooling them as if
 * they were independent gives intervals that are too narrow (Georges, Buytaert and Eeckhout, Statistically rigorous Java
 * performance evaluation, OOPSLA 2007; Kalibera and Jones, Rigorous benchmarking in reasonable time, ISMM 2013).
 *
 * @param size how many values
 * @param mean their mean
 * @param variance their unbiased variance; NaN if there are fewer than two values
 */
public record Sample(int size, double mean, double variance) {

    /** Returns the sample of the values. */
    public static Sample of(double... values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new Sample(values.length, mean, values.length < 2 ? Double.NaN : squares / (values.length - 1));
    }

    /** Returns the standard deviation. */
    public double deviation() {
        return Math.sqrt(variance);
    }

    /** Returns the standard error of the mean. */
    public double standardError() {
        return Math.sqrt(variance / size);
    }

    /**
     * Returns the t interval of the mean.
     *
     * @param confidence the share of such intervals that hold the true mean, such as 0.95
     */
    public Interval meanInterval(double confidence) {
        return interval(mean, standardError(), size - 1.0, confidence);
    }

    /** Returns the interval of an estimate, from its standard error and the degrees of freedom of that error. */
    static Interval interval(double estimate, double standardError, double degreesOfFreedom, double confidence) {
        if (!(degreesOfFreedom > 0) || Double.isNaN(standardError)) {
            return new Interval(Double.NaN, estimate, Double.NaN);
        }
        double quantile = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2);
        return new Interval(estimate - quantile * standardError, estimate, estimate + quantile * standardError);
    }

    /**
     * Returns the p-value of an estimate under the hypothesis that its true value is at most a margin away from 0. If
     * the margin is 0, it is the two-sided p-value.
     */
    static double pValue(double estimate, double margin, double standardError, double degreesOfFreedom) {
        if (!(degreesOfFreedom > 0) || Double.isNaN(standardError)) {
            return 1;
        }
        double distance = Math.abs(estimate);
        if (standardError == 0) {
            return distance > margin ? 0 : 1;
        }
        TDistribution distribution = TDistribution.of(degreesOfFreedom);
        return Math.min(
                1,
                distribution.survivalProbability((distance - margin) / standardError)
                        + distribution.survivalProbability((distance + margin) / standardError));
    }
}
