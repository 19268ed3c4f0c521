package io.github.eratosthenes.results.text;

import io.github.eratosthenes.results.statistics.Interval;
import java.util.Locale;

/** How figures look in tables. */
public final class Figures {

    private static final int SIGNIFICANT_DIGITS = 4;
    private static final int MOST_DECIMALS = 9;

    private Figures() {}

    /** Returns a figure with four significant digits. */
    public static String significant(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        int magnitude = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
        int decimals = Math.max(0, Math.min(MOST_DECIMALS, SIGNIFICANT_DIGITS - 1 - magnitude));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Returns a count with its thousands apart. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Returns a count, to the nearest whole one, with its thousands apart. */
    public static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** Returns a share as a percentage. */
    public static String percent(double share) {
        double percent = Math.rint(share * 10_000) / 100;
        return percent == Math.rint(percent)
                ? String.format(Locale.ROOT, "%.0f %%", percent)
                : String.format(Locale.ROOT, "%.2f %%", percent);
    }

    /** Returns a ratio with its interval. */
    public static String ratio(Interval ratio) {
        return Double.isNaN(ratio.low())
                ? ratio(ratio.estimate())
                : ratio(ratio.estimate()) + " [" + ratio(ratio.low()) + ", " + ratio(ratio.high()) + "]";
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
