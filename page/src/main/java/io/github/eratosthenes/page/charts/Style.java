package io.github.eratosthenes.page.charts;

import java.util.List;

/**
 * The look of one strategy in every chart of a folder. Six colours that colour-blind readers can tell apart, solid and dashed
 * lines, and four symbols give twelve styles that differ in more than colour. The colours are numbers, for which the shared
 * script has the colours of the light and the dark theme.
 */
record Style(String color, String line, String symbol) {

    private static final int COLORS = 6;
    private static final List<String> LINES = List.of("solid", "dashed");
    private static final List<String> SYMBOLS = List.of("circle", "rect", "triangle", "diamond");

    /** How many lines of one chart readers can tell apart. */
    static final int COUNT = COLORS * LINES.size();

    /**
     * Returns the style of one strategy.
     *
     * @param strategies all strategies of the folder; the place of the strategy among them decides the style
     * @throws IllegalArgumentException if there are more strategies than styles, or the strategy is none of them
     */
    static Style of(List<String> strategies, String strategy) {
        if (strategies.size() > COUNT) {
            throw new IllegalArgumentException(
                    "a chart of " + strategies.size() + " strategies: readers can tell no more than " + COUNT
                            + " apart (" + String.join(", ", strategies) + ")");
        }
        int place = strategies.indexOf(strategy);
        if (place < 0) {
            throw new IllegalArgumentException("no strategy '" + strategy + "' among " + String.join(", ", strategies));
        }
        return new Style("@" + place % COLORS, LINES.get(place / COLORS), SYMBOLS.get(place % SYMBOLS.size()));
    }
}
