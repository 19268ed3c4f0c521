package io.github.eratosthenes.notebooks.charts;

import java.util.List;

/**
 * An axis.
 *
 * @param scale how values are placed on it
 * @param name its unit and what it shows; empty where its words tell
 * @param labels the function of the shared script that writes its values; empty for words
 * @param words its words, in order; empty for values
 */
record Axis(Scale scale, String name, String labels, List<String> words) {

    /** How values are placed, and the name that ECharts has for it. */
    enum Scale {
        /** The same distance is the same difference. */
        LINEAR("value"),
        /** The same distance is the same factor. */
        LOGARITHMIC("log"),
        /** The same distance is the same factor, with a mark for each doubling. */
        DOUBLINGS("log"),
        /** A place for each word. */
        WORDS("category"),
        /** A row for each word, the first at the top. */
        ROWS("category");

        private final String type;

        Scale(String type) {
            this.type = type;
        }
    }

    static Axis linear(String name) {
        return new Axis(Scale.LINEAR, name, "plain", List.of());
    }

    static Axis logarithmic(String name, String labels) {
        return new Axis(Scale.LOGARITHMIC, name, labels, List.of());
    }

    static Axis doublings(String name) {
        return new Axis(Scale.DOUBLINGS, name, "doublings", List.of());
    }

    static Axis words(String name, List<String> words) {
        return new Axis(Scale.WORDS, name, "", words);
    }

    static Axis rows(List<String> words) {
        return new Axis(Scale.ROWS, "", "", words);
    }

    /** Returns the axis as ECharts takes it. */
    Json json() {
        Json axis = Json.object()
                .put("type", scale.type)
                .put("name", name)
                .put("nameLocation", "middle")
                .put("nameTextStyle", Json.object().put("color", "@text"))
                .put("axisLine", shown("@muted"))
                .put("splitLine", shown("@grid"));
        return switch (scale) {
            case LINEAR -> axis.put("axisLabel", values()).put("scale", true);
            case LOGARITHMIC -> axis.put("axisLabel", values());
            case DOUBLINGS -> axis.put("axisLabel", values()).put("logBase", 2);
            case WORDS -> axis.put("data", words).put("axisLabel", everyWord()).put("splitLine", hidden());
            case ROWS ->
                axis.put("data", words)
                        .put("axisLabel", everyWord())
                        .put("inverse", true)
                        .put("axisTick", hidden());
        };
    }

    private Json values() {
        return Json.object().put("formatter", Json.function(labels)).put("color", "@muted");
    }

    private static Json everyWord() {
        return Json.object().put("interval", 0).put("color", "@text");
    }

    private static Json shown(String color) {
        return Json.object().put("show", true).put("lineStyle", Json.object().put("color", color));
    }

    private static Json hidden() {
        return Json.object().put("show", false);
    }
}
