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
 * @param cells all cells, in the order of the result file
 */
public record StudyFile(String study, int rounds, int roundsDone, long seed, long budgetMillis, List<CellEntry> cells) {

    /**
     * One cell: a benchmark with its parameters on one JDK and compiler tier.
     *
     * @param benchmark as in {@link Measurement#benchmark()}
     * @param strategy the strategy's id; null for a ruler
     * @param max the limit; null for a ruler
     * @param loops how often one operation sieves; null for a ruler
     * @param jdk the JDK's label
     * @param tier C2 or C1
     * @param predictedBytes what one sieving is predicted to allocate there; null for a ruler, or where skipped
     * @param run how it was run in each round; null where skipped
     * @param skipped why the cell was left out; null where it was not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CellEntry(
            String benchmark,
            @Nullable String strategy,
            @Nullable Long max,
            @Nullable Integer loops,
            String jdk,
            String tier,
            @Nullable Long predictedBytes,
            @Nullable CellRun run,
            @Nullable String skipped) {

        /** Returns the parameters that the cell's {@link Measurement} has. */
        public Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            if (strategy != null) {
                parameters.put("strategy", strategy);
                parameters.put("max", String.valueOf(max));
                parameters.put("loops", String.valueOf(loops));
            }
            parameters.put("jdk", jdk);
            parameters.put("tier", tier);
            return Map.copyOf(parameters);
        }

        /** Returns the cell of another strategy with the same parameters otherwise. */
        public CellEntry withStrategy(String other) {
            return new CellEntry(benchmark, other, max, loops, jdk, tier, null, null, null);
        }

        /** Returns the cell of another number of loops with the same parameters otherwise. */
        public CellEntry withLoops(int other) {
            return new CellEntry(benchmark, strategy, max, other, jdk, tier, predictedBytes, null, null);
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
     * @param measuredIterations measured iterations
     * @param iterationMillis how long an iteration lasts at least
     * @param probedMillis how long one warm operation took before the study; 0 for a ruler
     */
    public record CellRun(
            long heapMegabytes,
            int warmupIterations,
            int measuredIterations,
            int iterationMillis,
            double probedMillis) {}

    /** Reads a study.json. */
    public static StudyFile read(Path file) throws IOException {
        return JsonFile.read(file, StudyFile.class);
    }

    /** Writes a study.json, atomically. */
    public void write(Path file) throws IOException {
        JsonFile.write(file, this);
    }
}
