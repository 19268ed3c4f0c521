package io.github.eratosthenes.page.charts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.page.charts.Drawing.Point;
import io.github.eratosthenes.page.charts.Drawing.Series;
import io.github.eratosthenes.results.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes the option of a drawing, which the shared script hands to ECharts. JSON cannot hold functions, and a colour depends
 * on the theme. So the option holds names of functions and colours, which the script replaces.
 */
final class Option {

    /** Which numbers of a mark on a row belong to which axis. */
    private static final Json TO_THE_RIGHT =
            Json.object().put("x", List.of(0, 2, 3)).put("y", 1);

    private Option() {}

    static ObjectNode of(Drawing drawing) {
        Json tooltip = Json.object().put("trigger", "item").put("confine", true).put("formatter", Json.function("tip"));
        Json legend = Json.object().put("show", false).put("data", drawing.strategies());
        return Json.object()
                .put("animation", false)
                .put("xAxis", drawing.x().json())
                .put("yAxis", rows(drawing))
                .put("tooltip", tooltip)
                .put("legend", legend)
                .put("series", drawing.series().stream().flatMap(Option::series).toList())
                .node();
    }

    /** Returns the axis upwards, and further axes for the words beside its rows. */
    private static List<Json> rows(Drawing drawing) {
        List<Json> axes = new ArrayList<>(List.of(drawing.y().json()));
        if (!drawing.margins().groups().isEmpty()) {
            axes.add(beside("groups", drawing.margins().groups(), "left"));
        }
        if (!drawing.margins().texts().isEmpty()) {
            axes.add(beside("texts", drawing.margins().texts(), "right"));
        }
        return axes;
    }

    private static Json beside(String id, List<String> words, String side) {
        return Axis.rows(words)
                .json()
                .put("id", id)
                .put("position", side)
                .put("axisLine", Json.object().put("show", false));
    }

    /** Returns a series, and another one for its intervals if it has any. */
    private static Stream<Json> series(Series series) {
        return switch (series.look()) {
            case LINE -> Stream.concat(Stream.of(line(series)), intervalsUpwards(series));
            case PREDICTED_LINE -> Stream.of(predictedLine(series));
            case ROWS -> Stream.concat(Stream.of(rows(series)), intervalsToTheRight(series));
            case BARS -> Stream.of(bars(series));
            case REFERENCE -> Stream.of(reference(series));
        };
    }

    private static Json line(Series series) {
        String color = series.style().color();
        Json line =
                Json.object().put("type", series.style().line()).put("width", 2).put("color", color);
        return marks("line", series, Option::upwards)
                .put("named", true)
                .put("lineStyle", line)
                .put("emphasis", Json.object().put("focus", "series"));
    }

    private static Json predictedLine(Series series) {
        Json line = Json.object()
                .put("type", "dotted")
                .put("width", 1.5)
                .put("color", series.style().color());
        return marks("line", series, Option::upwards)
                .put("symbol", "none")
                .put("silent", true)
                .put("z", 1)
                .put("lineStyle", line);
    }

    private static Json rows(Series series) {
        return marks("scatter", series, Option::toTheRight);
    }

    /** Returns the bars of a series. The intervals decide how far the bars reach. */
    private static Json bars(Series series) {
        return Json.object()
                .put("type", "custom")
                .put("name", series.strategy())
                .put("renderItem", Json.function("bar"))
                .put("encode", TO_THE_RIGHT)
                .put("data", data(series.points().stream(), Option::toTheRight))
                .put("itemStyle", Json.object().put("color", series.style().color()));
    }

    /** Returns a line and a band across the chart, with an unseen mark that makes the axis reach the line. */
    private static Json reference(Series series) {
        Point point = series.points().get(0);
        Interval value = point.value();
        Json style = Json.object()
                .put("color", series.style().color())
                .put("type", series.style().line())
                .put("width", 1);
        Json line = Json.object()
                .put("symbol", series.style().symbol())
                .put("silent", true)
                .put("animation", false)
                .put("label", Json.object().put("show", false))
                .put("lineStyle", style)
                .put("data", List.of(atX(value.estimate())));
        Json reference = Json.object()
                .put("type", "scatter")
                .put("name", series.strategy())
                .put("data", List.of(List.of(value.estimate(), point.at())))
                .put("symbolSize", 0)
                .put("silent", true)
                .put("markLine", line);
        if (point.hasInterval()) {
            Json band = Json.object()
                    .put("silent", true)
                    .put("itemStyle", Json.object().put("color", "@band"))
                    .put("data", List.of(List.of(atX(value.low()), atX(value.high()))));
            reference.put("markArea", band);
        }
        return reference;
    }

    private static Json atX(double value) {
        return Json.object().put("xAxis", value);
    }

    private static Json marks(String type, Series series, Function<Point, List<Object>> place) {
        return Json.object()
                .put("type", type)
                .put("name", series.strategy())
                .put("data", data(series.points().stream(), place))
                .put("symbol", series.style().symbol())
                .put("symbolSize", 8)
                .put("itemStyle", Json.object().put("color", series.style().color()));
    }

    private static Stream<Json> intervalsUpwards(Series series) {
        Json places = Json.object().put("x", 0).put("y", List.of(1, 2, 3));
        return intervals(series, "errorUpwards", places, Option::upwards);
    }

    private static Stream<Json> intervalsToTheRight(Series series) {
        return intervals(series, "errorSideways", TO_THE_RIGHT, Option::toTheRight);
    }

    /**
     * Returns the intervals of a series as a series of their own.
     *
     * @param function the function of the shared script that draws an interval
     * @param places which numbers of a mark belong to which axis: the ends of an interval do too, so that the axis reaches
     *     them
     */
    private static Stream<Json> intervals(
            Series series, String function, Json places, Function<Point, List<Object>> place) {
        if (series.points().stream().noneMatch(Point::hasInterval)) {
            return Stream.empty();
        }
        return Stream.of(Json.object()
                .put("type", "custom")
                .put("name", series.strategy())
                .put("renderItem", Json.function(function))
                .put("encode", places)
                .put("data", data(series.points().stream().filter(Point::hasInterval), place))
                .put("clip", true)
                .put("silent", true)
                .put("z", 3)
                .put("itemStyle", Json.object().put("color", series.style().color())));
    }

    private static List<Json> data(Stream<Point> points, Function<Point, List<Object>> place) {
        return points.map(point -> item(point, place)).toList();
    }

    private static Json item(Point point, Function<Point, List<Object>> place) {
        return Json.object().put("value", place.apply(point)).put("tip", point.tip());
    }

    /** Returns x, y, and the ends of the interval of y. */
    private static List<Object> upwards(Point point) {
        Interval y = point.value();
        return List.of(point.at(), y.estimate(), y.low(), y.high());
    }

    /** Returns x, y, and the ends of the interval of x. */
    private static List<Object> toTheRight(Point point) {
        Interval x = point.value();
        return List.of(x.estimate(), point.at(), x.low(), x.high());
    }
}
