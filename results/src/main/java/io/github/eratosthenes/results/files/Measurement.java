package io.github.eratosthenes.results.files;

import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Sample;
import io.github.eratosthenes.results.text.Figures;
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
 * @param conduct how it was run
 * @param unit the unit of the scores, such as {@code ms/op}
 * @param scores the score of each iteration, by fork
 * @param allocatedBytes the bytes allocated for each operation, by fork and iteration; empty where nothing was allocated
 *     or the profiler was off
 */
public record Measurement(
        String benchmark,
        Map<String, String> parameters,
        Conduct conduct,
        String unit,
        List<List<Double>> scores,
        List<List<Double>> allocatedBytes) {

    /**
     * How a benchmark was run: what a result depends on besides the benchmark's short name and its parameters.
     *
     * @param packageName the package of the benchmark's class; empty where it has none
     * @param mode JMH's mode, such as {@code avgt}
     * @param threads how many threads ran it at once
     */
    public record Conduct(String packageName, String mode, int threads) {}

    /**
     * What tells a measurement from all others: only two of the same identity can be compared.
     *
     * @param cell the benchmark's short name with its parameters
     * @param conduct how it was run
     */
    public record Identity(CellKey cell, Conduct conduct) {}

    /** Returns the parameter's value, or null where the benchmark has no such parameter. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** Returns the key of the study's cell that it belongs to. A study runs every benchmark in one way only. */
    public CellKey key() {
        return new CellKey(benchmark, parameters);
    }

    /** Returns what tells it from other measurements. */
    public Identity identity() {
        return new Identity(key(), conduct);
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
            throw new IllegalArgumentException(label() + " has " + Figures.counted(top.length, "round") + " and "
                    + baseline.label() + " has " + bottom.length + "; a ratio needs the same rounds of both");
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
                .filter(bytes -> !Double.isNaN(bytes))
                .average();
    }

    private static double average(List<Double> iterations) {
        return iterations.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
