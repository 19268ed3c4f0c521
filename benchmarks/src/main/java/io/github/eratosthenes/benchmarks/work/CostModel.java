package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.results.files.WorkFile.Work;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A time made of a few costs: the sum of each count times its price.
 *
 * <p>It knows nothing of how accesses depend on each other, of pages, of arithmetic, or of several accesses that the compiler
 * makes one: where these matter its error shows it.
 *
 * @param prices the price of each cost, in nanoseconds
 */
record CostModel(Map<Cost, Double> prices) {

    private static final double FIRST_STEP = 0.5;
    private static final double LAST_STEP = 1e-5;

    /** A round of steps that lowers the sum of squares by less is no help. */
    private static final double LEAST_GAIN = 1e-9;

    /** What a price of 0 is raised to in a step of 1, so that it can come back. */
    private static final double SMALL = 0.1;

    /**
     * Returns the prices with the least sum of squares of the logarithm of modelled by measured time, so that twice and half the
     * time weigh the same. No price is below 0.
     *
     * <p>A search: each price in turn is raised, lowered or dropped by a step, and the step is halved when none of that helps.
     * What no cell has costs nothing.
     *
     * @throws IllegalArgumentException if there are fewer cells than costs
     */
    static CostModel fit(List<TimedWork> cells) {
        List<Cost> costs = List.of(Cost.values());
        if (cells.size() < costs.size()) {
            throw new IllegalArgumentException(cells.size() + " cells have both a time and counts; the " + costs.size()
                    + " costs need as many at least");
        }
        CostModel best = new CostModel(costs.stream()
                .collect(Collectors.toMap(
                        cost -> cost,
                        cost -> cells.stream().anyMatch(cell -> cost.count(cell.work()) > 0) ? 1.0 : 0.0)));
        double squares = best.squares(cells);
        for (double step = FIRST_STEP; step > LAST_STEP; ) {
            double before = squares;
            for (Cost cost : costs) {
                double price = best.nanos(cost);
                for (double changed : List.of(raised(price, step), price / (1 + step), 0.0)) {
                    CostModel candidate = best.with(cost, changed);
                    double candidateSquares = candidate.squares(cells);
                    if (candidateSquares < squares) {
                        best = candidate;
                        squares = candidateSquares;
                    }
                }
            }
            step = before - squares > LEAST_GAIN ? step : step / 2;
        }
        return best;
    }

    private static double raised(double price, double step) {
        return price == 0 ? SMALL * step : price * (1 + step);
    }

    private CostModel with(Cost cost, double price) {
        Map<Cost, Double> changed = new EnumMap<>(prices);
        changed.put(cost, price);
        return new CostModel(changed);
    }

    private double squares(List<TimedWork> cells) {
        return cells.stream()
                .mapToDouble(cell -> Math.log(ratio(cell)))
                .map(error -> error * error)
                .sum();
    }

    /** Returns the price of one of something, in nanoseconds. */
    double nanos(Cost cost) {
        return prices.getOrDefault(cost, 0.0);
    }

    /** Returns the times that make up that of a sieving, in nanoseconds, in the order of {@link Cost}. */
    List<Double> parts(Work work) {
        return Arrays.stream(Cost.values())
                .map(cost -> nanos(cost) * cost.count(work))
                .toList();
    }

    /** Returns the modelled time by the measured one: above 1, the sieve is faster than the model says. */
    double ratio(TimedWork cell) {
        double modelled = 0;
        for (Cost cost : Cost.values()) {
            modelled += nanos(cost) * cost.count(cell.work());
        }
        return modelled / cell.nanos().estimate();
    }

    /** Returns by which factor the model is off, whichever of the times is the longer; 1 where they are the same. */
    double error(TimedWork cell) {
        double ratio = ratio(cell);
        return Math.max(ratio, 1 / ratio);
    }
}
