package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a call costs the same at every memory size, as the tutorial's author found: the ratio of each size's cost to
 * that of the smallest, over the calls that were answered, with its interval.
 */
final class CostComparison {

    /** Costs this close to each other count as the same. */
    private static final double THRESHOLD = 0.1;

    private CostComparison() {}

    /** Returns what can be said of one strategy's calls, a line for each memory size but the smallest. */
    static List<String> lines(List<Done> calls, Billing billing) {
        SortedMap<Integer, double[]> costs = costs(calls, billing);
        if (costs.size() < 2) {
            return List.of();
        }
        int smallest = costs.firstKey();
        double[] baseline = costs.getOrDefault(smallest, new double[0]);
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Integer, double[]> entry : costs.tailMap(smallest + 1).entrySet()) {
            Ratio ratio = Ratio.independent(entry.getValue(), baseline, Interval.CONFIDENCE);
            lines.add("a call at " + entry.getKey() + " MB costs " + Figures.ratio(ratio.interval())
                    + " times what it does at " + smallest + " MB: " + verdict(ratio));
        }
        return lines;
    }

    private static SortedMap<Integer, double[]> costs(List<Done> calls, Billing billing) {
        SortedMap<Integer, double[]> costs = new TreeMap<>();
        calls.stream()
                .filter(call -> call.reply().kind().isGood())
                .map(call -> call.target().memoryMegabytes())
                .distinct()
                .forEach(memory -> costs.put(
                        memory,
                        calls.stream()
                                .filter(call -> call.reply().kind().isGood()
                                        && call.target().memoryMegabytes() == memory)
                                .mapToDouble(billing::dollars)
                                .toArray()));
        return costs;
    }

    private static String verdict(Ratio ratio) {
        double low = ratio.interval().low();
        double high = ratio.interval().high();
        if (low >= 1 / (1 + THRESHOLD) && high <= 1 + THRESHOLD) {
            return "the same within " + Figures.percent(THRESHOLD);
        }
        if (low > 1) {
            return "dearer";
        }
        return high < 1 ? "cheaper" : "too few calls to tell";
    }
}
