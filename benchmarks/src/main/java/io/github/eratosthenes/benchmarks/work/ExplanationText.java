package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.results.files.ExplanationFile;
import io.github.eratosthenes.results.files.ExplanationFile.Cell;
import io.github.eratosthenes.results.files.ExplanationFile.Pair;
import io.github.eratosthenes.results.files.ExplanationFile.PairCount;
import io.github.eratosthenes.results.files.ExplanationFile.Price;
import io.github.eratosthenes.results.files.ExplanationFile.StrategyFit;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.TextTable;
import io.github.eratosthenes.results.text.TextTable.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An explanation as text.
 *
 * @param file what it says
 */
record ExplanationText(ExplanationFile file) {

    private static final List<String> PAIR_COUNTS = List.of(
            Cost.ACCESS.label(),
            "crossed off",
            Cost.LEVEL_1_MISS.label(),
            Cost.LEVEL_2_MISS.label(),
            Cost.PAGE_MISS.label(),
            Cost.WRONG_BRANCH.label());

    /** Returns the prices, the table of strategies, the errors and the findings. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(file.prices().stream()
                .map(price -> price.of() + " " + Figures.significant(price.nanos()) + " ns")
                .collect(Collectors.joining(
                        ", ", "Prices fitted to " + file.cells().size() + " cells: ", ".")));
        lines.addAll(table().lines());
        Cell worst = file.fit().worst();
        lines.add("Median error " + Figures.percent(file.fit().medianError()) + "; worst cell " + worst.strategy()
                + " max=" + worst.max() + " loops=" + worst.loops()
                + String.format(Locale.ROOT, ", modelled %.2f times the measured time.", worst.modelledByMeasured()));
        Double unseen = file.fit().unseenMedianError();
        if (unseen != null) {
            lines.add("Median error " + Figures.percent(unseen)
                    + " for strategies that are left out of the fit and predicted from the others.");
        }
        lines.add("");
        file.pairs().stream().map(Pair::title).distinct().forEach(title -> lines.addAll(pairs(title)));
        return lines;
    }

    private TextTable table() {
        List<Column> columns = new ArrayList<>(List.of(Column.left("strategy"), Column.right("cells")));
        file.prices().stream().map(Price::of).map(Column::right).forEach(columns::add);
        columns.add(Column.right("modelled / measured"));
        columns.add(Column.right("median error"));
        columns.add(Column.left("bound by"));
        TextTable table = new TextTable(columns);
        file.strategies().forEach(strategy -> table.add(row(strategy)));
        return table;
    }

    /** Returns a strategy's row of the table. The shares are those at the largest size. */
    private List<String> row(StrategyFit strategy) {
        Cell largest = file.cells().stream()
                .filter(cell -> cell.strategy().equals(strategy.strategy()))
                .max(Comparator.comparingLong(Cell::max))
                .orElseThrow();
        List<String> row = new ArrayList<>(List.of(strategy.strategy(), String.valueOf(strategy.cells())));
        largest.parts()
                .forEach(part -> row.add(String.format(Locale.ROOT, "%.0f %%", 100 * part / largest.modelledNanos())));
        row.add(String.format(Locale.ROOT, "%.2f to %.2f", strategy.lowest(), strategy.highest()));
        row.add(Figures.percent(strategy.medianError()));
        String boundBy = strategy.boundBy();
        row.add(boundBy == null ? "not explained by its counts" : boundBy);
        return row;
    }

    /** Returns a heading, and a line for each size. */
    private List<String> pairs(String title) {
        List<Pair> pairs = file.pairs(title);
        List<String> lines = new ArrayList<>();
        lines.add(title + ": " + pairs.get(0).one() + " against " + pairs.get(0).other() + ", counts for each number:");
        pairs.forEach(pair -> lines.add(String.format(
                Locale.ROOT,
                "  max %d: %.2f times the time; %s",
                pair.max(),
                pair.timeRatio(),
                PAIR_COUNTS.stream()
                        .flatMap(of -> pair.count(of).stream())
                        .map(ExplanationText::text)
                        .collect(Collectors.joining(", ")))));
        return lines;
    }

    private static String text(PairCount count) {
        return String.format(Locale.ROOT, "%s %.3f and %.3f", count.of(), count.one(), count.other());
    }
}
