package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.text.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Formats figures and circumstances for tooltips, tables and captions. */
final class Text {

    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Text() {}

    static String millis(Interval time) {
        return interval(time, Figures::significant) + " ms";
    }

    static String count(long value) {
        return Figures.count(value);
    }

    static String count(double value) {
        return Figures.count(value);
    }

    /** Returns a count in three digits, such as 74.3 million. */
    static String rounded(long value) {
        if (value < MILLION) {
            return count(value);
        }
        boolean billions = value >= BILLION;
        BigDecimal rounded = BigDecimal.valueOf(value)
                .divide(BigDecimal.valueOf(billions ? BILLION : MILLION), THREE_DIGITS)
                .stripTrailingZeros();
        return rounded.toPlainString() + (billions ? " billion" : " million");
    }

    static String ratio(Interval ratio) {
        return Figures.ratio(ratio);
    }

    static String dollars(Interval cost) {
        return "$" + interval(cost, value -> String.format(Locale.ROOT, "%.4g", value));
    }

    static String megabytes(int megabytes) {
        return megabytes + " MB";
    }

    /** Returns the endpoint that answered, and how its limits were enforced. */
    static String endpoint(Endpoint endpoint) {
        String what = "AWS Lambda";
        if (endpoint.local()) {
            String calibration = endpoint.calibration();
            what = "local emulator, "
                    + (calibration == null ? "not calibrated against AWS" : "calibrated against " + calibration)
                    + " (" + limits(endpoint) + "; " + endpoint.reservedMegabytes() + " MB reserved)";
        }
        return endpoint.jdk() == null ? what : what + ", JDK " + endpoint.jdk() + ", " + endpoint.tier();
    }

    private static String limits(Endpoint endpoint) {
        return endpoint.memoryLimit().equals(endpoint.cpu())
                ? "limits: " + endpoint.cpu()
                : "memory: " + endpoint.memoryLimit() + ", processor: " + endpoint.cpu();
    }

    private static String interval(Interval interval, DoubleFunction<String> format) {
        String estimate = format.apply(interval.estimate());
        return Double.isNaN(interval.low())
                ? estimate
                : estimate + " [" + format.apply(interval.low()) + ", " + format.apply(interval.high()) + "]";
    }
}
