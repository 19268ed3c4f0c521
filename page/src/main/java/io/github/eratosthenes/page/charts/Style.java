package io.github.eratosthenes.page.charts;

import java.util.List;

/**
 * How one strategy looks in every chart of a folder. Six colours that the colour-blind can tell apart, solid before
 * dashed, and four symbols give twelve that differ in more than colour; the shared script knows the colours of the light
 * and the dark theme by their number.
 */
record Style(String color, String line, String symbol) {

    private static final int COLORS = 6;
    private static final List<String> LINES = List.of("solid", "dashed");
    private static final List<String> SYMBOLS = List.of("circle", "rect", "triangle", "diamond");

    /** How many lines of one chart can be told apart. */
    static final int COUNT = COLORS * LINES.size();

    /**
     * Returns the style of one strategy.
     *
     * @param strategies all strategies of the folder: the place among them settles the style
     * @throws IllegalArgumentException if there are more strategies than styles, or the strategy is none of them
     */
    static Style of(List<String> strategies, String strategy) {
        if (strategies.size() > COUNT) {
            throw new IllegalArgumentException("a chart of " + strategies.size() + " strategies: no more than " + COUNT
                    + " can be told apart (" + String.join(", ", strategies) + ")");
        }
        int place = strategies.indexOf(strategy);
        if (place < 0) {
            throw new IllegalArgumentException("no strategy '" + strategy + "' among " + String.join(", ", strategies));
        }
        return new Style("@" + place % COLORS, LINES.get(place / COLORS), SYMBOLS.get(place % SYMBOLS.size()));
    }
}
