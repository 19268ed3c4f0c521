package io.github.eratosthenes.results.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The ratio of two positive measures, such as a candidate's time to a baseline's, with its interval.
 *
 * <p>All computation is on logarithms. There a ratio and its inverse weigh the same, and the mean over rounds is the
 * geometric mean of their ratios.
 *
 * @param interval the t interval
 * @param logError the standard error of its logarithm; NaN if there are too few values
 * @param degreesOfFreedom the degrees of freedom of that error
 */
public record Ratio(Interval interval, double logError, double degreesOfFreedom) {

    /**
     * Returns the ratio of values that were measured in the same rounds, so that an effect of a round on both cancels out.
     *
     * @throws IllegalArgumentException if the numbers of rounds differ, or a value is not positive
     */
    public static Ratio paired(double[] candidate, double[] baseline, double confidence) {
        if (candidate.length != baseline.length) {
            throw new IllegalArgumentException("the candidate has " + candidate.length + " rounds and the baseline "
                    + baseline.length + "; a paired ratio needs the same rounds of both");
        }
        double[] top = logs(candidate);
        double[] bottom = logs(baseline);
        double[] differences = new double[top.length];
        Arrays.setAll(differences, round -> top[round] - bottom[round]);
        return ofLogs(differences, confidence);
    }

    /**
     * Returns the ratio of values that were measured at different times, such as in two studies. The interval is Welch's, in
     * which each side has its own variance.
     *
     * @throws IllegalArgumentException if a value is not positive
     */
    public static Ratio independent(double[] candidate, double[] baseline, double confidence) {
        return ofLogs(logs(candidate), confidence).dividedBy(ofLogs(logs(baseline), confidence), confidence);
    }

    /**
     * Returns the geometric mean of values such as times, as their ratio to 1.
     *
     * @throws IllegalArgumentException if a value is not positive
     */
    public static Ratio ofLevels(double[] values, double confidence) {
        return ofLogs(logs(values), confidence);
    }

    /** Returns the quotient of this ratio and a number. */
    public Ratio dividedBy(double number, double confidence) {
        return ofLog(Math.log(estimate() / number), logError, degreesOfFreedom, confidence);
    }

    /** Returns the quotient of this ratio and one that was measured at another time; their variances add, as in Welch's test. */
    public Ratio dividedBy(Ratio other, double confidence) {
        double mine = logError * logError;
        double others = other.logError * other.logError;
        double variance = mine + others;
        double freedom = variance == 0
                ? degreesOfFreedom + other.degreesOfFreedom
                : variance * variance / (mine * mine / degreesOfFreedom + others * others / other.degreesOfFreedom);
        return ofLog(Math.log(estimate()) - Math.log(other.estimate()), Math.sqrt(variance), freedom, confidence);
    }

    /**
     * Returns the geometric mean of ratios that were measured at different times; their variances add, as in Welch's test.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Ratio mean(List<Ratio> ratios, double confidence) {
        if (ratios.isEmpty()) {
            throw new IllegalArgumentException("there is no mean of 0 ratios");
        }
        Ratio product = ratios.get(0);
        for (Ratio ratio : ratios.subList(1, ratios.size())) {
            product = product.dividedBy(ratio.inverse(), confidence);
        }
        return ofLog(
                Math.log(product.estimate()) / ratios.size(),
                product.logError / ratios.size(),
                product.degreesOfFreedom,
                confidence);
    }

    private Ratio inverse() {
        return new Ratio(
                new Interval(1 / interval.high(), 1 / interval.estimate(), 1 / interval.low()),
                logError,
                degreesOfFreedom);
    }

    private static Ratio ofLogs(double[] logs, double confidence) {
        Sample sample = Sample.of(logs);
        return ofLog(sample.mean(), sample.standardError(), sample.size() - 1.0, confidence);
    }

    /**
     * Returns the ratio of a logarithm.
     *
     * @param logRatio the logarithm
     * @param logError its standard error
     * @param degreesOfFreedom the degrees of freedom of that error
     */
    public static Ratio ofLog(double logRatio, double logError, double degreesOfFreedom, double confidence) {
        Interval logs = Sample.interval(logRatio, logError, degreesOfFreedom, confidence);
        return new Ratio(
                new Interval(Math.exp(logs.low()), Math.exp(logs.estimate()), Math.exp(logs.high())),
                logError,
                degreesOfFreedom);
    }

    /** Returns the point estimate. */
    public double estimate() {
        return interval.estimate();
    }

    /**
     * Returns how likely an estimate so far from 1 is, at most, where the true ratio is within the threshold of 1; 1 where
     * there are too few values to tell.
     *
     * @param threshold such as 0.02, for true ratios from 1/1.02 to 1.02
     */
    public double pValue(double threshold) {
        return Sample.pValue(Math.log(estimate()), Math.log1p(threshold), logError, degreesOfFreedom);
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values)
                .map(value -> {
                    if (!(value > 0)) {
                        throw new IllegalArgumentException("the value " + value + " is not above 0");
                    }
                    return Math.log(value);
                })
                .toArray();
    }
}
