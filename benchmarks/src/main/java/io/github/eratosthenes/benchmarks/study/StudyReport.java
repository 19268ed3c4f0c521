package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.results.Measurement;
import io.github.eratosthenes.benchmarks.results.StudyFile;
import io.github.eratosthenes.benchmarks.results.StudyFile.CellEntry;
import io.github.eratosthenes.benchmarks.statistics.Interval;
import io.github.eratosthenes.benchmarks.statistics.Ratio;
import io.github.eratosthenes.benchmarks.statistics.Sample;
import io.github.eratosthenes.benchmarks.statistics.Verdict;
import io.github.eratosthenes.benchmarks.study.TextTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables that a study ends with, made from what its result folder holds. */
final class StudyReport {

    /** What every strategy is set against. */
    static final String BASELINE = "boolean-array";

    static final double CONFIDENCE = 0.95;

    /** The smallest effect that is called one. */
    static final double THRESHOLD = 0.02;

    private final StudyFile study;
    private final Map<Key, Measurement> measurements;

    StudyReport(StudyFile study, List<Measurement> measurements) {
        this.study = study;
        this.measurements = measurements.stream().collect(Collectors.toMap(Key::of, Function.identity()));
    }

    /** What tells one measurement from another. */
    private record Key(String benchmark, Map<String, String> parameters) {
        static Key of(Measurement measurement) {
            return new Key(measurement.benchmark(), measurement.parameters());
        }

        static Key of(CellEntry cell) {
            return new Key(cell.benchmark(), cell.parameters());
        }
    }

    /** Returns the report's lines. */
    List<String> lines() {
        return table();
    }

    private List<String> table() {
        boolean jdks = study.cells().stream().map(CellEntry::jdk).distinct().count() > 1;
        boolean tiers = study.cells().stream().map(CellEntry::tier).distinct().count() > 1;
        List<Column> columns =
                new ArrayList<>(List.of(Column.left("strategy"), Column.right("max"), Column.right("loops")));
        if (jdks) {
            columns.add(Column.left("jdk"));
        }
        if (tiers) {
            columns.add(Column.left("tier"));
        }
        columns.addAll(List.of(
                Column.right("ms/op"),
                Column.right("±"),
                Column.right("bytes/op"),
                Column.right("ratio to " + BASELINE),
                Column.left("verdict")));
        TextTable table = new TextTable(columns);
        for (CellEntry cell : study.cells()) {
            if (cell.strategy() != null) {
                List<String> row = new ArrayList<>(
                        List.of(cell.strategy(), String.valueOf(cell.max()), String.valueOf(cell.loops())));
                if (jdks) {
                    row.add(cell.jdk());
                }
                if (tiers) {
                    row.add(cell.tier());
                }
                row.addAll(cell.skipped() == null ? figures(cell) : List.of("skipped: " + cell.skipped()));
                table.add(row);
            }
        }
        return table.lines();
    }

    private List<String> figures(CellEntry cell) {
        Measurement measurement = measurement(cell);
        Interval time = Sample.of(measurement.roundMeans()).meanInterval(CONFIDENCE);
        Ratio ratio = ratio(cell, measurement);
        return List.of(
                Figures.millis(time.estimate()),
                Figures.millis(time.halfWidth()),
                Figures.count(measurement.bytesPerOperation().orElse(0)),
                ratio == null ? "-" : Figures.ratio(ratio.interval()),
                ratio == null || BASELINE.equals(cell.strategy())
                        ? "-"
                        : Verdict.of(ratio, THRESHOLD).word());
    }

    private @Nullable Ratio ratio(CellEntry cell, Measurement measurement) {
        Measurement baseline = measurements.get(Key.of(cell.withStrategy(BASELINE)));
        return baseline == null ? null : Ratio.paired(measurement.roundMeans(), baseline.roundMeans(), CONFIDENCE);
    }

    private Measurement measurement(CellEntry cell) {
        return Objects.requireNonNull(measurements.get(Key.of(cell)), () -> "no measurement of " + cell);
    }
}
