package io.github.eratosthenes.results.files;

import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One record of a JMH result file: a benchmark with its parameters, and what each iteration of each fork measured.
 *
 * <p>In a study's file a fork is a round, so {@link #roundMeans()} has one value for each round, in order.
 *
 * @param benchmark the method's name with its class's simple name, such as {@code SieveBenchmark.sieve}
 * @param parameters the JMH parameters by name; the study adds {@code jdk} and {@code tier} to the benchmark's own
 * @param unit the unit of the scores, such as {@code ms/op}
 * @param scores the score of each iteration, by fork
 * @param allocatedBytes the bytes allocated for each operation, by fork and iteration; empty where nothing was allocated
 *     or the profiler was off
 */
public record Measurement(
        String benchmark,
        Map<String, String> parameters,
        String unit,
        List<List<Double>> scores,
        List<List<Double>> allocatedBytes) {

    /** Returns the parameter's value, or null where the benchmark has no such parameter. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** Returns what tells it from other measurements. */
    public CellKey key() {
        return new CellKey(benchmark, parameters);
    }

    /** Returns its name for people. */
    public String label() {
        return key().label();
    }

    /** Returns the mean score of each fork. */
    public double[] roundMeans() {
        return scores.stream().mapToDouble(Measurement::average).toArray();
    }

    /** Returns the mean score with its interval over the forks. */
    public Interval mean() {
        return Sample.of(roundMeans()).meanInterval(Interval.CONFIDENCE);
    }

    /**
     * Returns the ratio of this score to a baseline's of the same rounds.
     *
     * @throws IllegalArgumentException if one has more rounds than the other
     */
    public Ratio pairedRatio(Measurement baseline) {
        return pairedRatio(1, baseline);
    }

    /**
     * Returns the ratio of this score for each of its loops to a baseline's of the same rounds.
     *
     * @throws IllegalArgumentException if one has more rounds than the other
     */
    public Ratio pairedRatio(int loops, Measurement baseline) {
        double[] top = Arrays.stream(roundMeans()).map(score -> score / loops).toArray();
        double[] bottom = baseline.roundMeans();
        if (top.length != bottom.length) {
            throw new IllegalArgumentException(label() + " has " + top.length + " rounds and " + baseline.label()
                    + " has " + bottom.length + "; a ratio needs the same rounds of both");
        }
        return Ratio.paired(top, bottom, Interval.CONFIDENCE);
    }

    /** Returns the ratio of this score to that of a baseline which was measured apart from it. */
    public Ratio independentRatio(Measurement baseline) {
        return Ratio.independent(roundMeans(), baseline.roundMeans(), Interval.CONFIDENCE);
    }

    /** Returns the mean of the bytes allocated for an operation; empty where none were recorded. */
    public OptionalDouble bytesPerOperation() {
        return allocatedBytes.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .average();
    }

    private static double average(List<Double> iterations) {
        return iterations.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
