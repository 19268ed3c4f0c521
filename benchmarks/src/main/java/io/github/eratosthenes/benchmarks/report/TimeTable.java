package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.files.Measurement;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.TextTable;
import io.github.eratosthenes.results.text.TextTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Time and allocation of every cell, with the ratio to the same cell of the baseline strategy. */
final class TimeTable {

    private static final String NONE = "-";

    private final StudyData data;
    private final boolean jdks;
    private final boolean tiers;

    private TimeTable(StudyData data) {
        this.data = data;
        this.jdks = data.study().cells().stream().map(CellEntry::jdk).distinct().count() > 1;
        this.tiers =
                data.study().cells().stream().map(CellEntry::tier).distinct().count() > 1;
    }

    static List<String> lines(StudyData data) {
        return new TimeTable(data).lines();
    }

    private List<String> lines() {
        TextTable table = new TextTable(columns());
        for (CellEntry cell : data.study().cells()) {
            if (cell.strategy() != null) {
                table.add(row(cell));
            }
        }
        return table.lines();
    }

    private List<Column> columns() {
        List<Column> columns =
                new ArrayList<>(List.of(Column.left("strategy"), Column.right("max"), Column.right("loops")));
        if (jdks) {
            columns.add(Column.right("jdk"));
        }
        if (tiers) {
            columns.add(Column.left("tier"));
        }
        columns.addAll(List.of(
                Column.right(StudyData.UNIT),
                Column.right("±"),
                Column.right("bytes/op"),
                Column.right("ratio to " + StudyData.BASELINE),
                Column.left("verdict")));
        return columns;
    }

    private List<String> row(CellEntry cell) {
        List<String> row = new ArrayList<>(
                List.of(String.valueOf(cell.strategy()), String.valueOf(cell.max()), String.valueOf(cell.loops())));
        if (jdks) {
            row.add(cell.jdk());
        }
        if (tiers) {
            row.add(cell.tier());
        }
        row.addAll(data.measurement(cell)
                .map(measurement -> figures(cell, measurement))
                .orElseGet(() -> List.of("skipped: " + cell.skipped())));
        return row;
    }

    /** Without a record nothing is known: the profiler may have been off, or the JVM may not count. */
    private static String bytes(Measurement measurement) {
        OptionalDouble bytes = measurement.bytesPerOperation();
        return bytes.isPresent() ? Figures.count(bytes.getAsDouble()) : NONE;
    }

    private List<String> figures(CellEntry cell, Measurement measurement) {
        Interval time = measurement.mean();
        Optional<Ratio> ratio = StudyData.BASELINE.equals(cell.strategy())
                ? Optional.empty()
                : data.measurement(cell.withStrategy(StudyData.BASELINE)).map(measurement::pairedRatio);
        return List.of(
                Figures.significant(time.estimate()),
                Figures.significant(time.halfWidth()),
                bytes(measurement),
                ratio.map(value -> Figures.ratio(value.interval())).orElse(NONE),
                ratio.map(value -> Verdict.of(value, Verdict.THRESHOLD).word()).orElse(NONE));
    }
}
