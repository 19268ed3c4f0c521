package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.harness.endpoint.PriceList.Region;
import io.github.eratosthenes.harness.load.ReportLines.Report;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.TextTable;
import io.github.eratosthenes.results.text.TextTable.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Real REPORT lines, for people: a row for each memory size. */
final class ReportSummary {

    private ReportSummary() {}

    /** Returns the table, with what Lambda charges for these requests; a gateway's price is not in a REPORT line. */
    static List<String> lines(List<Report> reports, Region prices) {
        SortedMap<Integer, List<Report>> bySize = new TreeMap<>();
        reports.forEach(report -> bySize.computeIfAbsent(report.memoryMegabytes(), memory -> new ArrayList<>())
                .add(report));
        TextTable table = new TextTable(List.of(
                Column.right("MB"),
                Column.right("requests"),
                Column.right("not well"),
                Column.right("cold"),
                Column.right("duration p50 ms"),
                Column.right("max ms"),
                Column.right("init p50 ms"),
                Column.right("max memory MB"),
                Column.right("billed s"),
                Column.right("$")));
        bySize.forEach((memory, ofSize) -> table.add(row(memory, ofSize, prices)));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        double dollars =
                reports.stream().mapToDouble(report -> dollars(report, prices)).sum();
        lines.add("Lambda's bill for these requests, without the gateway's, at the prices of " + prices.region() + " "
                + prices.architecture() + ": $" + Figures.significant(dollars) + ".");
        return lines;
    }

    private static List<String> row(int memory, List<Report> reports, Region prices) {
        double[] durations =
                reports.stream().mapToDouble(Report::durationMillis).toArray();
        double[] inits = reports.stream()
                .map(Report::initMillis)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return List.of(
                String.valueOf(memory),
                String.valueOf(reports.size()),
                String.valueOf(reports.stream()
                        .filter(report -> report.status() != null)
                        .count()),
                String.valueOf(inits.length),
                median(durations),
                Figures.significant(Arrays.stream(durations).max().orElse(Double.NaN)),
                median(inits),
                String.valueOf(reports.stream()
                        .mapToInt(Report::maxMemoryMegabytes)
                        .max()
                        .orElse(0)),
                Figures.significant(
                        reports.stream().mapToDouble(Report::billedMillis).sum() / 1000),
                Figures.significant(reports.stream()
                        .mapToDouble(report -> dollars(report, prices))
                        .sum()));
    }

    private static double dollars(Report report, Region prices) {
        return prices.dollars(report.memoryMegabytes(), report.billedMillis() / 1000);
    }

    private static String median(double[] values) {
        if (values.length == 0) {
            return "-";
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return Figures.significant(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
