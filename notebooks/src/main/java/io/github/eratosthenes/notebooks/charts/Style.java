package io.github.eratosthenes.notebooks.charts;

import java.util.List;

/**
 * How one strategy looks in every chart of a folder. Six colours that the colour-blind can tell apart, solid before
 * dashed, and four symbols give twelve that differ in more than colour; the shared script knows the colours of the light
 * and the dark theme by their number.
 */
record Style(String color, String line, String symbol) {

    private static final int COLORS = 6;
    private static final List<String> SYMBOLS = List.of("circle", "rect", "triangle", "diamond");

    /** Returns the style of the strategy at a place of the list. */
    static Style of(List<String> strategies, String strategy) {
        int place = Math.max(0, strategies.indexOf(strategy));
        return new Style(
                "@" + place % COLORS,
                place / COLORS % 2 == 0 ? "solid" : "dashed",
                SYMBOLS.get(place % SYMBOLS.size()));
    }
}
