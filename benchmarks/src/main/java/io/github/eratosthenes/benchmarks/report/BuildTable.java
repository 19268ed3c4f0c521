package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.files.Measurement;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.statistics.Holm;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.PooledDeviation;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.TextTable;
import io.github.eratosthenes.results.text.TextTable.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares two builds that ran in the same rounds: gives the ratio of this build's time to the other's, for each cell and, pooled
 * over the cells, for each strategy.
 *
 * <p>All rows together answer one question: did anything change? So {@link Holm} corrects the verdicts, and the chance of even
 * one false claim among them is 5 %.
 */
final class BuildTable {

    private static final String THIS = "this";
    private static final String OTHER = "other";

    private BuildTable() {}

    private record Row(String name, Ratio ratio) {}

    static List<String> lines(StudyData data) {
        List<Row> cells = new ArrayList<>();
        Map<String, List<double[]>> logsByCode = new LinkedHashMap<>();
        for (Measured measured : data.measured()) {
            CellEntry cell = measured.cell();
            Optional<Measurement> other = data.measurement(cell.withBuild(OTHER));
            if (THIS.equals(cell.build()) && other.isPresent()) {
                cells.add(new Row(
                        cell.withBuild(null).label(),
                        data.ratio(cell, cell.withBuild(OTHER)).orElseThrow()));
                List<double[]> logs =
                        logsByCode.computeIfAbsent(cell.withBuild(null).code(), code -> new ArrayList<>());
                logs.add(logs(measured.measurement().roundValues(), 1));
                logs.add(logs(other.get().roundValues(), -1));
            }
        }
        if (cells.isEmpty()) {
            return List.of();
        }
        List<Row> codes = new ArrayList<>();
        logsByCode.forEach((code, logs) -> codes.add(new Row(code, pooled(logs))));
        List<String> lines = new ArrayList<>(List.of("", "This build against the other, for all sizes of a strategy:"));
        lines.addAll(table(codes));
        lines.addAll(List.of("", "This build against the other, for each cell:"));
        lines.addAll(table(cells));
        lines.add("In each table, the chance of even one false verdict is 5 % (Holm's correction).");
        return lines;
    }

    private static double[] logs(double[] values, int sign) {
        return Arrays.stream(values).map(value -> sign * Math.log(value)).toArray();
    }

    /** Returns the mean of the cells' log ratios; its error follows from the deviation within all their samples. */
    private static Ratio pooled(List<double[]> samples) {
        PooledDeviation pooled = PooledDeviation.of(samples);
        double sum = 0;
        double variance = 0;
        for (double[] sample : samples) {
            sum += Arrays.stream(sample).average().orElse(Double.NaN);
            variance += pooled.deviation() * pooled.deviation() / sample.length;
        }
        double cells = samples.size() / 2.0;
        return Ratio.ofLog(sum / cells, Math.sqrt(variance) / cells, pooled.degreesOfFreedom(), Interval.CONFIDENCE);
    }

    private static List<String> table(List<Row> rows) {
        double[] adjusted = Holm.adjust(rows.stream()
                .mapToDouble(row -> row.ratio().pValue(Verdict.THRESHOLD))
                .toArray());
        TextTable table =
                new TextTable(List.of(Column.left("  cell"), Column.right("this / other"), Column.left("this is")));
        for (int place = 0; place < rows.size(); place++) {
            Row row = rows.get(place);
            Verdict verdict = Verdict.of(row.ratio(), Verdict.THRESHOLD);
            boolean taken = verdict.isClaim() && adjusted[place] > 1 - Interval.CONFIDENCE;
            table.add(List.of(
                    "  " + row.name(),
                    Figures.ratio(row.ratio().interval()),
                    (taken ? Verdict.UNCLEAR : verdict).word()));
        }
        return table.lines();
    }
}
