package io.github.eratosthenes.results.files;

import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.LowEnd;
import io.github.eratosthenes.results.statistics.PooledDeviation;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether each cell's time was steady within its forks: the first half of the slices takes as long as the second half. If it
 * does not, HotSpot was still changing the code, and the warm-up was too short.
 *
 * <p>A few forks of one cell show little of this, so the deviation is pooled over all cells of a strategy on a JDK and tier,
 * whose forks run the same code.
 *
 * @param ratios the time of the first half divided by the time of the second half, for each cell with enough slices
 */
public record Steadiness(Map<CellKey, Ratio> ratios) {

    /** Fewer slices have no halves with a low end of their own. */
    private static final int FEWEST_SLICES = 14;

    /** Returns the steadiness of a study's cells, in the plan's order of code. */
    public static Steadiness of(StudyData data) {
        Map<String, List<Measured>> sameCode = new LinkedHashMap<>();
        for (Measured measured : data.measured()) {
            if (measured.measurement().scores().stream().allMatch(slices -> slices.size() >= FEWEST_SLICES)) {
                sameCode.computeIfAbsent(measured.cell().code(), code -> new ArrayList<>())
                        .add(measured);
            }
        }
        Map<CellKey, Ratio> ratios = new LinkedHashMap<>();
        for (List<Measured> cells : sameCode.values()) {
            PooledDeviation pooled = PooledDeviation.of(
                    cells.stream().map(Steadiness::logsOfHalves).toList());
            for (Measured measured : cells) {
                ratios.put(measured.cell().key(), pooled.ratio(logsOfHalves(measured), Interval.CONFIDENCE));
            }
        }
        return new Steadiness(Collections.unmodifiableMap(ratios));
    }

    /** Returns the logarithms of first half / second half, by fork. */
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

    /** Returns whether a cell is proven not to be steady. */
    public boolean isUnsteady(CellEntry cell) {
        Ratio ratio = ratios.get(cell.key());
        return ratio != null && Verdict.of(ratio, Verdict.THRESHOLD).isClaim();
    }

    /** Returns the verdict on the ratio of two cells' times; a time that still changed within its forks gets no other verdict. */
    public Verdict verdict(CellEntry candidate, CellEntry baseline, Ratio ratio) {
        return isUnsteady(candidate) || isUnsteady(baseline)
                ? Verdict.NOT_STEADY
                : Verdict.of(ratio, Verdict.THRESHOLD);
    }
}
