package io.github.eratosthenes.results.files;

import io.github.eratosthenes.results.statistics.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The content of explanation.json: a study's measured times beside the times that a model computes from the counts of work.json.
 *
 * @param study the name of the study's result folder
 * @param jdk the JDK whose times they are
 * @param tier the compiler
 * @param prices the cost of each count, fitted to the times
 * @param cells the cells that have both a time and counts
 */
public record ExplanationFile(String study, String jdk, String tier, List<Price> prices, List<Cell> cells) {

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
