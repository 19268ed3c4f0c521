package io.github.eratosthenes.results.text;

import java.time.Duration;
import java.util.Locale;

/** Formats durations for plans, progress and reports. */
public final class Durations {

    private Durations() {}

    /** Returns minutes and seconds, such as 4m07s; from one hour on, hours and minutes, such as 26h40m. */
    public static String text(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%dh%02dm", time.toHours(), time.toMinutesPart())
                : String.format(Locale.ROOT, "%dm%02ds", time.toMinutes(), time.toSecondsPart());
    }
}
