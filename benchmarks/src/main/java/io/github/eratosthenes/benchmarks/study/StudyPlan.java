package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.benchmarks.study.PlannedCell.Skipped;
import io.github.eratosthenes.benchmarks.study.Workload.Ruler;
import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import io.github.eratosthenes.core.SieveStrategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Every cell of a study, measured or skipped, in the order of its tables and files. */
record StudyPlan(List<PlannedCell> cells) {

    /** What a heap has beyond the strategy's own storage. */
    private static final long BASE_HEAP_MEGABYTES = 64;

    /**
     * How many times the predicted bytes a heap has: half of it is the young generation, and eight tenths of that are
     * eden, which has to hold one operation's array with room to spare.
     */
    private static final long HEAP_PER_PREDICTED_BYTE = 4;

    StudyPlan {
        cells = List.copyOf(cells);
    }

    /** Plans every combination of the settings, and both rulers on each JVM and tier. */
    static StudyPlan of(StudySettings settings, long machineMegabytes) {
        List<PlannedCell> cells = new ArrayList<>();
        for (Jvm jvm : settings.jvms()) {
            for (Tier tier : settings.tiers()) {
                for (Ruler ruler : Ruler.values()) {
                    cells.add(new Measured(new Cell(ruler, jvm.label(), tier), settings.effort(), BASE_HEAP_MEGABYTES));
                }
                for (StudySettings.Size size : settings.sizes()) {
                    for (SieveStrategy strategy : settings.strategies()) {
                        Sieving sieving = new Sieving(strategy, size.max(), size.loops());
                        cells.add(plan(new Cell(sieving, jvm.label(), tier), sieving, settings, machineMegabytes));
                    }
                }
            }
        }
        return new StudyPlan(cells);
    }

    private static PlannedCell plan(Cell cell, Sieving sieving, StudySettings settings, long machineMegabytes) {
        long highestMax = sieving.strategy().traits().highestMax();
        if (sieving.max() > highestMax) {
            return new Skipped(cell, "above " + highestMax + ", the strategy's highest max");
        }
        long heap = heapMegabytes(sieving);
        if (heap > machineMegabytes) {
            return new Skipped(
                    cell, "needs a heap of " + heap + " MB, above the " + machineMegabytes + " MB of this machine");
        }
        return new Measured(cell, settings.effort(), heap);
    }

    private static long heapMegabytes(Sieving sieving) {
        long bytes = sieving.strategy().traits().bytesFor(sieving.max());
        return BASE_HEAP_MEGABYTES + HEAP_PER_PREDICTED_BYTE * bytes / (1 << 20);
    }

    /** Returns the cells to be measured, in the plan's order. */
    List<Measured> measured() {
        return cells.stream()
                .filter(Measured.class::isInstance)
                .map(Measured.class::cast)
                .toList();
    }

    /** Returns the cells left out, in the plan's order. */
    List<Skipped> skipped() {
        return cells.stream()
                .filter(Skipped.class::isInstance)
                .map(Skipped.class::cast)
                .toList();
    }

    /** Returns the measured cells in the order of one round, counted from 1: the same for the same seed. */
    List<Measured> orderOfRound(int round, long seed) {
        List<Measured> order = new ArrayList<>(measured());
        Collections.shuffle(order, new Random(seed + round));
        return order;
    }
}
