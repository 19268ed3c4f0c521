package io.github.eratosthenes.results.files;

import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.files.WarmupFile.Trace;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.PooledDeviation;
import io.github.eratosthenes.results.statistics.Ratio;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A study's plan with its measurements.
 *
 * @param study the plan
 * @param environment where and when the study ran
 * @param measurements the measurements of the cells
 * @param warmups the scores of the warm-up iterations, by round
 */
public record StudyData(
        StudyFile study,
        Environment environment,
        Map<CellKey, Measurement> measurements,
        Map<CellKey, List<List<Double>>> warmups) {

    /** The baseline, which every other strategy is compared with; by its id, because this module knows no sieve. */
    public static final String BASELINE = "boolean-array";

    /** The unit of every score of a study. */
    public static final String UNIT = "ms/op";

    /**
     * A measured cell.
     *
     * @param warmup the scores of the warm-up iterations, by round; empty if they are unknown
     */
    public record Measured(CellEntry cell, Measurement measurement, List<List<Double>> warmup) {}

    /** The benchmark that a yardstick on one thread is compared with. */
    private static final String NATIVE = "NativeYardstick.primesieve";

    /** The benchmark that each yardstick on all processors is compared with. */
    private static final Map<String, String> NATIVE_OF =
            Map.of("NativeYardstick.parallel", "NativeYardstick.primesieveParallel");

    /**
     * Reads a result folder; its warmup.json may be missing.
     *
     * @throws IOException if one of its files cannot be read or has other content than its name promises
     */
    public static StudyData read(ResultFolder folder) throws IOException {
        StudyFile study = StudyFile.read(folder.study());
        Environment environment = Environment.read(folder.environment());
        List<Measurement> measurements = JmhFile.read(folder.jmh());
        List<Trace> warmups = Files.exists(folder.warmup()) ? WarmupFile.read(folder.warmup()) : List.of();
        try {
            return of(study, environment, measurements, warmups);
        } catch (IllegalArgumentException e) {
            throw new IOException(folder.path() + " is not the result of a study: " + e.getMessage(), e);
        }
    }

    /**
     * Joins a plan and its measurements.
     *
     * @throws IllegalArgumentException if two cells or two measurements have the same benchmark and parameters, or a
     *     measurement is not in the unit of studies
     */
    public static StudyData of(
            StudyFile study, Environment environment, List<Measurement> measurements, List<Trace> warmups) {
        for (Measurement measurement : measurements) {
            if (!measurement.unit().equals(UNIT)) {
                throw new IllegalArgumentException(
                        measurement.label() + " is in " + measurement.unit() + "; a study is in " + UNIT);
            }
        }
        return new StudyData(
                study,
                environment,
                byKey(measurements, Measurement::key, Function.identity()),
                byKey(warmups, trace -> new CellKey(trace.benchmark(), trace.parameters()), Trace::scores));
    }

    private static <T, V> Map<CellKey, V> byKey(List<T> all, Function<T, CellKey> key, Function<T, V> value) {
        Map<CellKey, V> byKey = new HashMap<>();
        for (T one : all) {
            if (byKey.put(key.apply(one), value.apply(one)) != null) {
                throw new IllegalArgumentException("it has " + key.apply(one).label() + " twice");
            }
        }
        return Map.copyOf(byKey);
    }

    /** Returns the measurement of a cell; empty if the cell was skipped. */
    public Optional<Measurement> measurement(CellEntry cell) {
        return Optional.ofNullable(measurements.get(cell.key()));
    }

    /** Returns the cell that another is compared with: the baseline's or, for a yardstick, the native library's. */
    public CellEntry baseline(CellEntry cell) {
        return cell.strategy() == null
                ? cell.withBenchmark(NATIVE_OF.getOrDefault(cell.benchmark(), NATIVE))
                : cell.withStrategy(BASELINE);
    }

    /**
     * Returns the time of a measured cell with its interval. The deviation is pooled over the forks of all cells that run the
     * same code at the same size, because one cell has too few rounds to estimate it well. Other sizes do not count: a size
     * whose array is in a shared cache, or whose code HotSpot compiles in two ways, deviates several times as much.
     */
    public Ratio time(CellEntry cell) {
        return deviation(cell).ratio(logs(cell), Interval.CONFIDENCE);
    }

    /** Returns the ratio of a cell's time to its baseline's; empty for a baseline, or if either was skipped. */
    public Optional<Ratio> ratio(CellEntry cell) {
        CellEntry baseline = baseline(cell);
        return baseline.key().equals(cell.key()) ? Optional.empty() : ratio(cell, baseline);
    }

    /**
     * Returns the ratio of two cells' times, with Welch's interval; empty if either was skipped. The times are not paired by
     * round: two forks of a round have next to nothing in common, and pairing would halve the degrees of freedom.
     */
    public Optional<Ratio> ratio(CellEntry candidate, CellEntry baseline) {
        return measurement(candidate).isPresent() && measurement(baseline).isPresent()
                ? Optional.of(time(candidate).dividedBy(time(baseline), Interval.CONFIDENCE))
                : Optional.empty();
    }

    private PooledDeviation deviation(CellEntry cell) {
        return PooledDeviation.of(study.cells().stream()
                .filter(other -> other.code().equals(cell.code())
                        && Objects.equals(other.max(), cell.max())
                        && Objects.equals(other.range(), cell.range())
                        && measurements.containsKey(other.key()))
                .map(this::logs)
                .toList());
    }

    private double[] logs(CellEntry cell) {
        return PooledDeviation.logs(Objects.requireNonNull(measurements.get(cell.key()), cell::label)
                .roundValues());
    }

    /** Returns the measured cells, in the plan's order. */
    public List<Measured> measured() {
        return study.cells().stream()
                .flatMap(cell ->
                        measurement(cell)
                                .map(found -> new Measured(cell, found, warmups.getOrDefault(cell.key(), List.of())))
                                .stream())
                .toList();
    }

    /** Returns how many forks were measured. */
    public long forks() {
        return measured().stream()
                .mapToLong(measured -> measured.measurement().scores().size())
                .sum();
    }

    /** Returns the measured cells of sieves, in the plan's order. */
    public List<Measured> sieving() {
        return measured().stream()
                .filter(measured -> measured.cell().strategy() != null)
                .toList();
    }
}
