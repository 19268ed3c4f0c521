package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.results.text.Figures;
import java.util.Locale;

/** How limits look in a sentence: 10⁶ and 2.5 · 10⁶. */
final class Powers {

    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final long SMALLEST = 100_000;

    private Powers() {}

    /** Returns a number of at most two digits before its zeros as a power of ten, and any other with its thousands apart. */
    static String text(long value) {
        if (value < SMALLEST) {
            return Figures.count(value);
        }
        int exponent = (int) Math.floor(Math.log10((double) value) + 1e-12);
        long power = Math.round(Math.pow(10, exponent));
        if (value == power) {
            return power(exponent);
        }
        if (value % (power / 10) != 0) {
            return Figures.count(value);
        }
        double factor = (double) value / power;
        return (factor == Math.rint(factor) ? String.valueOf(Math.round(factor)) : String.valueOf(factor)) + " · "
                + power(exponent);
    }

    /** Returns a power of ten. */
    static String power(int exponent) {
        StringBuilder text = new StringBuilder("10");
        String.valueOf(exponent).chars().forEach(digit -> text.append(DIGITS.charAt(digit - '0')));
        return text.toString();
    }

    /** Returns a large number in words, with the digits that an edge has: 74.3 million and 5.73 billion. */
    static String words(long value) {
        double billions = value / 1e9;
        double millions = value / 1e6;
        if (billions >= 1) {
            return short3(billions) + " billion";
        }
        return millions >= 1 ? short3(millions) + " million" : Figures.count(value);
    }

    /** Returns three significant digits, and all digits before the point. */
    static String short3(double value) {
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(Math.max(Math.abs(value), 1e-12))));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
