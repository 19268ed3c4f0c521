package io.github.eratosthenes.benchmarks.compare;

import io.github.eratosthenes.benchmarks.results.Measurement;
import io.github.eratosthenes.benchmarks.statistics.Holm;
import io.github.eratosthenes.benchmarks.statistics.Ratio;
import io.github.eratosthenes.benchmarks.statistics.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a candidate's results prove against a baseline's.
 *
 * <p>The two were measured apart, so a change of the machine between them looks like a change of the code. The kernel
 * ruler tells: what it proves to have moved, on the same JDK and tier, is added to the threshold that a cell's effect has
 * to pass. Over all cells together the chance of even one false claim is held at 5 %, by Holm's correction.
 *
 * @param cells the cells that both have
 * @param rulers the kernel rulers that both have
 * @param onlyInBaseline the names of cells that the candidate lacks
 * @param onlyInCandidate the names of cells that the baseline lacks
 */
record Comparison(List<Cell> cells, List<Cell> rulers, List<String> onlyInBaseline, List<String> onlyInCandidate) {

    static final double CONFIDENCE = 0.95;

    private static final double LEVEL = 1 - CONFIDENCE;
    private static final String KERNEL = "RulerBenchmark.kernel";
    private static final String NOTHING = "RulerBenchmark.nothing";

    /**
     * One cell of both.
     *
     * @param baseline its baseline
     * @param candidate its candidate
     * @param ratio of the candidate's time to the baseline's
     * @param verdict what is proven of it
     */
    record Cell(Measurement baseline, Measurement candidate, Ratio ratio, Verdict verdict) {}

    private record Key(String benchmark, Map<String, String> parameters) {
        static Key of(Measurement measurement) {
            return new Key(measurement.benchmark(), measurement.parameters());
        }
    }

    /**
     * Compares two results.
     *
     * @param threshold the smallest effect worth a claim, such as 0.02
     * @throws IllegalArgumentException if they have no cell in common
     */
    static Comparison of(List<Measurement> baseline, List<Measurement> candidate, double threshold) {
        Map<Key, Measurement> before = byKey(baseline);
        Map<Key, Measurement> after = byKey(candidate);
        List<Cell> rulers = new ArrayList<>();
        List<Cell> undecided = new ArrayList<>();
        before.forEach((key, measurement) -> {
            Measurement other = after.get(key);
            if (other != null && !key.benchmark().equals(NOTHING)) {
                Ratio ratio = Ratio.independent(other.roundMeans(), measurement.roundMeans(), CONFIDENCE);
                Cell cell = new Cell(measurement, other, ratio, Verdict.of(ratio, threshold));
                (key.benchmark().equals(KERNEL) ? rulers : undecided).add(cell);
            }
        });
        if (undecided.isEmpty()) {
            throw new IllegalArgumentException("the two results have no cell in common");
        }
        return new Comparison(
                decide(undecided, rulers, threshold), rulers, missing(before, after), missing(after, before));
    }

    private static List<Cell> decide(List<Cell> undecided, List<Cell> rulers, double threshold) {
        double[] adjusted = Holm.adjust(
                undecided.stream().mapToDouble(cell -> cell.ratio().pValue()).toArray());
        List<Cell> decided = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Cell cell = undecided.get(i);
            Verdict verdict = Verdict.of(cell.ratio(), threshold + machineShift(cell, rulers));
            boolean claim = verdict == Verdict.FASTER || verdict == Verdict.SLOWER;
            decided.add(new Cell(
                    cell.baseline(),
                    cell.candidate(),
                    cell.ratio(),
                    claim && adjusted[i] > LEVEL ? Verdict.UNCLEAR : verdict));
        }
        return List.copyOf(decided);
    }

    /** Returns how far the kernel ruler of the cell's JDK and tier is proven to have moved; 0 where it is not. */
    private static double machineShift(Cell cell, List<Cell> rulers) {
        Map<String, String> where = cell.baseline().parameters();
        return rulers.stream()
                .filter(ruler -> where.entrySet()
                        .containsAll(ruler.baseline().parameters().entrySet()))
                .map(Cell::ratio)
                .filter(ratio -> ratio.interval().excludes(1))
                .mapToDouble(ratio -> Math.exp(Math.abs(Math.log(ratio.estimate()))) - 1)
                .max()
                .orElse(0);
    }

    private static Map<Key, Measurement> byKey(List<Measurement> measurements) {
        Map<Key, Measurement> byKey = new LinkedHashMap<>();
        measurements.forEach(measurement -> byKey.put(Key.of(measurement), measurement));
        return byKey;
    }

    private static List<String> missing(Map<Key, Measurement> from, Map<Key, Measurement> in) {
        return from.entrySet().stream()
                .filter(entry -> !in.containsKey(entry.getKey()))
                .map(entry -> entry.getValue().label())
                .toList();
    }

    /** Returns whether a cell is proven to take more time than before. */
    boolean regressed() {
        return cells.stream().anyMatch(cell -> cell.verdict() == Verdict.SLOWER);
    }
}
