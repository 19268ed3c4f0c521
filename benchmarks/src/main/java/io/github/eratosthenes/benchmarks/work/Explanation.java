package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.results.files.ExplanationFile;
import io.github.eratosthenes.results.files.ExplanationFile.Cell;
import io.github.eratosthenes.results.files.ExplanationFile.Price;
import io.github.eratosthenes.results.files.WorkFile.Work;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.TextTable;
import io.github.eratosthenes.results.text.TextTable.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares a study's times with the times that a {@link CostModel} computes from the counts. */
final class Explanation {

    /** If the model is off by more than this factor for a strategy, the counts do not explain its time. */
    private static final double EXPLAINED = 1.5;

    private final List<TimedWork> cells;
    private final CostModel model;

    /**
     * Fits the model.
     *
     * @throws IllegalArgumentException if there are too few cells
     */
    Explanation(List<TimedWork> cells) {
        this.cells = cells;
        this.model = CostModel.fit(cells);
    }

    /** Returns the content of explanation.json. */
    ExplanationFile file(String study, String jdk) {
        return new ExplanationFile(
                study,
                jdk,
                TimedWork.TIER,
                Arrays.stream(Cost.values())
                        .map(cost -> new Price(cost.label(), model.nanos(cost)))
                        .toList(),
                cells.stream()
                        .map(cell -> new Cell(
                                cell.work().strategy(),
                                cell.work().max(),
                                cell.loops(),
                                cell.nanos(),
                                model.parts(cell.work())))
                        .toList());
    }

    /** Returns the prices, the table of strategies, the errors and the findings. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(Arrays.stream(Cost.values())
                .map(cost -> cost.label() + " " + Figures.significant(model.nanos(cost)) + " ns")
                .collect(Collectors.joining(", ", "Prices fitted to " + cells.size() + " cells: ", ".")));
        lines.addAll(table().lines());
        TimedWork worst =
                cells.stream().max(Comparator.comparingDouble(model::error)).orElseThrow();
        lines.add("Median error " + Figures.percent(medianError(cells) - 1) + "; worst cell " + worst.label()
                + ", modelled " + times(model.ratio(worst)) + " the measured time.");
        unseen().ifPresent(error -> lines.add("Median error " + Figures.percent(error - 1)
                + " for strategies that are left out of the fit and predicted from the others."));
        lines.add("");
        lines.addAll(new Findings(cells).lines());
        return lines;
    }

    private TextTable table() {
        List<Column> columns = new ArrayList<>(List.of(Column.left("strategy"), Column.right("cells")));
        Arrays.stream(Cost.values()).forEach(cost -> columns.add(Column.right(cost.label())));
        columns.add(Column.right("modelled / measured"));
        columns.add(Column.right("median error"));
        columns.add(Column.left("bound by"));
        TextTable table = new TextTable(columns);
        byStrategy().forEach((strategy, ofStrategy) -> table.add(row(strategy, ofStrategy)));
        return table;
    }

    private Map<String, List<TimedWork>> byStrategy() {
        return cells.stream()
                .collect(Collectors.groupingBy(cell -> cell.work().strategy(), TreeMap::new, Collectors.toList()));
    }

    /** The shares are those at the largest size. */
    private List<String> row(String strategy, List<TimedWork> ofStrategy) {
        Work largest = ofStrategy.stream()
                .map(TimedWork::work)
                .max(Comparator.comparingLong(Work::max))
                .orElseThrow();
        List<Double> parts = model.parts(largest);
        double sum = parts.stream().mapToDouble(Double::doubleValue).sum();
        List<String> row = new ArrayList<>(List.of(strategy, String.valueOf(ofStrategy.size())));
        parts.forEach(part -> row.add(String.format(Locale.ROOT, "%.0f %%", 100 * part / sum)));
        double[] ratios = ofStrategy.stream().mapToDouble(model::ratio).sorted().toArray();
        row.add(String.format(Locale.ROOT, "%.2f to %.2f", ratios[0], ratios[ratios.length - 1]));
        row.add(Figures.percent(medianError(ofStrategy) - 1));
        row.add(bound(largest, ofStrategy));
        return row;
    }

    private String bound(Work largest, List<TimedWork> ofStrategy) {
        return medianError(ofStrategy) > EXPLAINED
                ? "not explained by its counts"
                : Arrays.stream(Cost.values())
                        .max(Comparator.comparingDouble(cost -> model.nanos(cost) * cost.count(largest)))
                        .orElseThrow()
                        .label();
    }

    /** Returns the median error for strategies that are left out of the fit; empty if too few cells would be left. */
    private Optional<Double> unseen() {
        List<Double> errors = new ArrayList<>();
        for (List<TimedWork> leftOut : byStrategy().values()) {
            List<TimedWork> others =
                    cells.stream().filter(cell -> !leftOut.contains(cell)).toList();
            if (others.size() < Cost.values().length) {
                return Optional.empty();
            }
            CostModel fitted = CostModel.fit(others);
            leftOut.forEach(cell -> errors.add(fitted.error(cell)));
        }
        return Optional.of(median(errors));
    }

    private double medianError(List<TimedWork> some) {
        return median(some.stream().map(model::error).toList());
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f times", ratio);
    }
}
