package io.github.eratosthenes.publication.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what looks like a measured figure, or like a claim that compares times, in a document outside its findings. */
final class StrayFigures {

    private static final String NUMBER = "(?<![\\w.,^])\\d[\\d.,]*";

    private static final Pattern FIGURE = Pattern.compile(String.join(
            "|",
            "\\[\\d[\\d.,]*, ?\\d[\\d.,]*\\]", // an interval
            "\\$\\d[\\d.]*", // dollars
            NUMBER + "[  -]?(?:ms|ns|µs|s|seconds?|minutes?|hours?|times|[KMGT]i?B|bytes|million|billion)(?!\\w)",
            NUMBER + "[  ]?%",
            "(?<![\\d.\\w-])\\d+\\.\\d+(?!\\w|\\.\\d)")); // a ratio

    private static final Pattern CLAIM =
            Pattern.compile("the (?:fastest|slowest)|\\b(?:is|are) (?:faster|slower|level) (?:than|with)");

    private StrayFigures() {}

    /**
     * Returns each figure or claim with the number of its line.
     *
     * @param allowed figures that nobody measures
     */
    static List<String> in(String document, Predicate<String> allowed) {
        List<String> found = new ArrayList<>();
        int number = 0;
        for (String line : MarkedText.withoutFindings(document).split("\n", -1)) {
            number++;
            Matcher figures = FIGURE.matcher(line);
            while (figures.find()) {
                if (!allowed.test(figures.group())) {
                    found.add("line " + number + ": " + figures.group());
                }
            }
            Matcher claims = CLAIM.matcher(line);
            while (claims.find()) {
                found.add("line " + number + ": " + claims.group());
            }
        }
        return found;
    }
}
