package io.github.eratosthenes.notebooks.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.results.statistics.Interval;
import java.util.List;

/**
 * A mark of a chart.
 *
 * @param at its place on the axis without an interval
 * @param value its place on the other, with the interval
 * @param tip what its tooltip says
 * @param note what is written above it; empty for nothing
 */
record Point(Object at, Interval value, String tip, String note) {

    Point(Object at, Interval value, String tip) {
        this(at, value, tip, "");
    }

    /** Returns a mark without an interval. */
    static Point exact(Object at, double value, String tip) {
        return new Point(at, new Interval(Double.NaN, value, Double.NaN), tip);
    }

    /** The data of a series whose values run upwards. */
    static ArrayNode upwards(List<Point> points) {
        ArrayNode data = Json.array();
        points.forEach(point -> data.add(item(point, point.at, point.value.estimate())));
        return data;
    }

    /** The data of a series whose values run to the right. */
    static ArrayNode sideways(List<Point> points) {
        ArrayNode data = Json.array();
        points.forEach(point -> data.add(item(point, point.value.estimate(), point.at)));
        return data;
    }

    private static JsonNode item(Point point, Object x, Object y) {
        ObjectNode item =
                Json.object("value", Json.array(x, y, point.value.low(), point.value.high()), "tip", point.tip);
        if (!point.note.isEmpty()) {
            item.set("label", Json.object("show", true, "formatter", point.note, "position", "top", "color", "@muted"));
        }
        return item;
    }

    boolean hasInterval() {
        return !Double.isNaN(value.low());
    }
}
