package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.Compared;
import io.github.eratosthenes.page.data.Study.Setting;
import io.github.eratosthenes.page.data.Study.Sieving;
import io.github.eratosthenes.page.data.Study.View;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The times of two things, set against each other at some places.
 *
 * @param one its name
 * @param other the name of what its times are divided by
 * @param circumstances what holds for all places, such as the JDK; part of each claim
 * @param places where they were compared
 */
record Comparison(String one, String other, String circumstances, List<At> places) {

    /**
     * The comparison at one place.
     *
     * @param place such as 10⁶
     */
    record At(String place, Ratio ratio, Verdict verdict) {}

    /** Returns two strategies at every limit that a view has of both, with one loop. */
    static Comparison ofStrategies(Study study, View view, String one, String other) {
        return new Comparison(
                code(one),
                code(other),
                view.toString(),
                study.maxima(view).stream()
                        .flatMap(max ->
                                at(study, find(study, one, view, max), find(study, other, view, max), max).stream())
                        .toList());
    }

    private static Optional<Sieving> find(Study study, String strategy, View view, long max) {
        return study.cell(strategy, Setting.of(view, max));
    }

    private static Optional<At> at(Study study, Optional<Sieving> one, Optional<Sieving> other, long max) {
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(at(Powers.text(max), study.compare(one.get(), other.get())));
    }

    private static At at(String place, Compared compared) {
        return new At(place, compared.ratio(), compared.verdict());
    }

    /** Returns a name as code. */
    static String code(String name) {
        return "`" + name + "`";
    }

    /** Returns what the verdicts say, each with its places and ratios: the time of the one divided by that of the other. */
    Statement statement() {
        return new Statement(sentence(), claims());
    }

    /** Returns the same with a title before it. */
    Statement statement(String title) {
        return new Statement("**" + title + "** " + sentence(), claims());
    }

    private String sentence() {
        if (places.isEmpty()) {
            return one + " and " + other + " were not measured together.";
        }
        Map<Verdict, List<At>> byVerdict = new LinkedHashMap<>();
        places.forEach(at -> byVerdict
                .computeIfAbsent(at.verdict(), absent -> new ArrayList<>())
                .add(at));
        String line = byVerdict.entrySet().stream()
                .map(entry -> VerdictWords.between(one, other, entry.getKey()) + " at " + listed(entry.getValue()))
                .collect(Collectors.joining("; "));
        return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1) + ".";
    }

    private static String listed(List<At> places) {
        return Sentences.listed(places.stream()
                .map(at -> at.place() + " (" + Figures.ratio(at.ratio().interval()) + ")")
                .toList());
    }

    private List<Claim> claims() {
        return places.stream().map(this::claim).toList();
    }

    private Claim claim(At at) {
        return new Claim(
                one + " / " + other + " at " + at.place() + ", " + circumstances,
                at.verdict().word());
    }
}
