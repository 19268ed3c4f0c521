package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.text.Figures;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Figures and circumstances as tooltips, tables and captions have them. */
final class Text {

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

    static String ratio(Interval ratio) {
        return Figures.ratio(ratio);
    }

    static String dollars(Interval cost) {
        return "$" + interval(cost, value -> String.format(Locale.ROOT, "%.4g", value));
    }

    static String megabytes(int megabytes) {
        return megabytes + " MB";
    }

    /** Returns what answered, and how far its limits were real. */
    static String endpoint(Endpoint endpoint) {
        String what = endpoint.local()
                ? "local emulator, uncalibrated (memory: " + endpoint.memoryLimit() + ", processor: " + endpoint.cpu()
                        + ")"
                : "AWS Lambda";
        return endpoint.jdk() == null ? what : what + ", JDK " + endpoint.jdk() + ", " + endpoint.tier();
    }

    private static String interval(Interval interval, DoubleFunction<String> format) {
        String estimate = format.apply(interval.estimate());
        return Double.isNaN(interval.low())
                ? estimate
                : estimate + " [" + format.apply(interval.low()) + ", " + format.apply(interval.high()) + "]";
    }
}
