package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.results.files.ExplanationFile;
import io.github.eratosthenes.results.files.ExplanationFile.Cell;
import io.github.eratosthenes.results.files.ExplanationFile.Fit;
import io.github.eratosthenes.results.files.ExplanationFile.Price;
import io.github.eratosthenes.results.files.ExplanationFile.StrategyFit;
import io.github.eratosthenes.results.files.WorkFile.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a study's times with the times that a {@link CostModel} computes from the counts. */
final class Explanation {

    /** If the model is off by more than this factor for a strategy, the counts do not explain its time. */
    private static final double EXPLAINED = 1.5;

    private final List<TimedWork> cells;
    private final CostModel model;

    /**
     * Fits the model.
     *
     * @throws IllegalArgumentException if there are too few cells
     */
    Explanation(List<TimedWork> cells) {
        this.cells = cells;
        this.model = CostModel.fit(cells);
    }

    /** Returns the content of explanation.json. */
    ExplanationFile file(String study, String jdk) {
        TimedWork worst =
                cells.stream().max(Comparator.comparingDouble(model::error)).orElseThrow();
        return new ExplanationFile(
                study,
                jdk,
                TimedWork.TIER,
                Arrays.stream(Cost.values())
                        .map(cost -> new Price(cost.label(), model.nanos(cost)))
                        .toList(),
                cells.stream().map(this::cell).toList(),
                new Fit(medianError(cells), cell(worst), unseenMedianError()),
                byStrategy().entrySet().stream()
                        .map(entry -> strategyFit(entry.getKey(), entry.getValue()))
                        .toList(),
                new Findings(cells, model).pairs());
    }

    private Cell cell(TimedWork timed) {
        return new Cell(
                timed.work().strategy(), timed.work().max(), timed.loops(), timed.nanos(), model.parts(timed.work()));
    }

    private Map<String, List<TimedWork>> byStrategy() {
        return cells.stream()
                .collect(Collectors.groupingBy(cell -> cell.work().strategy(), TreeMap::new, Collectors.toList()));
    }

    private StrategyFit strategyFit(String strategy, List<TimedWork> ofStrategy) {
        double[] ratios = ofStrategy.stream().mapToDouble(model::ratio).sorted().toArray();
        return new StrategyFit(
                strategy,
                ofStrategy.size(),
                ratios[0],
                ratios[ratios.length - 1],
                medianError(ofStrategy),
                boundBy(ofStrategy));
    }

    private @Nullable String boundBy(List<TimedWork> ofStrategy) {
        if (medianError(ofStrategy) > EXPLAINED - 1) {
            return null;
        }
        Work largest = ofStrategy.stream()
                .map(TimedWork::work)
                .max(Comparator.comparingLong(Work::max))
                .orElseThrow();
        return Arrays.stream(Cost.values())
                .max(Comparator.comparingDouble(cost -> model.nanos(cost) * cost.count(largest)))
                .orElseThrow()
                .label();
    }

    /** Returns the median error of strategies that were left out of the fit; null where too few cells would be left. */
    private @Nullable Double unseenMedianError() {
        List<Double> errors = new ArrayList<>();
        for (List<TimedWork> leftOut : byStrategy().values()) {
            List<TimedWork> others =
                    cells.stream().filter(cell -> !leftOut.contains(cell)).toList();
            if (others.size() < Cost.values().length) {
                return null;
            }
            CostModel fitted = CostModel.fit(others);
            leftOut.forEach(cell -> errors.add(fitted.error(cell)));
        }
        return median(errors) - 1;
    }

    private double medianError(List<TimedWork> some) {
        return median(some.stream().map(model::error).toList()) - 1;
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
