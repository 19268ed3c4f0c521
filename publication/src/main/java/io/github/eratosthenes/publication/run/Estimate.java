package io.github.eratosthenes.publication.run;

import io.github.eratosthenes.results.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from what a command's {@code --plan} prints how long it will take. */
final class Estimate {

    /** As {@link Durations} prints them. */
    private static final Pattern HOURS = Pattern.compile("(\\d+)h(\\d\\d)m");

    private static final Pattern MINUTES = Pattern.compile("(\\d+)m(\\d\\d)s");

    private static final Pattern ABOUT = Pattern.compile("\\babout (\\d+h\\d\\dm|\\d+m\\d\\ds)");

    private Estimate() {}

    /** Returns the last duration that stands after "about". */
    static Optional<String> find(String printed) {
        List<String> found = new ArrayList<>();
        Matcher matcher = ABOUT.matcher(printed);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** Returns the sum of durations. */
    static String sum(List<String> texts) {
        Duration sum = Duration.ZERO;
        for (String text : texts) {
            sum = sum.plus(duration(text));
        }
        return Durations.text(sum);
    }

    private static Duration duration(String text) {
        Matcher hours = HOURS.matcher(text);
        if (hours.matches()) {
            return Duration.ofHours(Long.parseLong(hours.group(1))).plusMinutes(Long.parseLong(hours.group(2)));
        }
        Matcher minutes = MINUTES.matcher(text);
        if (minutes.matches()) {
            return Duration.ofMinutes(Long.parseLong(minutes.group(1))).plusSeconds(Long.parseLong(minutes.group(2)));
        }
        throw new IllegalArgumentException("'" + text + "' is not a duration such as 1h05m or 4m07s");
    }
}
