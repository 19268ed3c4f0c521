package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.benchmarks.statistics.Ratio;
import io.github.eratosthenes.benchmarks.statistics.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One sentence on many ratios that ought to be 1, and the worst of those that are not. */
final class PairChecks {

    /** The largest effect that is let pass. */
    static final double TOLERANCE = 0.05;

    private static final int WORST_SHOWN = 5;

    private PairChecks() {}

    /**
     * Returns the sentence and the worst.
     *
     * @param what what the ratio 1 means
     * @param ratios each ratio with its name
     */
    static List<String> lines(String what, Map<String, Ratio> ratios) {
        if (ratios.isEmpty()) {
            return List.of();
        }
        List<Map.Entry<String, Ratio>> off = ratios.entrySet().stream()
                .filter(entry -> isOff(entry.getValue()))
                .sorted(Comparator.comparingDouble(entry -> -effect(entry.getValue())))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(what + ": " + (ratios.size() - off.size()) + " of " + ratios.size()
                + " with no proven deviation above " + Figures.percent(TOLERANCE) + (off.isEmpty() ? "" : "; not"));
        off.stream()
                .limit(WORST_SHOWN)
                .forEach(entry -> lines.add("  " + entry.getKey() + ": "
                        + Figures.ratio(entry.getValue().interval())));
        if (off.size() > WORST_SHOWN) {
            lines.add("  and " + (off.size() - WORST_SHOWN) + " less far off");
        }
        return lines;
    }

    private static boolean isOff(Ratio ratio) {
        Verdict verdict = Verdict.of(ratio, TOLERANCE);
        return verdict == Verdict.FASTER || verdict == Verdict.SLOWER;
    }

    private static double effect(Ratio ratio) {
        return Math.abs(Math.log(ratio.estimate()));
    }
}
