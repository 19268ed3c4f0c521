package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.Yardstick;
import io.github.eratosthenes.benchmarks.YardstickRange;
import io.github.eratosthenes.benchmarks.study.Workload.Counting;
import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.files.StudyFile.CellRun;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A cell of the plan, which is either measured, or skipped for a reason that the report shows. */
sealed interface PlannedCell {

    Cell cell();

    /** Returns the cell's entry in study.json. */
    CellEntry entry();

    /** Returns the same cell for one of two builds. */
    PlannedCell ofBuild(Build build);

    /**
     * A cell to be measured.
     *
     * @param effort how long it runs in each round
     * @param heapMegabytes the heap of its JVM, fixed
     * @param probedMillis the time of a warm operation in the probe
     * @param settledMillis when the probe's time stopped changing; null if it did not
     * @param predictedBytes what one sieving is predicted to allocate in the cell's JVM; null for a yardstick
     */
    record Measured(
            Cell cell,
            Effort effort,
            long heapMegabytes,
            double probedMillis,
            @Nullable Long settledMillis,
            @Nullable Long predictedBytes)
            implements PlannedCell {
        @Override
        public CellEntry entry() {
            return PlannedCell.entry(cell, this, null);
        }

        @Override
        public PlannedCell ofBuild(Build build) {
            return new Measured(cell.of(build), effort, heapMegabytes, probedMillis, settledMillis, predictedBytes);
        }

        /** Returns an estimate of the cell's time in each round. */
        long expectedMillis() {
            return effort.expectedMillis(probedMillis);
        }
    }

    /** A skipped cell. */
    record Skipped(Cell cell, String reason) implements PlannedCell {
        @Override
        public CellEntry entry() {
            return PlannedCell.entry(cell, null, reason);
        }

        @Override
        public PlannedCell ofBuild(Build build) {
            return new Skipped(cell.of(build), reason);
        }
    }

    /** Returns the planned cell that an entry of study.json stands for. */
    static PlannedCell of(CellEntry entry) {
        Build build = entry.build() == null ? null : Build.of(entry.build());
        Cell cell = new Cell(workload(entry), entry.jdk(), Tier.valueOf(entry.tier()), build);
        CellRun run = entry.run();
        if (run == null) {
            return new Skipped(cell, String.valueOf(entry.skipped()));
        }
        int warmupMillis = Objects.requireNonNullElse(run.warmupMillis(), run.iterationMillis());
        Effort effort =
                new Effort(run.warmupIterations(), warmupMillis, run.measuredIterations(), run.iterationMillis());
        return new Measured(
                cell, effort, run.heapMegabytes(), run.probedMillis(), run.settledMillis(), entry.predictedBytes());
    }

    private static Workload workload(CellEntry entry) {
        if (entry.strategy() != null && entry.max() != null && entry.loops() != null) {
            return new Sieving(SieveStrategy.fromId(entry.strategy()), entry.max(), entry.loops());
        }
        if (entry.range() != null) {
            return new Counting(Yardstick.of(entry.benchmark()), YardstickRange.valueOf(entry.range()));
        }
        throw new IllegalArgumentException("unknown benchmark '" + entry.benchmark() + "' in the study's plan");
    }

    private static CellEntry entry(Cell cell, @Nullable Measured measured, @Nullable String skipped) {
        CellRun run = measured == null
                ? null
                : new CellRun(
                        measured.heapMegabytes(),
                        measured.effort().warmupIterations(),
                        measured.effort().warmupMillis(),
                        measured.effort().slices(),
                        measured.effort().sliceMillis(),
                        measured.probedMillis(),
                        measured.settledMillis());
        Sieving sieving = cell.workload() instanceof Sieving found ? found : null;
        return new CellEntry(
                cell.workload().benchmark(),
                sieving == null ? null : sieving.strategy().id(),
                sieving == null ? null : Long.valueOf(sieving.max()),
                sieving == null ? null : Integer.valueOf(sieving.loops()),
                cell.workload() instanceof Counting counting ? counting.range().name() : null,
                cell.jdk(),
                cell.tier().name(),
                cell.build() == null ? null : cell.build().label(),
                measured == null ? null : measured.predictedBytes(),
                run,
                skipped);
    }
}
