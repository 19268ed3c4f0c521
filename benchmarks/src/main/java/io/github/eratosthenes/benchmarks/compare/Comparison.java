package io.github.eratosthenes.benchmarks.compare;

import io.github.eratosthenes.results.files.Measurement;
import io.github.eratosthenes.results.files.Measurement.Conduct;
import io.github.eratosthenes.results.files.Measurement.Identity;
import io.github.eratosthenes.results.statistics.Holm;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The comparison of a candidate's results with a baseline's.
 *
 * <p>The two were measured at different times, so a change of the machine looks like a change of the code. The rulers show how
 * much the machine changed, with an error of their own. They do not show how much of the change reached a cell; it may be none or
 * all of it. So each verdict has to hold for the cell's ratio as it is, and for the ratio divided by that of each ruler on the
 * same JDK and tier. The p-value of a claim is the largest of these, under the hypothesis that the effect is within the threshold.
 * Holm's correction keeps the chance of even one false claim, over all cells together, at 5 %.
 *
 * @param cells the cells that both results have
 * @param rulers the rulers that both results have
 * @param onlyInBaseline the cells that the candidate lacks
 * @param onlyInCandidate the cells that the baseline lacks
 */
record Comparison(
        List<Cell> cells,
        List<RulerShift> rulers,
        List<Measurement> onlyInBaseline,
        List<Measurement> onlyInCandidate) {

    private static final double LEVEL = 1 - Interval.CONFIDENCE;
    private static final int FEWEST_ROUNDS = 2;
    private static final String TIME_PER_OPERATION = "/op";

    /**
     * One cell of both results.
     *
     * @param baseline its measurement in the baseline
     * @param candidate its measurement in the candidate
     * @param ratio the ratio of the candidate's time to the baseline's
     * @param verdict the verdict on the ratio
     */
    record Cell(Measurement baseline, Measurement candidate, Ratio ratio, Verdict verdict) {

        private Cell but(Verdict other) {
            return new Cell(baseline, candidate, ratio, other);
        }
    }

    /** A cell with a verdict that Holm's correction may take back. */
    private record Tested(Cell cell, double pValue) {}

    /**
     * Compares two results.
     *
     * @param threshold the largest effect that does not matter, such as 0.02
     * @throws IllegalArgumentException if the results have no cell in common, if either has a cell twice, or if a common cell
     *     has different units of time per operation, or fewer than two rounds
     * @see Measurement#identity() the condition for a common cell
     */
    static Comparison of(List<Measurement> baseline, List<Measurement> candidate, double threshold) {
        Map<Identity, Measurement> before = byKey(baseline);
        Map<Identity, Measurement> after = byKey(candidate);
        List<Cell> cells = new ArrayList<>();
        before.forEach((key, measurement) -> {
            Measurement other = after.get(key);
            if (other != null) {
                cells.add(cell(measurement, other, threshold));
            }
        });
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("the two results have no cell in common"
                    + before.values().stream()
                            .map(lost -> unlike(lost, candidate))
                            .flatMap(Optional::stream)
                            .findFirst()
                            .map(example -> ": " + example)
                            .orElse(""));
        }
        List<RulerShift> rulers = RulerShift.of(baseline, candidate);
        List<Tested> tested =
                cells.stream().map(cell -> besideRuler(cell, rulers, threshold)).toList();
        return new Comparison(corrected(tested), rulers, missing(before, after), missing(after, before));
    }

    private static Cell cell(Measurement baseline, Measurement candidate, double threshold) {
        String unit = baseline.unit();
        if (!unit.endsWith(TIME_PER_OPERATION) || !unit.equals(candidate.unit())) {
            throw new IllegalArgumentException(baseline.label() + " is in " + unit + " and in " + candidate.unit()
                    + "; only results in the same unit of time per operation can be compared");
        }
        int rounds = Math.min(baseline.scores().size(), candidate.scores().size());
        if (rounds < FEWEST_ROUNDS) {
            throw new IllegalArgumentException(baseline.label() + " has " + rounds
                    + " round or fork of its own; a comparison needs at least " + FEWEST_ROUNDS + " in both results");
        }
        Ratio ratio = candidate.independentRatio(baseline);
        return new Cell(baseline, candidate, ratio, Verdict.of(ratio, threshold));
    }

    private static Tested besideRuler(Cell cell, List<RulerShift> rulers, double threshold) {
        Verdict agreed = cell.verdict();
        double pValue = cell.ratio().pValue(threshold);
        for (RulerShift ruler : rulers) {
            if (ruler.isOf(cell.baseline())) {
                Ratio beside = cell.ratio().dividedBy(ruler.ratio(), Interval.CONFIDENCE);
                agreed = Verdict.of(beside, threshold) == agreed ? agreed : Verdict.UNCLEAR;
                pValue = Math.max(pValue, beside.pValue(threshold));
            }
        }
        return new Tested(cell.but(agreed), pValue);
    }

    private static List<Cell> corrected(List<Tested> tested) {
        double[] adjusted =
                Holm.adjust(tested.stream().mapToDouble(Tested::pValue).toArray());
        List<Cell> decided = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Cell cell = tested.get(i).cell();
            decided.add(cell.verdict().isClaim() && adjusted[i] > LEVEL ? cell.but(Verdict.UNCLEAR) : cell);
        }
        return List.copyOf(decided);
    }

    private static Map<Identity, Measurement> byKey(List<Measurement> measurements) {
        Map<Identity, Measurement> byKey = new LinkedHashMap<>();
        for (Measurement measurement : measurements) {
            if (byKey.put(measurement.identity(), measurement) != null) {
                throw new IllegalArgumentException(
                        measurement.label() + " is in one result twice; a comparison needs each cell once");
            }
        }
        return byKey;
    }

    private static List<Measurement> missing(Map<Identity, Measurement> from, Map<Identity, Measurement> in) {
        return from.entrySet().stream()
                .filter(entry -> !in.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * Returns why a cell has no partner in the other result, although that has a cell of the same name; empty if it has none.
     */
    static Optional<String> unlike(Measurement cell, List<Measurement> others) {
        return others.stream()
                .filter(other ->
                        other.key().equals(cell.key()) && !other.identity().equals(cell.identity()))
                .findFirst()
                .map(other -> cell.label() + " is " + conduct(cell) + " in one and " + conduct(other)
                        + " in the other, which are not the same benchmark");
    }

    private static String conduct(Measurement cell) {
        Conduct conduct = cell.conduct();
        String name =
                conduct.packageName().isEmpty() ? cell.benchmark() : conduct.packageName() + "." + cell.benchmark();
        return name + " (mode " + conduct.mode() + ", " + Figures.counted(conduct.threads(), "thread") + ")";
    }

    /** Returns the cells without a ruler in both results; for these, it is unknown whether the machine changed. */
    List<Cell> withoutRuler() {
        return cells.stream()
                .filter(cell -> rulers.stream().noneMatch(ruler -> ruler.isOf(cell.baseline())))
                .toList();
    }

    /** Returns whether a cell is proven to take more time than before. */
    boolean regressed() {
        return cells.stream().anyMatch(cell -> cell.verdict() == Verdict.SLOWER);
    }
}
