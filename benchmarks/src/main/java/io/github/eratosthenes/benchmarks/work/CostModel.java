package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.results.files.WorkFile.Work;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A model of time: the sum of a few counts, each times its price.
 *
 * <p>The model leaves out arithmetic, accesses that the compiler merges, and reads that have to wait for other reads. Where these
 * matter, the error is large.
 *
 * @param prices the price of each cost, in nanoseconds
 */
record CostModel(Map<Cost, Double> prices) {

    private static final double FIRST_STEP = 0.5;
    private static final double LAST_STEP = 1e-5;

    /** A round of steps helps only if it lowers the sum of squares by more than this. */
    private static final double LEAST_GAIN = 1e-9;

    /** The price to which a step of 1 raises a price of 0, so that it can rise again. */
    private static final double SMALL = 0.1;

    /**
     * Returns the prices with the least sum of squares of the logarithm of modelled by measured time, so that twice and half the
     * time weigh the same. Each price is within the bounds of its {@link Cost}.
     *
     * <p>The prices are found by a search. Each price in turn is raised by a step, lowered, or set to 0, and the step is halved when
     * none of that helps. An event that no cell has costs nothing.
     *
     * @throws IllegalArgumentException if there are fewer cells than costs
     */
    static CostModel fit(List<TimedWork> cells) {
        List<Cost> costs = List.of(Cost.values());
        if (cells.size() < costs.size()) {
            throw new IllegalArgumentException(cells.size() + " cells have a time and counts; a fit of " + costs.size()
                    + " costs needs at least as many");
        }
        Prices prices = new Prices(cells, costs);
        for (double step = FIRST_STEP; step > LAST_STEP; ) {
            double before = prices.squares;
            for (int cost = 0; cost < costs.size(); cost++) {
                double price = prices.nanos[cost];
                for (double changed : new double[] {raised(price, step), price / (1 + step), 0}) {
                    prices.change(cost, costs.get(cost).bounded(changed));
                }
            }
            step = before - prices.squares > LEAST_GAIN ? step : step / 2;
        }
        return prices.model();
    }

    private static double raised(double price, double step) {
        return price == 0 ? SMALL * step : price * (1 + step);
    }

    /** The best prices so far. Counts and times are in arrays, because a fit tries a hundred thousand prices. */
    private static final class Prices {

        private final List<Cost> costs;
        private final double[][] counts;
        private final double[] measured;
        private final double[] nanos;
        private double squares;

        Prices(List<TimedWork> cells, List<Cost> costs) {
            this.costs = costs;
            counts = cells.stream()
                    .map(cell -> costs.stream()
                            .mapToDouble(cost -> cost.count(cell.work()))
                            .toArray())
                    .toArray(double[][]::new);
            measured =
                    cells.stream().mapToDouble(cell -> cell.nanos().estimate()).toArray();
            nanos = costs.stream()
                    .mapToDouble(cost ->
                            cells.stream().anyMatch(cell -> cost.count(cell.work()) > 0) ? cost.bounded(1) : 0)
                    .toArray();
            squares = squares();
        }

        /** Changes a price if that lowers the sum of squares. */
        void change(int cost, double price) {
            double before = nanos[cost];
            nanos[cost] = price;
            double changed = squares();
            if (changed < squares) {
                squares = changed;
            } else {
                nanos[cost] = before;
            }
        }

        private double squares() {
            double sum = 0;
            for (int cell = 0; cell < counts.length; cell++) {
                double modelled = 0;
                for (int cost = 0; cost < nanos.length; cost++) {
                    modelled += nanos[cost] * counts[cell][cost];
                }
                double error = Math.log(modelled / measured[cell]);
                sum += error * error;
            }
            return sum;
        }

        CostModel model() {
            Map<Cost, Double> prices = new EnumMap<>(Cost.class);
            for (int cost = 0; cost < nanos.length; cost++) {
                prices.put(costs.get(cost), nanos[cost]);
            }
            return new CostModel(prices);
        }
    }

    /** Returns the price of one event, in nanoseconds. */
    double nanos(Cost cost) {
        return prices.getOrDefault(cost, 0.0);
    }

    /** Returns the parts of a sieving's modelled time, in nanoseconds, in the order of {@link Cost}. */
    List<Double> parts(Work work) {
        return Arrays.stream(Cost.values())
                .map(cost -> nanos(cost) * cost.count(work))
                .toList();
    }

    /** Returns the modelled time divided by the measured time: above 1, the sieve is faster than modelled. */
    double ratio(TimedWork cell) {
        double modelled = 0;
        for (Cost cost : Cost.values()) {
            modelled += nanos(cost) * cost.count(cell.work());
        }
        return modelled / cell.nanos().estimate();
    }

    /** Returns the factor by which the model is off: the longer time divided by the shorter one. */
    double error(TimedWork cell) {
        double ratio = ratio(cell);
        return Math.max(ratio, 1 / ratio);
    }
}
