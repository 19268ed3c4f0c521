package io.github.eratosthenes.results.files;

import io.github.eratosthenes.results.statistics.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A study's times beside those that the counts of work.json explain, and what follows from the two; the content of
 * explanation.json.
 *
 * @param study the name of the study's result folder
 * @param jdk the JDK whose times they are
 * @param tier the compiler
 * @param prices the cost of each count, fitted to the times
 * @param cells the cells that have both a time and counts
 * @param fit how well the modelled times agree with the measured ones
 * @param strategies the same for each strategy, and what bounds it
 * @param pairs pairs of strategies that a reader asks about, at each size that both have
 */
public record ExplanationFile(
        String study,
        String jdk,
        String tier,
        List<Price> prices,
        List<Cell> cells,
        Fit fit,
        List<StrategyFit> strategies,
        List<Pair> pairs) {

    /**
     * The cost of one counted event.
     *
     * @param of the event
     * @param nanos its cost in nanoseconds
     */
    public record Price(String of, double nanos) {}

    /**
     * The time of one sieving.
     *
     * @param strategy the strategy's id
     * @param max the limit
     * @param loops how often the study's operation sieved
     * @param nanos the measured time of one sieving
     * @param parts the nanoseconds that each of {@link #prices} adds to the modelled time, in their order
     */
    public record Cell(String strategy, long max, int loops, Interval nanos, List<Double> parts) {

        /** Returns the modelled time in nanoseconds. */
        public double modelledNanos() {
            return parts.stream().mapToDouble(Double::doubleValue).sum();
        }

        /** Returns the modelled time by the measured one: above 1, the sieve is faster than the model says. */
        public double modelledByMeasured() {
            return modelledNanos() / nanos.estimate();
        }
    }

    /**
     * How well the modelled times agree with the measured ones. An error of 0.15 is a factor of 1.15, either way.
     *
     * @param medianError the median error of all cells
     * @param worst the cell with the largest error
     * @param unseenMedianError the median error of strategies that were left out of the fit, each predicted from the others;
     *     null where too few cells would be left
     */
    public record Fit(
            double medianError, Cell worst, @Nullable Double unseenMedianError) {}

    /**
     * How well the model explains a strategy's times.
     *
     * @param strategy the strategy's id
     * @param cells how many cells it has
     * @param lowest the lowest of its modelled times by the measured ones
     * @param highest the highest of them
     * @param medianError the median error of its cells
     * @param boundBy the largest part of its modelled time at its largest size; null where the counts do not explain its times
     */
    public record StrategyFit(
            String strategy,
            int cells,
            double lowest,
            double highest,
            double medianError,
            @Nullable String boundBy) {}

    /**
     * Two strategies at one size, one loop.
     *
     * @param title what sets them apart
     * @param one a strategy's id
     * @param other the id of the strategy that it is set beside
     * @param max the limit
     * @param timeRatio the measured time of the one by that of the other
     * @param counts what both do for each number up to max
     */
    public record Pair(String title, String one, String other, long max, double timeRatio, List<PairCount> counts) {

        /** Returns the counts of something, such as "L1 misses"; empty where it was not counted. */
        public Optional<PairCount> count(String of) {
            return counts.stream().filter(count -> count.of().equals(of)).findFirst();
        }
    }

    /**
     * What two strategies do for each number up to max.
     *
     * @param of what is counted: those of {@link #prices} in their order, then others
     * @param one how many the one has
     * @param other how many the other has
     * @param oneNanos the modelled time of the one's, in nanoseconds; 0 for what has no price
     * @param otherNanos the modelled time of the other's
     */
    public record PairCount(String of, double one, double other, double oneNanos, double otherNanos) {}

    /** Returns the pairs with this title, the smallest max first. */
    public List<Pair> pairs(String title) {
        return pairs.stream().filter(pair -> pair.title().equals(title)).toList();
    }

    /** Reads an explanation.json. */
    public static ExplanationFile read(Path file) throws IOException {
        return JsonFile.read(file, ExplanationFile.class);
    }

    /** Writes an explanation.json, atomically. */
    public void write(Path file) throws IOException {
        JsonFile.write(file, this);
    }
}
