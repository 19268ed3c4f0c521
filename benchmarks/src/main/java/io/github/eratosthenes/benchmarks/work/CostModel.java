package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.results.files.WorkFile.Work;
import java.util.Arrays;
import java.util.List;

/**
 * A time made of four costs: {@code readNanos · reads + writeNanos · writes + level1Nanos · L1 misses + level2Nanos · L2 misses}.
 *
 * <p>It knows nothing of how accesses depend on each other, of branches that the processor foresees wrongly, of a cache behind
 * the second, of pages, or of arithmetic: where these matter its error shows it.
 *
 * @param readNanos of each read
 * @param writeNanos of each write
 * @param level1Nanos of each level 1 miss, on top
 * @param level2Nanos of each level 2 miss, on top of both
 */
record CostModel(double readNanos, double writeNanos, double level1Nanos, double level2Nanos) {

    /** The names of the costs, in the order of {@link #parts}. */
    static final List<String> PARTS = List.of("reads", "writes", "L1 misses", "L2 misses");

    private static final double FIRST_STEP = 0.5;
    private static final double LAST_STEP = 1e-5;
    /** What a cost of 0 is raised to in a step of 1, so that it can come back. */
    private static final double SMALL = 0.1;

    /**
     * Returns the costs with the least sum of squares of the logarithm of modelled by measured time, so that twice and half the
     * time weigh the same. No cost is below 0.
     *
     * <p>A search: each cost in turn is raised, lowered or dropped by a step, and the step is halved when none of that helps.
     *
     * @throws IllegalArgumentException if there are fewer cells than costs
     */
    static CostModel fit(List<TimedWork> cells) {
        if (cells.size() < PARTS.size()) {
            throw new IllegalArgumentException(cells.size() + " cells have both a time and counts; the " + PARTS.size()
                    + " costs need as many at least");
        }
        double[] costs = {1, 1, 1, 1};
        double squares = squares(costs, cells);
        for (double step = FIRST_STEP; step > LAST_STEP; ) {
            double before = squares;
            for (int i = 0; i < costs.length; i++) {
                for (double changed : List.of(raised(costs[i], step), costs[i] / (1 + step), 0.0)) {
                    double[] candidate = costs.clone();
                    candidate[i] = changed;
                    double candidateSquares = squares(candidate, cells);
                    if (candidateSquares < squares) {
                        costs = candidate;
                        squares = candidateSquares;
                    }
                }
            }
            step = squares < before ? step : step / 2;
        }
        return of(costs);
    }

    private static double raised(double cost, double step) {
        return cost == 0 ? SMALL * step : cost * (1 + step);
    }

    private static CostModel of(double... costs) {
        return new CostModel(costs[0], costs[1], costs[2], costs[3]);
    }

    private static double squares(double[] costs, List<TimedWork> cells) {
        CostModel model = of(costs);
        return cells.stream()
                .mapToDouble(cell -> Math.log(model.ratio(cell)))
                .map(error -> error * error)
                .sum();
    }

    /** Returns the times that make up that of a sieving, in nanoseconds, in the order of {@link #PARTS}. */
    double[] parts(Work work) {
        return new double[] {
            readNanos * work.reads(),
            writeNanos * work.writes(),
            level1Nanos * work.level1Misses(),
            level2Nanos * work.level2Misses()
        };
    }

    /** Returns the modelled time by the measured one: above 1, the sieve is faster than the model says. */
    double ratio(TimedWork cell) {
        return Arrays.stream(parts(cell.work())).sum() / cell.nanos();
    }

    /** Returns by which factor the model is off, whichever of the times is the longer; 1 where they are the same. */
    double error(TimedWork cell) {
        double ratio = ratio(cell);
        return Math.max(ratio, 1 / ratio);
    }
}
