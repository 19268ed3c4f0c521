package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.files.CellKey;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.LowEnd;
import io.github.eratosthenes.results.statistics.PooledDeviation;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a cell's time was steady within its forks: the first half of the slices takes as long as the second. Where it does
 * not, the code was still changing, and warm-up was too short.
 *
 * <p>A few forks of one cell say little about that, so the deviation is pooled over all cells of a strategy on a JDK and tier,
 * whose forks run the same code.
 */
final class SteadyCheck {

    /** Fewer slices have no halves with a low end of their own. */
    private static final int FEWEST_SLICES = 14;

    private final Map<CellKey, Ratio> ratios = new LinkedHashMap<>();
    private final List<String> neverSettled = new ArrayList<>();

    private SteadyCheck() {}

    static SteadyCheck of(StudyData data) {
        SteadyCheck check = new SteadyCheck();
        Map<String, List<Measured>> sameCode = new LinkedHashMap<>();
        for (Measured measured : data.measured()) {
            CellEntry cell = measured.cell();
            if (measured.measurement().scores().stream().allMatch(slices -> slices.size() >= FEWEST_SLICES)) {
                sameCode.computeIfAbsent(cell.code(), code -> new ArrayList<>()).add(measured);
            }
            if (cell.run() != null
                    && cell.run().warmupMillis() != null
                    && cell.run().settledMillis() == null) {
                check.neverSettled.add(cell.label());
            }
        }
        sameCode.values().forEach(check::add);
        return check;
    }

    private void add(List<Measured> sameCode) {
        PooledDeviation pooled = PooledDeviation.of(
                sameCode.stream().map(SteadyCheck::logsOfHalves).toList());
        for (Measured measured : sameCode) {
            ratios.put(measured.cell().key(), pooled.ratio(logsOfHalves(measured), Interval.CONFIDENCE));
        }
    }

    /** The logarithm of first half / second half, by fork. */
    private static double[] logsOfHalves(Measured measured) {
        return measured.measurement().scores().stream()
                .mapToDouble(slices -> {
                    int half = slices.size() / 2;
                    return Math.log(lowEnd(slices.subList(0, half)) / lowEnd(slices.subList(half, slices.size())));
                })
                .toArray();
    }

    private static double lowEnd(List<Double> slices) {
        return LowEnd.of(slices.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Returns whether a cell is shown not to have been steady. */
    boolean isUnsteady(CellEntry cell) {
        Ratio ratio = ratios.get(cell.key());
        return ratio != null && Verdict.of(ratio, Verdict.THRESHOLD).isClaim();
    }

    /** Returns what the report says of it. */
    List<String> lines() {
        Map<String, Ratio> named = new LinkedHashMap<>();
        ratios.forEach((key, ratio) -> named.put(key.label(), ratio));
        List<String> lines = new ArrayList<>(PairChecks.lines(
                "Steady, the first half of a fork's slices against the second", named, Verdict.THRESHOLD));
        if (!neverSettled.isEmpty()) {
            lines.add("The time still changed when the probe ended, after " + Figures.count(10) + " s, in "
                    + String.join(", ", neverSettled));
        }
        return lines;
    }
}
