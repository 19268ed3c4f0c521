package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.statistics.Interval;
import java.util.Locale;

/** How figures look in tables. */
final class Figures {

    private Figures() {}

    /** Returns a time in milliseconds with four significant digits, and at least enough for its first. */
    static String millis(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        int digits = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
        return String.format(Locale.ROOT, "%." + Math.max(0, Math.min(9, 3 - digits)) + "f", value);
    }

    /** Returns a count with its thousands apart. */
    static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** Returns a ratio with its interval. */
    static String ratio(Interval ratio) {
        return Double.isNaN(ratio.low())
                ? ratio(ratio.estimate())
                : ratio(ratio.estimate()) + " [" + ratio(ratio.low()) + ", " + ratio(ratio.high()) + "]";
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
