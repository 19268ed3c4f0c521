package io.github.eratosthenes.benchmarks.statistics;

import java.util.Arrays;

/**
 * The ratio of two positive measures, such as a candidate's time to a baseline's, with what can be said for it.
 *
 * <p>Ratios are worked on as logarithms: there a ratio and its inverse weigh the same, and a mean of rounds is the
 * geometric mean of their ratios.
 *
 * @param interval the t interval
 * @param bootstrap the percentile interval of a bootstrap over rounds: a cross-check that assumes no distribution
 * @param pValue how likely so large a difference is where the true ratio is 1
 */
public record Ratio(Interval interval, Interval bootstrap, double pValue) {

    /**
     * Returns the ratio of values that were measured in the same rounds: whatever a round did to both cancels out.
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
        Sample sample = Sample.of(differences);
        return of(
                sample.mean(),
                sample.standardError(),
                sample.size() - 1.0,
                confidence,
                Bootstrap.meanInterval(differences, confidence));
    }

    /**
     * Returns the ratio of values measured apart, such as in two studies: Welch's interval, which lets each side have its
     * own variance.
     *
     * @throws IllegalArgumentException if a value is not positive
     */
    public static Ratio independent(double[] candidate, double[] baseline, double confidence) {
        double[] top = logs(candidate);
        double[] bottom = logs(baseline);
        Sample candidates = Sample.of(top);
        Sample baselines = Sample.of(bottom);
        double difference = candidates.mean() - baselines.mean();
        double candidateShare = candidates.variance() / candidates.size();
        double baselineShare = baselines.variance() / baselines.size();
        double variance = candidateShare + baselineShare;
        double degreesOfFreedom = variance == 0
                ? candidates.size() + baselines.size() - 2.0
                : variance
                        * variance
                        / (candidateShare * candidateShare / (candidates.size() - 1)
                                + baselineShare * baselineShare / (baselines.size() - 1));
        return of(
                difference,
                Math.sqrt(variance),
                degreesOfFreedom,
                confidence,
                Bootstrap.differenceInterval(top, bottom, confidence));
    }

    private static Ratio of(
            double logRatio, double standardError, double degreesOfFreedom, double confidence, Interval bootstrap) {
        return new Ratio(
                exp(Sample.interval(logRatio, standardError, degreesOfFreedom, confidence)),
                exp(bootstrap),
                Sample.pValue(logRatio, standardError, degreesOfFreedom));
    }

    /** Returns the point estimate. */
    public double estimate() {
        return interval.estimate();
    }

    private static Interval exp(Interval logs) {
        return new Interval(Math.exp(logs.low()), Math.exp(logs.estimate()), Math.exp(logs.high()));
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
