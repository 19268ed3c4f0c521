package io.github.eratosthenes.notebooks.charts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Axes: their names say unit and direction, and their labels come from a function of the shared script. */
final class Axis {

    private Axis() {}

    /** Returns an axis on which the same distance is the same factor. */
    static ObjectNode logarithmic(String name, String label) {
        return axis("log", name).set("axisLabel", Json.object("formatter", Json.function(label), "color", "@muted"));
    }

    /** Returns an axis of factors, with a mark for each doubling. */
    static ObjectNode doublings(String name) {
        return logarithmic(name, "doublings").put("logBase", 2);
    }

    /** Returns a plain axis. */
    static ObjectNode linear(String name, String label) {
        ObjectNode axis =
                axis("value", name).set("axisLabel", Json.object("formatter", Json.function(label), "color", "@muted"));
        return axis.put("scale", true);
    }

    /** Returns an axis of words. */
    static ObjectNode words(String name, List<String> words) {
        ObjectNode axis = axis("category", name).set("data", Json.array(words.toArray()));
        axis.set("axisLabel", Json.object("interval", 0, "color", "@text"));
        return axis.set("splitLine", Json.object("show", false));
    }

    /** Returns the axis of a list of rows, the first at the top. */
    static ObjectNode rows(List<String> words) {
        ObjectNode axis = words("", words).put("inverse", true);
        axis.set("axisTick", Json.object("show", false));
        return axis.set("splitLine", Json.object("show", true, "lineStyle", Json.object("color", "@grid")));
    }

    private static ObjectNode axis(String type, String name) {
        return Json.object(
                "type",
                type,
                "name",
                name,
                "nameLocation",
                "middle",
                "nameTextStyle",
                Json.object("color", "@text"),
                "axisLine",
                Json.object("show", true, "lineStyle", Json.object("color", "@muted")),
                "splitLine",
                Json.object("show", true, "lineStyle", Json.object("color", "@grid")));
    }
}
