package io.github.eratosthenes.notebooks.charts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A forest plot: a row for each ratio, with its interval, and a line at 1. */
final class RatioRows {

    private static final int ROW_HEIGHT = 28;
    private static final int FRAME_HEIGHT = 170;

    /** A row: a ratio of a strategy. */
    record Row(String strategy, String label, Ratio ratio) {}

    private final List<String> strategies;
    private final List<Row> rows;

    /** @param strategies all strategies of the folder, which settle the styles */
    RatioRows(List<String> strategies, List<Row> rows) {
        this.strategies = strategies;
        this.rows = rows;
    }

    /** Returns the same rows, the smallest ratio first. */
    RatioRows sorted() {
        return new RatioRows(
                strategies,
                rows.stream()
                        .sorted(Comparator.comparingDouble(row -> row.ratio().estimate()))
                        .toList());
    }

    /** Returns the chart of the rows. */
    Chart chart(
            ChartDefinition definition,
            String reading,
            String source,
            Map<String, String> choice,
            String circumstances,
            ObjectNode axis,
            double band) {
        Plot plot = new Plot(strategies);
        plot.reference(band);
        for (String strategy : rows.stream().map(Row::strategy).distinct().toList()) {
            plot.rows(strategy, points(strategy));
        }
        List<String> labels = rows.stream().map(Row::label).toList();
        return new Chart(
                definition.id(),
                definition.title(),
                reading,
                source,
                choice,
                circumstances,
                height(rows.size()),
                plot.drawn(),
                plot.option(axis, Axis.rows(labels)),
                table());
    }

    /** Returns the height of a chart of so many rows. */
    static int height(int rows) {
        return FRAME_HEIGHT + ROW_HEIGHT * rows;
    }

    private List<Point> points(String strategy) {
        List<Point> points = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            Row row = rows.get(place);
            if (row.strategy().equals(strategy)) {
                points.add(new Point(
                        place,
                        row.ratio().interval(),
                        row.label() + ": " + Text.ratio(row.ratio().interval()) + ", " + verdict(row)));
            }
        }
        return points;
    }

    private Table table() {
        return new Table(
                List.of("", "ratio [95 % interval]", "verdict"),
                rows.stream()
                        .map(row -> List.of(row.label(), Text.ratio(row.ratio().interval()), verdict(row)))
                        .toList());
    }

    private static String verdict(Row row) {
        return Verdict.of(row.ratio(), Verdict.THRESHOLD).word();
    }
}
