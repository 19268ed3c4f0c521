package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.page.charts.Drawing.Look;
import io.github.eratosthenes.page.charts.Drawing.Margins;
import io.github.eratosthenes.page.charts.Drawing.Point;
import io.github.eratosthenes.page.charts.Drawing.Series;
import io.github.eratosthenes.page.charts.Table.Column;
import io.github.eratosthenes.page.data.Study.Compared;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A forest plot: a row for each ratio, with its interval, and a line at 1.
 *
 * @param strategies all strategies of the folder, which decide the styles
 * @param scope the conditions under which the ratios hold
 * @param x the axis of the ratios
 * @param band how far a ratio may be from 1 before it matters; 0 draws no band
 * @param rows the ratios, the first at the top
 */
record Forest(List<String> strategies, Scope scope, Axis x, double band, List<Row> rows) {

    private static final int ROW_HEIGHT = 28;
    private static final int FRAME_HEIGHT = 176;

    /** A ratio of a strategy, the words beside it, and its verdict. */
    record Row(String strategy, String label, Ratio ratio, Verdict verdict) {

        /** Returns a row that is labelled with the strategy's name alone. */
        static Row of(String strategy, Compared compared) {
            return new Row(strategy, strategy, compared.ratio(), compared.verdict());
        }

        private String text() {
            return Text.ratio(ratio.interval());
        }

        /** Returns the text to the right of the row. */
        private String beside() {
            return text() + " " + verdict.word();
        }
    }

    /** Returns the same rows, the smallest ratio first. */
    Forest sorted() {
        return new Forest(
                strategies,
                scope,
                x,
                band,
                rows.stream()
                        .sorted(Comparator.comparingDouble(row -> row.ratio().estimate()))
                        .toList());
    }

    Drawing drawing() {
        List<Series> series = new ArrayList<>(List.of(Series.reference(band)));
        for (String strategy : rows.stream().map(Row::strategy).distinct().toList()) {
            series.add(new Series(Look.ROWS, strategy, Style.of(strategies, strategy), points(strategy)));
        }
        return new Drawing(
                scope,
                height(rows.size()),
                reaching(),
                Axis.rows(rows.stream().map(Row::label).toList()),
                new Margins(List.of(), rows.stream().map(Row::beside).toList()),
                series,
                Table.of(
                        rows,
                        List.of(
                                new Column<>("", Row::label),
                                new Column<>("ratio [95 % interval]", Row::text),
                                new Column<>("verdict", row -> row.verdict().word()))));
    }

    /** Sets the ends of an axis of doublings; without them, ECharts would make a narrow axis reach far beyond the ratios. */
    private Axis reaching() {
        return x.scale() == Axis.Scale.DOUBLINGS
                ? x.within(Axis.Range.doublings(
                        rows.stream().map(row -> row.ratio().interval()).toList()))
                : x;
    }

    /** Returns the height of a chart with this number of rows. */
    static int height(int rows) {
        return FRAME_HEIGHT + ROW_HEIGHT * rows;
    }

    private List<Point> points(String strategy) {
        List<Point> points = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            Row row = rows.get(place);
            if (row.strategy().equals(strategy)) {
                String tip =
                        row.label() + ": " + row.text() + ", " + row.verdict().word();
                points.add(new Point(place, row.ratio().interval(), tip));
            }
        }
        return points;
    }
}
