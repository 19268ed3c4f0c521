package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.files.Steadiness;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.files.StudyFile.CellRun;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists the cells that were not steady: their time changed within their forks, or until the end of their probe. */
final class SteadyCheck {

    private SteadyCheck() {}

    static List<String> lines(StudyData data) {
        Map<String, Ratio> named = new LinkedHashMap<>();
        Steadiness.of(data).ratios().forEach((key, ratio) -> named.put(key.label(), ratio));
        List<String> lines = new ArrayList<>(PairChecks.lines(
                "Steady, the first half of a fork's slices against the second", named, Verdict.THRESHOLD));
        List<String> neverSettled = data.measured().stream()
                .map(Measured::cell)
                .filter(SteadyCheck::neverSettled)
                .map(CellEntry::label)
                .toList();
        if (!neverSettled.isEmpty()) {
            lines.add("The time still changed when the probe ended, after " + Figures.count(10) + " s, in "
                    + String.join(", ", neverSettled));
        }
        return lines;
    }

    private static boolean neverSettled(CellEntry cell) {
        CellRun run = cell.run();
        return run != null && run.warmupMillis() != null && run.settledMillis() == null;
    }
}
