package io.github.eratosthenes.notebooks.charts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Puts series of strategies together to one option; each series bears its strategy's name, which toggles it. */
final class Plot {

    private final List<String> strategies;
    private final List<String> drawn = new ArrayList<>();
    private final ArrayNode series = Json.array();

    /** @param strategies all strategies of the folder: they settle the styles */
    Plot(List<String> strategies) {
        this.strategies = strategies;
    }

    /** Returns the names of the series drawn so far. */
    List<String> drawn() {
        return List.copyOf(drawn);
    }

    /** Adds a line with a label at its end, and its intervals. */
    void line(String strategy, List<Point> points) {
        Style style = Style.of(strategies, strategy);
        ObjectNode line = marks("line", strategy, style, Point.upwards(points));
        line.set("lineStyle", Json.object("type", style.line(), "width", 2, "color", style.color()));
        line.set(
                "endLabel",
                Json.object("show", true, "formatter", "{a}", "color", style.color(), "fontSize", 12, "distance", 13));
        line.set("emphasis", Json.object("focus", "series"));
        add(strategy, line);
        ObjectNode places = Json.object("x", 0, "y", Json.array(1, 2, 3));
        errors(strategy, style, "errorUpwards", places, Point.upwards(intervals(points)));
    }

    /** Adds a thin line of what was predicted, without a label of its own. */
    void prediction(String strategy, List<Point> points) {
        Style style = Style.of(strategies, strategy);
        ObjectNode line = marks("line", strategy, style, Point.upwards(points));
        line.put("symbol", "none").put("silent", true).put("z", 1);
        line.set("lineStyle", Json.object("type", "dotted", "width", 1.5, "color", style.color()));
        series.add(line);
    }

    /** Adds hollow marks of what was predicted, on rows. */
    void predictedMarks(String strategy, List<Point> points) {
        Style style = Style.of(strategies, strategy);
        ObjectNode scatter = marks("scatter", strategy, style, Point.sideways(points));
        scatter.put("symbolSize", 12);
        scatter.set("itemStyle", Json.object("color", "transparent", "borderColor", style.color(), "borderWidth", 1.5));
        series.add(scatter);
    }

    /** Adds marks on rows, with their intervals. */
    void rows(String strategy, List<Point> points) {
        Style style = Style.of(strategies, strategy);
        add(strategy, marks("scatter", strategy, style, Point.sideways(points)));
        ObjectNode places = Json.object("x", Json.array(0, 2, 3), "y", 1);
        errors(strategy, style, "errorSideways", places, Point.sideways(intervals(points)));
    }

    /** Adds a line at 1, and a band around it where that is worth one. The unseen mark has the axis reach it. */
    void reference(double band) {
        ObjectNode reference = Json.object(
                "type", "scatter", "name", "", "data", Json.array(Json.array(1, 0)), "symbolSize", 0, "silent", true);
        reference.set(
                "markLine",
                Json.object(
                        "symbol",
                        "none",
                        "silent",
                        true,
                        "animation",
                        false,
                        "label",
                        Json.object("show", false),
                        "lineStyle",
                        Json.object("color", "@text", "type", "solid", "width", 1),
                        "data",
                        Json.array(Json.object("xAxis", 1))));
        if (band > 0) {
            reference.set(
                    "markArea",
                    Json.object(
                            "silent",
                            true,
                            "itemStyle",
                            Json.object("color", "@band"),
                            "data",
                            Json.array(
                                    Json.array(Json.object("xAxis", 1 / (1 + band)), Json.object("xAxis", 1 + band)))));
        }
        series.add(reference);
    }

    /** Returns the option. */
    ObjectNode option(ObjectNode x, ObjectNode y) {
        return Json.object(
                "animation",
                false,
                "xAxis",
                x,
                "yAxis",
                y,
                "tooltip",
                Json.object("trigger", "item", "confine", true, "formatter", Json.function("tip")),
                "legend",
                Json.object("show", false, "data", Json.array(drawn.toArray())),
                "series",
                series);
    }

    private void add(String strategy, ObjectNode node) {
        if (!drawn.contains(strategy)) {
            drawn.add(strategy);
        }
        series.add(node);
    }

    private static ObjectNode marks(String type, String strategy, Style style, ArrayNode data) {
        return Json.object(
                "type",
                type,
                "name",
                strategy,
                "data",
                data,
                "symbol",
                style.symbol(),
                "symbolSize",
                8,
                "itemStyle",
                Json.object("color", style.color()));
    }

    /** Adds intervals; their ends belong to an axis too, so that it reaches them. */
    private void errors(String strategy, Style style, String function, ObjectNode places, ArrayNode data) {
        if (data.isEmpty()) {
            return;
        }
        series.add(Json.object(
                "type",
                "custom",
                "name",
                strategy,
                "renderItem",
                Json.function(function),
                "encode",
                places,
                "data",
                data,
                "clip",
                true,
                "silent",
                true,
                "z",
                3,
                "itemStyle",
                Json.object("color", style.color())));
    }

    private static List<Point> intervals(List<Point> points) {
        return points.stream().filter(Point::hasInterval).toList();
    }
}
