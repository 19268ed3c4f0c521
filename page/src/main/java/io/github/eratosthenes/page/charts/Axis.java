package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.results.statistics.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * An axis.
 *
 * @param scale how values are placed on it
 * @param name what it shows, with the unit; empty if its words are enough
 * @param labels the function of the shared script that writes its values; empty for words
 * @param words its words, in order; empty for values
 * @param range its ends; empty if the values decide
 */
record Axis(Scale scale, String name, String labels, List<String> words, Optional<Range> range) {

    /** The first and the last value of an axis. */
    record Range(double from, double to) {

        /** Returns the whole decades that contain all values, at least one. */
        static Range decades(double least, double most) {
            double first = Math.floor(Math.log10(least));
            return new Range(Math.pow(10, first), Math.pow(10, Math.max(first + 1, Math.ceil(Math.log10(most)))));
        }

        /** Returns the powers of two that contain all intervals, and at least 1/2 and 2. */
        static Range doublings(List<Interval> intervals) {
            double[] powers = values(intervals)
                    .map(value -> Math.log(value) / Math.log(2))
                    .toArray();
            double least = DoubleStream.of(powers).min().orElse(0);
            double most = DoubleStream.of(powers).max().orElse(0);
            return new Range(Math.pow(2, Math.min(-1, Math.floor(least))), Math.pow(2, Math.max(1, Math.ceil(most))));
        }

        private static DoubleStream values(List<Interval> intervals) {
            return intervals.stream()
                    .flatMapToDouble(interval -> DoubleStream.of(interval.low(), interval.estimate(), interval.high()))
                    .filter(value -> value > 0 && Double.isFinite(value));
        }

        /**
         * Returns the range that contains all intervals and reaches as far below 1 as above: at least to 1.1, at most to 2.
         * Intervals beyond that are cut off at the edge of the chart.
         */
        static Range around1(List<Interval> intervals) {
            double farthest = values(intervals)
                    .map(value -> Math.max(value, 1 / value))
                    .max()
                    .orElse(1);
            double to = Math.min(2, Math.max(1.1, Math.ceil(farthest * 20) / 20));
            return new Range(Math.floor(20 / to) / 20, to);
        }
    }

    /** How values are placed, with ECharts' name for it. */
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
        return new Axis(Scale.LINEAR, name, "plain", List.of(), Optional.empty());
    }

    static Axis logarithmic(String name, String labels) {
        return new Axis(Scale.LOGARITHMIC, name, labels, List.of(), Optional.empty());
    }

    static Axis doublings(String name) {
        return new Axis(Scale.DOUBLINGS, name, "doublings", List.of(), Optional.empty());
    }

    static Axis words(String name, List<String> words) {
        return new Axis(Scale.WORDS, name, "", words, Optional.empty());
    }

    static Axis rows(List<String> words) {
        return new Axis(Scale.ROWS, "", "", words, Optional.empty());
    }

    /** Returns the same axis from one value to another. */
    Axis within(Range other) {
        return new Axis(scale, name, labels, words, Optional.of(other));
    }

    /** Returns the axis as ECharts expects it. */
    Json json() {
        Json axis = Json.object()
                .put("type", scale.type)
                .put("name", name)
                .put("nameLocation", "middle")
                .put("nameTextStyle", Json.object().put("color", "@text"))
                .put("axisLine", shown("@muted"))
                .put("splitLine", shown("@grid"));
        range.ifPresent(ends -> axis.put("min", ends.from()).put("max", ends.to()));
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
