package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a call costs the same at every memory size, as the tutorial's author found: the ratio of each size's cost for a
 * call to that of the smallest, over the calls that were answered, with its interval.
 *
 * <p>A bill is a sum, so costs are added: the ratio is of arithmetic means, and its error that of a quotient to first order
 * (the delta method). Geometric means would make a few dear calls look cheap.
 */
final class CostComparison {

    /** Costs this close to each other count as the same. */
    private static final double THRESHOLD = 0.1;

    private CostComparison() {}

    /** Returns what can be said of one strategy's calls, a line for each memory size but the smallest. */
    static List<String> lines(List<Done> calls, Billing billing) {
        SortedMap<Integer, Clusters> costs = costs(calls, billing);
        if (costs.size() < 2) {
            return List.of();
        }
        int smallest = costs.firstKey();
        Clusters baseline = costs.getOrDefault(smallest, Clusters.of(List.of()));
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Integer, Clusters> entry : costs.tailMap(smallest + 1).entrySet()) {
            Interval ratio = entry.getValue().ratioTo(baseline, Interval.CONFIDENCE);
            lines.add("a call at " + entry.getKey() + " MB costs " + Figures.ratio(ratio) + " times what it does at "
                    + smallest + " MB: " + verdict(ratio));
        }
        return lines;
    }

    private static SortedMap<Integer, Clusters> costs(List<Done> calls, Billing billing) {
        SortedMap<Integer, List<Done>> good = new TreeMap<>();
        for (Done call : calls) {
            if (call.reply().kind().isGood()) {
                good.computeIfAbsent(call.target().memoryMegabytes(), memory -> new ArrayList<>())
                        .add(call);
            }
        }
        SortedMap<Integer, Clusters> costs = new TreeMap<>();
        good.forEach((memory, ofSize) -> costs.put(memory, Clusters.of(ofSize, billing)));
        return costs;
    }

    private static String verdict(Interval ratio) {
        if (Double.isNaN(ratio.low())) {
            return "too few instances to tell";
        }
        if (ratio.low() >= 1 / (1 + THRESHOLD) && ratio.high() <= 1 + THRESHOLD) {
            return "the same within " + Figures.percent(THRESHOLD);
        }
        if (ratio.low() > 1) {
            return "dearer";
        }
        return ratio.high() < 1 ? "cheaper" : "too few instances to tell";
    }
}
