package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.benchmarks.study.PlannedCell.Skipped;
import io.github.eratosthenes.benchmarks.study.Probe.Probed;
import io.github.eratosthenes.benchmarks.study.Workload.Counting;
import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import io.github.eratosthenes.results.files.StudyFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a study: every cell, measured or skipped, in the order of its tables and files.
 *
 * @param name quick, full, yardstick or custom
 * @param rounds how often every measured cell runs
 * @param seed the seed of the random order of the cells in each round
 * @param budgetMillis the longest time of an operation that is still measured
 * @param cells the cells
 */
record StudyPlan(String name, int rounds, long seed, long budgetMillis, List<PlannedCell> cells) {

    /** The size of a heap beyond the strategy's own storage. */
    private static final long BASE_HEAP_MEGABYTES = 64;

    /**
     * The size of a heap divided by the predicted bytes. Half of a heap is the young generation, and eight tenths of that are
     * eden, which has to hold one operation's array with room to spare.
     */
    private static final long HEAP_PER_PREDICTED_BYTE = 4;

    /** Enough for the sieves' lists of primes up to the square root of 10^18, with room for several operations. */
    private static final long HEAP_OF_YARDSTICK_MEGABYTES = 1_024;

    /**
     * The most memory for the heaps of JVMs that live side by side. It is a constant, not a share of the machine's memory, so that a
     * seed gives the same order everywhere. A single heap that is larger has its own batch.
     */
    static final int BATCH_MEGABYTES = 6_144;

    StudyPlan {
        cells = List.copyOf(cells);
    }

    /**
     * Plans every combination of the settings.
     *
     * @param settings the settings of the study
     * @param machineMegabytes the memory that a heap must fit into
     * @param probe measures how long an operation takes; is asked by several threads at once
     * @throws IOException if the probe fails
     */
    static StudyPlan of(StudySettings settings, long machineMegabytes, Probe probe) throws IOException {
        List<Callable<PlannedCell>> planning = new ArrayList<>();
        for (Jvm jvm : settings.jvms()) {
            for (Tier tier : settings.tiers()) {
                for (Workload workload : settings.workloads()) {
                    Cell cell = new Cell(workload, jvm.label(), tier);
                    planning.add(() -> plan(cell, jvm, settings, machineMegabytes, probe));
                }
            }
        }
        List<PlannedCell> cells = new ArrayList<>();
        for (PlannedCell cell : severalAtOnce(planning)) {
            cells.addAll(settings.builds().isEmpty() ? List.of(cell) : ofBuilds(cell, settings.builds()));
        }
        return new StudyPlan(settings.name(), settings.rounds(), settings.seed(), settings.budgetMillis(), cells);
    }

    /** Plans as many cells at once as JVMs will warm up at once. If one fails, the probes that run are ended. */
    private static List<PlannedCell> severalAtOnce(List<Callable<PlannedCell>> planning) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(Batch.WARM_UPS_AT_ONCE);
        try {
            List<Future<PlannedCell>> planned =
                    planning.stream().map(threads::submit).toList();
            List<PlannedCell> cells = new ArrayList<>();
            for (Future<PlannedCell> cell : planned) {
                cells.add(cell.get());
            }
            return cells;
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while probing");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Reads the plan from a result folder's study.json. */
    static StudyPlan of(StudyFile file) {
        return new StudyPlan(
                file.study(),
                file.rounds(),
                file.seed(),
                file.budgetMillis(),
                file.cells().stream().map(PlannedCell::of).toList());
    }

    private static List<PlannedCell> ofBuilds(PlannedCell cell, List<Build> builds) {
        return builds.stream().map(cell::ofBuild).toList();
    }

    private static PlannedCell plan(Cell cell, Jvm jvm, StudySettings settings, long machineMegabytes, Probe probe)
            throws IOException {
        long heap = HEAP_OF_YARDSTICK_MEGABYTES;
        if (cell.workload() instanceof Sieving sieving) {
            long highestMax = sieving.strategy().traits().highestMax();
            if (sieving.max() > highestMax) {
                return new Skipped(cell, "above max " + highestMax + ", the strategy's limit");
            }
            heap = heapMegabytes(sieving);
        } else if (cell.workload() instanceof Counting counting
                && counting.yardstick().missing().isPresent()) {
            return new Skipped(cell, counting.yardstick().missing().get());
        }
        if (heap > machineMegabytes) {
            return new Skipped(cell, "above this machine's memory: needs " + heap + " of " + machineMegabytes + " MB");
        }
        int loops = cell.workload() instanceof Sieving sieving ? sieving.loops() : 1;
        Optional<Probed> probed = probe.probe(cell.workload(), jvm, cell.tier(), heap)
                .filter(few -> few.firstMillis() + (loops - 1) * few.lastMillis() <= settings.budgetMillis());
        if (probed.isEmpty()) {
            return new Skipped(cell, "above the budget of " + settings.budgetMillis() + " ms per operation");
        }
        double operation = probed.get().lastMillis() * loops;
        Long settled = probed.get().settledMillis();
        return new Measured(
                cell,
                settings.effort().forCell(operation, settled == null ? Effort.LONGEST_WARMUP_MILLIS : settled),
                heap,
                operation,
                settled,
                cell.workload() instanceof Sieving ? Long.valueOf(probed.get().predictedBytes()) : null);
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

    /** Returns the skipped cells, in the plan's order. */
    List<Skipped> skipped() {
        return cells.stream()
                .filter(Skipped.class::isInstance)
                .map(Skipped.class::cast)
                .toList();
    }

    /**
     * Returns the order of a round, counted from 1, as batches of indices into {@link #measured()}. The JVMs of a batch live side by
     * side. The same seed gives the same order. Cells that are compared share a batch: the strategies of one size, in both builds.
     */
    List<List<Integer>> batchesOfRound(int round) {
        List<Measured> cells = measured();
        Map<String, List<Integer>> ofOneSize = new LinkedHashMap<>();
        for (int place = 0; place < cells.size(); place++) {
            Cell cell = cells.get(place).cell();
            String size = cell.jdk() + " " + cell.tier() + " " + cell.workload().size();
            ofOneSize.computeIfAbsent(size, key -> new ArrayList<>()).add(place);
        }
        Random random = new Random(seed + round);
        List<List<Integer>> batches = new ArrayList<>();
        for (List<Integer> places : ofOneSize.values()) {
            Collections.shuffle(places, random);
            batches.addAll(thatFit(places));
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    /** Splits a batch if its heaps would not fit into memory at once. */
    private List<List<Integer>> thatFit(List<Integer> places) {
        List<Measured> cells = measured();
        List<List<Integer>> batches = new ArrayList<>();
        long megabytes = BATCH_MEGABYTES;
        for (int place : places) {
            long heap = cells.get(place).heapMegabytes() + BASE_HEAP_MEGABYTES;
            if (megabytes + heap > BATCH_MEGABYTES) {
                batches.add(new ArrayList<>());
                megabytes = 0;
            }
            batches.get(batches.size() - 1).add(place);
            megabytes += heap;
        }
        return batches;
    }

    /** Returns an estimate of the time for a number of rounds. */
    Duration expected(int howManyRounds) {
        long round = measured().stream().mapToLong(Measured::expectedMillis).sum();
        return Duration.ofMillis(round * howManyRounds);
    }

    /** Returns the plan's form in study.json. */
    StudyFile file(int roundsDone, StudyFile.@Nullable Gate gate) {
        return new StudyFile(
                name,
                rounds,
                roundsDone,
                seed,
                budgetMillis,
                gate,
                cells.stream().map(PlannedCell::entry).toList());
    }
}
