package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Summarizes many ratios that should be 1: how many are shown to be 1, how many are not, and which are the worst. */
final class PairChecks {

    private static final int WORST_SHOWN = 5;

    private PairChecks() {}

    /**
     * Returns the summary and the worst ratios.
     *
     * @param what the meaning of a ratio of 1
     * @param ratios each ratio with its name
     * @param tolerance how far from 1 a ratio may be
     */
    static List<String> lines(String what, Map<String, Ratio> ratios, double tolerance) {
        if (ratios.isEmpty()) {
            return List.of();
        }
        List<Map.Entry<String, Ratio>> off = ratios.entrySet().stream()
                .filter(entry -> Verdict.of(entry.getValue(), tolerance).isClaim())
                .sorted(Comparator.comparingDouble(entry -> -effect(entry.getValue())))
                .toList();
        long flat = ratios.values().stream()
                .filter(ratio -> Verdict.of(ratio, tolerance) == Verdict.SAME)
                .count();
        List<String> lines = new ArrayList<>();
        lines.add(what + ": of " + ratios.size() + ", " + flat + " shown within " + Figures.percent(tolerance) + ", "
                + (ratios.size() - flat - off.size()) + " undecided, " + off.size() + " shown to be off by more"
                + (off.isEmpty() ? "" : ":"));
        off.stream()
                .limit(WORST_SHOWN)
                .forEach(entry -> lines.add("  " + entry.getKey() + ": "
                        + Figures.ratio(entry.getValue().interval())));
        if (off.size() > WORST_SHOWN) {
            lines.add("  and " + (off.size() - WORST_SHOWN) + " that are off by less");
        }
        return lines;
    }

    private static double effect(Ratio ratio) {
        return Math.abs(Math.log(ratio.estimate()));
    }
}
