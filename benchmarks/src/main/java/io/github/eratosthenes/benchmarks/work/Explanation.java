package io.github.eratosthenes.benchmarks.work;

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
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A study's times beside what a {@link CostModel} makes of the counts. */
final class Explanation {

    /** A strategy that the model is off by more than this factor for is not explained by it. */
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

    /** Returns the costs, the table of strategies, the errors and the findings. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Costs fitted to " + cells.size() + " cells: " + nanos(model.readNanos()) + " for each read, "
                + nanos(model.writeNanos()) + " for each write, " + nanos(model.level1Nanos())
                + " more for each L1 miss and "
                + nanos(model.level2Nanos()) + " more for each L2 miss.");
        lines.addAll(table().lines());
        TimedWork worst =
                cells.stream().max(Comparator.comparingDouble(model::error)).orElseThrow();
        lines.add("Median error " + Figures.percent(median(cells) - 1) + "; worst cell " + worst.label() + ", modelled "
                + times(model.ratio(worst)) + " the measured time.");
        lines.add("");
        lines.addAll(new Findings(cells).lines());
        return lines;
    }

    private TextTable table() {
        TextTable table = new TextTable(List.of(
                Column.left("strategy"),
                Column.right("cells"),
                Column.right("reads"),
                Column.right("writes"),
                Column.right("L1 misses"),
                Column.right("L2 misses"),
                Column.right("modelled / measured"),
                Column.right("median error"),
                Column.left("bound by")));
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
        double[] parts = model.parts(largest);
        double sum = Arrays.stream(parts).sum();
        List<String> row = new ArrayList<>(List.of(strategy, String.valueOf(ofStrategy.size())));
        Arrays.stream(parts).forEach(part -> row.add(String.format(Locale.ROOT, "%.0f %%", 100 * part / sum)));
        double[] ratios = ofStrategy.stream().mapToDouble(model::ratio).sorted().toArray();
        row.add(String.format(Locale.ROOT, "%.2f to %.2f", ratios[0], ratios[ratios.length - 1]));
        row.add(Figures.percent(median(ofStrategy) - 1));
        row.add(bound(parts, ofStrategy));
        return row;
    }

    private String bound(double[] parts, List<TimedWork> ofStrategy) {
        if (median(ofStrategy) > EXPLAINED) {
            return "not explained by its accesses";
        }
        int largest = 0;
        for (int i = 1; i < parts.length; i++) {
            largest = parts[i] > parts[largest] ? i : largest;
        }
        return CostModel.PARTS.get(largest);
    }

    private double median(List<TimedWork> some) {
        double[] errors = some.stream().mapToDouble(model::error).sorted().toArray();
        int half = errors.length / 2;
        return errors.length % 2 == 1 ? errors[half] : (errors[half - 1] + errors[half]) / 2;
    }

    private static String nanos(double nanos) {
        return Figures.significant(nanos) + " ns";
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f times", ratio);
    }
}
