package io.github.eratosthenes.results.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a study as its folder keeps it: every cell that was to be measured, with those left out and why.
 *
 * @param study quick, full, or custom where it differs from both in more than JVMs and seed
 * @param rounds how many rounds were asked for
 * @param roundsDone how many the result file holds
 * @param seed what the order of the cells in each round was drawn from
 * @param budgetMillis the longest that one operation may take to be measured
 * @param gate what the gate did; null where there was none
 * @param cells all cells, in the order of the result file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StudyFile(
        String study,
        int rounds,
        int roundsDone,
        long seed,
        long budgetMillis,
        @Nullable Gate gate,
        List<CellEntry> cells) {

    /**
     * What the gate did: a fork whose best reading of a ruler is too far above the study's best is repeated.
     *
     * @param threshold how far above is too far, such as 0.05
     * @param repeats how many forks were run again, in all
     * @param slow how many forks of those that count are above the threshold still
     */
    public record Gate(double threshold, int repeats, int slow) {}

    /**
     * One cell: a benchmark with its parameters on one JDK and compiler tier.
     *
     * @param benchmark as in {@link Measurement#benchmark()}
     * @param strategy the strategy's id; null for a yardstick
     * @param max the limit; null for a yardstick
     * @param loops how often one operation sieves; null for a yardstick
     * @param range the range that a yardstick counts; null for a sieve
     * @param jdk the JDK's label
     * @param tier C2 or C1
     * @param build which of two builds; null where there is one
     * @param predictedBytes what one sieving is predicted to allocate there; null for a yardstick, or where skipped
     * @param run how it was run in each round; null where skipped
     * @param skipped why the cell was left out; null where it was not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CellEntry(
            String benchmark,
            @Nullable String strategy,
            @Nullable Long max,
            @Nullable Integer loops,
            @Nullable String range,
            String jdk,
            String tier,
            @Nullable String build,
            @Nullable Long predictedBytes,
            @Nullable CellRun run,
            @Nullable String skipped) {

        /** The cell of a sieve in a study of one build. */
        public CellEntry(
                String benchmark,
                @Nullable String strategy,
                @Nullable Long max,
                @Nullable Integer loops,
                String jdk,
                String tier,
                @Nullable Long predictedBytes,
                @Nullable CellRun run,
                @Nullable String skipped) {
            this(benchmark, strategy, max, loops, null, jdk, tier, null, predictedBytes, run, skipped);
        }

        /** Returns the parameters that the cell's {@link Measurement} has. */
        public Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            put(parameters, "strategy", strategy);
            put(parameters, "max", max);
            put(parameters, "loops", loops);
            put(parameters, "range", range);
            put(parameters, "jdk", jdk);
            put(parameters, "tier", tier);
            put(parameters, "build", build);
            return Map.copyOf(parameters);
        }

        private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
            if (value != null) {
                parameters.put(name, String.valueOf(value));
            }
        }

        /** Returns the cell of another strategy with the same parameters otherwise. */
        public CellEntry withStrategy(String other) {
            return new CellEntry(benchmark, other, max, loops, null, jdk, tier, build, null, null, null);
        }

        /** Returns the cell of another number of loops with the same parameters otherwise. */
        public CellEntry withLoops(int other) {
            return new CellEntry(benchmark, strategy, max, other, null, jdk, tier, build, predictedBytes, null, null);
        }

        /** Returns the cell of another build with the same parameters otherwise. */
        public CellEntry withBuild(@Nullable String other) {
            return new CellEntry(benchmark, strategy, max, loops, range, jdk, tier, other, predictedBytes, null, null);
        }

        /** Returns the cell of another benchmark with the same parameters otherwise. */
        public CellEntry withBenchmark(String other) {
            return new CellEntry(other, strategy, max, loops, range, jdk, tier, build, null, null, null);
        }

        /** Returns what names the code that the cell runs, whatever its size: the same in all cells that share it. */
        public String code() {
            return String.join(
                            " ",
                            strategy == null ? benchmark : strategy,
                            "jdk=" + jdk,
                            "tier=" + tier,
                            build == null ? "" : build)
                    .strip();
        }

        /** Returns the key that the cell's {@link Measurement} has. */
        public CellKey key() {
            return new CellKey(benchmark, parameters());
        }

        /** Returns its name for people. */
        public String label() {
            return key().label();
        }
    }

    /**
     * How a cell was run in each round.
     *
     * @param heapMegabytes the heap of its JVM, fixed
     * @param warmupIterations warm-up iterations
     * @param warmupMillis how long a warm-up iteration lasts at least; null where it is the same as a measured one
     * @param measuredIterations measured iterations, the slices
     * @param iterationMillis how long a slice lasts at least
     * @param probedMillis how long one warm operation took before the study; 0 where that was not asked
     * @param settledMillis when the probe's time stopped changing; null where it did not, or was not asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CellRun(
            long heapMegabytes,
            int warmupIterations,
            @Nullable Integer warmupMillis,
            int measuredIterations,
            int iterationMillis,
            double probedMillis,
            @Nullable Long settledMillis) {}

    /** Reads a study.json. */
    public static StudyFile read(Path file) throws IOException {
        return JsonFile.read(file, StudyFile.class);
    }

    /** Writes a study.json, atomically. */
    public void write(Path file) throws IOException {
        JsonFile.write(file, this);
    }
}
