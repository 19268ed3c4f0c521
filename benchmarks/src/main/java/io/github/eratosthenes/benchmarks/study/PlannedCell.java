package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.results.StudyFile.CellEntry;
import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import io.github.eratosthenes.core.SieveStrategy;
import org.jspecify.annotations.Nullable;

/** A cell of the plan: to be measured, or left out for a reason that the report shows. */
sealed interface PlannedCell {

    Cell cell();

    /** Returns the cell as study.json has it. */
    CellEntry entry();

    /** To be measured, with a fixed heap. */
    record Measured(Cell cell, Effort effort, long heapMegabytes) implements PlannedCell {
        @Override
        public CellEntry entry() {
            return PlannedCell.entry(cell, heapMegabytes, effort, null);
        }
    }

    /** Left out. */
    record Skipped(Cell cell, String reason) implements PlannedCell {
        @Override
        public CellEntry entry() {
            return PlannedCell.entry(cell, null, null, reason);
        }
    }

    /** Returns the planned cell that an entry of study.json stands for. */
    static PlannedCell of(CellEntry entry) {
        Cell cell = new Cell(workload(entry), entry.jdk(), Tier.valueOf(entry.tier()));
        if (entry.warmupIterations() == null
                || entry.measuredIterations() == null
                || entry.iterationMillis() == null
                || entry.heapMegabytes() == null) {
            return new Skipped(cell, String.valueOf(entry.skipped()));
        }
        Effort effort = new Effort(entry.warmupIterations(), entry.measuredIterations(), entry.iterationMillis());
        return new Measured(cell, effort, entry.heapMegabytes());
    }

    private static Workload workload(CellEntry entry) {
        if (entry.strategy() != null && entry.max() != null && entry.loops() != null) {
            return new Sieving(SieveStrategy.fromId(entry.strategy()), entry.max(), entry.loops());
        }
        for (Workload.Ruler ruler : Workload.Ruler.values()) {
            if (ruler.benchmark().equals(entry.benchmark())) {
                return ruler;
            }
        }
        throw new IllegalArgumentException("unknown benchmark '" + entry.benchmark() + "' in the study's plan");
    }

    private static CellEntry entry(
            Cell cell, @Nullable Long heapMegabytes, @Nullable Effort effort, @Nullable String skipped) {
        String benchmark = cell.workload().benchmark();
        String tier = cell.tier().name();
        Integer warmups = effort == null ? null : effort.warmupIterations();
        Integer iterations = effort == null ? null : effort.measuredIterations();
        Integer millis = effort == null ? null : effort.iterationMillis();
        if (!(cell.workload() instanceof Sieving sieving)) {
            return new CellEntry(
                    benchmark,
                    null,
                    null,
                    null,
                    cell.jdk(),
                    tier,
                    null,
                    heapMegabytes,
                    warmups,
                    iterations,
                    millis,
                    skipped);
        }
        return new CellEntry(
                benchmark,
                sieving.strategy().id(),
                sieving.max(),
                sieving.loops(),
                cell.jdk(),
                tier,
                predictedBytes(sieving),
                heapMegabytes,
                warmups,
                iterations,
                millis,
                skipped);
    }

    private static @Nullable Long predictedBytes(Sieving sieving) {
        long max = sieving.max();
        return max > sieving.strategy().traits().highestMax()
                ? null
                : (Long) sieving.strategy().traits().bytesFor(max);
    }
}
