package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.Workload.Ruling;
import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.Ruler;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.files.StudyFile.CellRun;
import org.jspecify.annotations.Nullable;

/** A cell of the plan: to be measured, or left out for a reason that the report shows. */
sealed interface PlannedCell {

    Cell cell();

    /** Returns the cell as study.json has it. */
    CellEntry entry();

    /**
     * To be measured.
     *
     * @param effort how long it is run in each round
     * @param heapMegabytes the heap of its JVM, fixed
     * @param probedMillis how long one warm operation takes by the probe; 0 for a ruler
     * @param predictedBytes what one sieving is predicted to allocate in the cell's JVM; null for a ruler
     */
    record Measured(
            Cell cell,
            Effort effort,
            long heapMegabytes,
            double probedMillis,
            @Nullable Long predictedBytes) implements PlannedCell {
        @Override
        public CellEntry entry() {
            return PlannedCell.entry(cell, this, null);
        }

        /** Returns about how long the cell takes in each round. */
        long expectedMillis() {
            return effort.expectedMillis(probedMillis);
        }
    }

    /** Left out. */
    record Skipped(Cell cell, String reason) implements PlannedCell {
        @Override
        public CellEntry entry() {
            return PlannedCell.entry(cell, null, reason);
        }
    }

    /** Returns the planned cell that an entry of study.json stands for. */
    static PlannedCell of(CellEntry entry) {
        Cell cell = new Cell(workload(entry), entry.jdk(), Tier.valueOf(entry.tier()));
        CellRun run = entry.run();
        if (run == null) {
            return new Skipped(cell, String.valueOf(entry.skipped()));
        }
        Effort effort = new Effort(run.warmupIterations(), run.measuredIterations(), run.iterationMillis());
        return new Measured(cell, effort, run.heapMegabytes(), run.probedMillis(), entry.predictedBytes());
    }

    private static Workload workload(CellEntry entry) {
        if (entry.strategy() != null && entry.max() != null && entry.loops() != null) {
            return new Sieving(SieveStrategy.fromId(entry.strategy()), entry.max(), entry.loops());
        }
        return Ruler.of(entry.benchmark())
                .map(Ruling::new)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown benchmark '" + entry.benchmark() + "' in the study's plan"));
    }

    private static CellEntry entry(Cell cell, @Nullable Measured measured, @Nullable String skipped) {
        CellRun run = measured == null
                ? null
                : new CellRun(
                        measured.heapMegabytes(),
                        measured.effort().warmupIterations(),
                        measured.effort().measuredIterations(),
                        measured.effort().iterationMillis(),
                        measured.probedMillis());
        String benchmark = cell.workload().benchmark();
        String tier = cell.tier().name();
        if (!(cell.workload() instanceof Sieving sieving)) {
            return new CellEntry(benchmark, null, null, null, cell.jdk(), tier, null, run, skipped);
        }
        return new CellEntry(
                benchmark,
                sieving.strategy().id(),
                sieving.max(),
                sieving.loops(),
                cell.jdk(),
                tier,
                measured == null ? null : measured.predictedBytes(),
                run,
                skipped);
    }
}
