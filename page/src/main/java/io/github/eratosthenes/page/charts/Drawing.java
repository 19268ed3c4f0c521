package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.results.statistics.Interval;
import java.util.List;

/**
 * The content of one chart, before it becomes an option of ECharts.
 *
 * @param scope the conditions under which its figures hold
 * @param height its height in pixels at the width of a README
 * @param x the axis to the right
 * @param y the axis upwards
 * @param margins the words beside the rows; none if y has values
 * @param series the marks, in the order in which they are drawn
 * @param table the same figures as text
 */
record Drawing(Scope scope, int height, Axis x, Axis y, Margins margins, List<Series> series, Table table) {

    /**
     * The words to the left and right of a chart's rows.
     *
     * @param groups a name for every group of rows, all of one size, to the left of the rows' own names; empty for none
     * @param texts a text for each row, to the right of it; empty for none
     */
    record Margins(List<String> groups, List<String> texts) {

        static final Margins NONE = new Margins(List.of(), List.of());
    }

    /**
     * Marks of one strategy that look alike.
     *
     * @param look the look of the marks
     * @param strategy the strategy of the marks; all its series are shown or hidden together
     * @param style the strategy's colour, line and symbol
     * @param points the marks
     */
    record Series(Look look, String strategy, Style style, List<Point> points) {

        /** Returns a line at 1, across a chart whose values run to the right, with a band around it unless its width is 0. */
        static Series reference(double band) {
            Interval value = band > 0 ? new Interval(1 / (1 + band), 1, 1 + band) : Point.exactly(1);
            return new Series(
                    Look.REFERENCE, "", new Style("@text", "solid", "none"), List.of(new Point(0, value, "")));
        }
    }

    /** How the marks of a series look, and where their values run. */
    enum Look {
        /** A line with its name beside the chart, with intervals; values run upwards. */
        LINE,
        /** A thin dotted line without a name; values run upwards. */
        PREDICTED_LINE,
        /** Marks on rows, with intervals; values run to the right. */
        ROWS,
        /** Bars on rows, from the left edge to the low end of the interval, and a thin line on to the high end. */
        BARS,
        /** See {@link Series#reference}. */
        REFERENCE
    }

    /**
     * A mark.
     *
     * @param at its place on the axis without an interval: a value, or the number of a word
     * @param value its place on the other axis, with its interval
     * @param tip its tooltip
     */
    record Point(long at, Interval value, String tip) {

        /** Returns a value without an interval. */
        static Interval exactly(double value) {
            return new Interval(Double.NaN, value, Double.NaN);
        }

        boolean hasInterval() {
            return !Double.isNaN(value.low());
        }
    }

    /** Returns the strategies whose lines, marks or bars are drawn, in the order of the legend. */
    List<String> strategies() {
        return series.stream()
                .filter(one -> one.look() != Look.PREDICTED_LINE && one.look() != Look.REFERENCE)
                .map(Series::strategy)
                .distinct()
                .toList();
    }
}
