package io.github.eratosthenes.results.text;

import io.github.eratosthenes.results.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Formats figures for tables. */
public final class Figures {

    private static final int SIGNIFICANT_DIGITS = 4;
    private static final int RATIO_DIGITS = 3;
    private static final int RATIO_DECIMALS = 3;

    /** Smaller figures would be mostly zeros. */
    private static final double LEAST_IN_DECIMALS = 1e-6;

    private Figures() {}

    /** Returns a figure with four significant digits, and always all digits before the point; "-" for NaN. */
    public static String significant(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        return size > 0 && size < LEAST_IN_DECIMALS
                ? String.format(Locale.ROOT, "%." + (SIGNIFICANT_DIGITS - 1) + "e", value)
                : fixed(value, decimals(value, SIGNIFICANT_DIGITS));
    }

    /** Returns the number of decimals for a number of significant digits, counted after rounding: 9.99996 becomes 10.00. */
    private static int decimals(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return digits - 1;
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        int magnitude = rounded.precision() - rounded.scale() - 1;
        return Math.max(0, digits - 1 - magnitude);
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Returns a count with its noun, such as "1 round" or "2 rounds". */
    public static String counted(long count, String singular) {
        return count + " " + singular + (count == 1 ? "" : "s");
    }

    /** Returns a count with its thousands separated. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Returns a count, rounded to a whole number, with its thousands separated. */
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

    /** Returns how far an interval's bounds are from its estimate, as a percentage with one decimal; "-" if it has none. */
    public static String plusMinus(Interval interval) {
        double share = interval.relativeHalfWidth();
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** Returns a ratio with its interval. */
    public static String ratio(Interval ratio) {
        return Double.isNaN(ratio.low())
                ? ratio(ratio.estimate())
                : ratio(ratio.estimate()) + " [" + ratio(ratio.low()) + ", " + ratio(ratio.high()) + "]";
    }

    /** Returns a ratio with three decimals, and a small one with three significant digits. */
    public static String ratio(double value) {
        return fixed(value, Math.max(RATIO_DECIMALS, decimals(value, RATIO_DIGITS)));
    }
}
