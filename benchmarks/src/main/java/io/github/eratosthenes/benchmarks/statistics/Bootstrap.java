package io.github.eratosthenes.benchmarks.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals by resampling whole rounds with replacement (Efron and Tibshirani, An Introduction to the
 * Bootstrap, 1993, chapter 13). The seed is fixed, so the same rounds give the same interval.
 *
 * <p>With ten rounds or so it is somewhat narrower than the t interval, so it serves beside that one and not instead.
 */
final class Bootstrap {

    private static final int RESAMPLES = 10_000;
    private static final long SEED = 276_194;

    private Bootstrap() {}

    /** Returns the interval of a mean. */
    static Interval meanInterval(double[] values, double confidence) {
        return interval(Sample.of(values).mean(), values.length, confidence, random -> resampledMean(values, random));
    }

    /** Returns the interval of the difference of two means. */
    static Interval differenceInterval(double[] candidate, double[] baseline, double confidence) {
        return interval(
                Sample.of(candidate).mean() - Sample.of(baseline).mean(),
                Math.min(candidate.length, baseline.length),
                confidence,
                random -> resampledMean(candidate, random) - resampledMean(baseline, random));
    }

    private static Interval interval(
            double estimate, int rounds, double confidence, ToDoubleFunction<SplittableRandom> resample) {
        if (rounds < 2) {
            return new Interval(Double.NaN, estimate, Double.NaN);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] estimates = new double[RESAMPLES];
        Arrays.setAll(estimates, i -> resample.applyAsDouble(random));
        Arrays.sort(estimates);
        int cut = (int) Math.round(RESAMPLES * (1 - confidence) / 2);
        return new Interval(estimates[cut], estimate, estimates[RESAMPLES - 1 - cut]);
    }

    private static double resampledMean(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }
}
