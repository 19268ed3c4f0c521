package io.github.eratosthenes.results.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of study.json: the plan of a study, with every cell to be measured and every skipped cell with its reason.
 *
 * @param study quick, full, yardstick, or custom if it differs from these in more than JVMs and seed
 * @param rounds how many rounds were asked for
 * @param roundsDone how many rounds the result file holds
 * @param seed the seed of the random order of the cells in each round
 * @param budgetMillis the longest time of an operation that is still measured
 * @param gate the record of the gate; null if there was none
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
     * The record of the gate, which repeats a fork if its best readings of the rulers are too far above the study's best.
     *
     * @param threshold the largest excess that is accepted, such as 0.05
     * @param repeats how many times forks were run again, in all
     * @param slow how many of the counted forks are still above the threshold
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
     * @param build which of two builds; null if there is only one
     * @param predictedBytes what one sieving is predicted to allocate there; null for a yardstick, or if skipped
     * @param run how the cell was run in each round; null if skipped
     * @param skipped why the cell was skipped; null if it was measured
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

        /** Creates the cell of a sieve in a study of one build. */
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

        /** Returns the cell of another strategy with otherwise the same parameters. */
        public CellEntry withStrategy(String other) {
            return new CellEntry(benchmark, other, max, loops, null, jdk, tier, build, null, null, null);
        }

        /** Returns the cell of another number of loops with otherwise the same parameters. */
        public CellEntry withLoops(int other) {
            return new CellEntry(benchmark, strategy, max, other, null, jdk, tier, build, predictedBytes, null, null);
        }

        /** Returns the cell of another build with otherwise the same parameters. */
        public CellEntry withBuild(@Nullable String other) {
            return new CellEntry(benchmark, strategy, max, loops, range, jdk, tier, other, predictedBytes, null, null);
        }

        /** Returns the cell of another benchmark with otherwise the same parameters. */
        public CellEntry withBenchmark(String other) {
            return new CellEntry(other, strategy, max, loops, range, jdk, tier, build, null, null, null);
        }

        /** Returns the name of the code that the cell runs, which all sizes of a strategy share. */
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

        /** Returns the cell's name for people. */
        public String label() {
            return key().label();
        }
    }

    /**
     * How a cell was run in each round.
     *
     * @param heapMegabytes the heap of its JVM, fixed
     * @param warmupIterations warm-up iterations
     * @param warmupMillis how long a warm-up iteration lasts at least; null if it is the same as for a measured one
     * @param measuredIterations measured iterations, the slices
     * @param iterationMillis how long a slice lasts at least
     * @param probedMillis how long one warm operation took before the study; 0 if it was not probed
     * @param settledMillis when the probe's time stopped changing; null if it did not, or was not probed
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
