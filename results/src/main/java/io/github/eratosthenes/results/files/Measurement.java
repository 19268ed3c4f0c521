package io.github.eratosthenes.results.files;

import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.LowEnd;
import io.github.eratosthenes.results.statistics.Ratio;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One record of a JMH result file: a benchmark with its parameters, and what each iteration of each fork measured.
 *
 * <p>In a study's file a fork is a round and an iteration a slice, so {@link #roundValues()} has one value for each round, in
 * order. All derived figures are means of logarithms, so the ratio of two times equals their quotient.
 *
 * @param benchmark the method's name with its class's simple name, such as {@code SieveBenchmark.sieve}
 * @param parameters the JMH parameters by name; the study adds {@code jdk} and {@code tier} to the benchmark's own
 * @param conduct how the benchmark was run
 * @param unit the unit of the scores, such as {@code ms/op}
 * @param scores the score of each iteration, by fork
 * @param allocatedBytes the bytes allocated for each operation, by fork and iteration; empty where nothing was allocated
 *     or the profiler was off. A fork without warm-up lacks its first iteration
 * @param rulers the readings of the rulers beside each iteration
 */
public record Measurement(
        String benchmark,
        Map<String, String> parameters,
        Conduct conduct,
        String unit,
        List<List<Double>> scores,
        List<List<Double>> allocatedBytes,
        RulerReadings rulers) {

    /** Creates a measurement without rulers. */
    public Measurement(
            String benchmark,
            Map<String, String> parameters,
            Conduct conduct,
            String unit,
            List<List<Double>> scores,
            List<List<Double>> allocatedBytes) {
        this(benchmark, parameters, conduct, unit, scores, allocatedBytes, RulerReadings.NONE);
    }

    /**
     * How a benchmark was run: everything that a result depends on, except the benchmark's short name and its parameters.
     *
     * @param packageName the package of the benchmark's class; empty if it has none
     * @param mode JMH's mode, such as {@code avgt}
     * @param threads how many threads ran it at once
     */
    public record Conduct(String packageName, String mode, int threads) {}

    /**
     * The full identity of a measurement: only two measurements of the same identity can be compared.
     *
     * @param cell the benchmark's short name with its parameters
     * @param conduct how the benchmark was run
     */
    public record Identity(CellKey cell, Conduct conduct) {}

    /** Returns the parameter's value, or null if the benchmark has no such parameter. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** Returns the key of the study's cell that this measurement belongs to. A study runs every benchmark in one way only. */
    public CellKey key() {
        return new CellKey(benchmark, parameters);
    }

    /** Returns the full identity. */
    public Identity identity() {
        return new Identity(key(), conduct);
    }

    /** Returns the measurement's name for people. */
    public String label() {
        return key().label();
    }

    /** Returns the value of each fork, by {@link LowEnd}. */
    public double[] roundValues() {
        return scores.stream().mapToDouble(fork -> LowEnd.of(array(fork))).toArray();
    }

    /** Returns the geometric mean of the forks' values with its interval. */
    public Interval time() {
        return Ratio.ofLevels(roundValues(), Interval.CONFIDENCE).interval();
    }

    /** Returns the average time of a slice divided by the forks' values: 1 on a machine without any noise. */
    public double noise() {
        double[] means = scores.stream()
                .mapToDouble(fork -> Arrays.stream(array(fork)).average().orElse(Double.NaN))
                .toArray();
        return Ratio.ofLevels(means, Interval.CONFIDENCE).estimate() / time().estimate();
    }

    /** Returns the ratio of this score to that of a baseline that was measured at another time, with Welch's interval. */
    public Ratio independentRatio(Measurement baseline) {
        return Ratio.independent(roundValues(), baseline.roundValues(), Interval.CONFIDENCE);
    }

    /** Returns the bytes allocated per operation; empty if none were recorded. */
    public OptionalDouble bytesPerOperation() {
        return allocatedBytes.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .filter(bytes -> !Double.isNaN(bytes))
                .average();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
