package io.github.eratosthenes.results.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The common deviation of several samples, which have different means but one variance. It gives a better standard error for
 * each sample than the few values of that sample alone.
 *
 * @param deviation the standard deviation within a sample; NaN if no sample has two values
 * @param degreesOfFreedom the number of values less the number of samples
 */
public record PooledDeviation(double deviation, double degreesOfFreedom) {

    /** Returns the deviation of the samples. */
    public static PooledDeviation of(List<double[]> samples) {
        double squares = 0;
        double degreesOfFreedom = 0;
        for (double[] values : samples) {
            double mean = Arrays.stream(values).average().orElse(0);
            squares += Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            degreesOfFreedom += Math.max(0, values.length - 1);
        }
        return new PooledDeviation(Math.sqrt(squares / degreesOfFreedom), degreesOfFreedom);
    }

    /** Returns the ratio whose logarithm is the mean of one of the samples. */
    public Ratio ratio(double[] logs, double confidence) {
        double mean = Arrays.stream(logs).average().orElse(Double.NaN);
        return Ratio.ofLog(mean, deviation / Math.sqrt(logs.length), degreesOfFreedom, confidence);
    }

    /** Returns the logarithms of values. */
    public static double[] logs(double... values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }
}
