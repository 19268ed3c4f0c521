package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.benchmarks.study.PlannedCell.Skipped;
import io.github.eratosthenes.benchmarks.study.Probe.Probed;
import io.github.eratosthenes.benchmarks.study.Workload.Counting;
import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import io.github.eratosthenes.results.files.StudyFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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

    /** The memory that a JVM needs in addition to its heap. */
    private static final long BESIDE_HEAP_MEGABYTES = 64;

    StudyPlan {
        cells = List.copyOf(cells);
    }

    /**
     * Plans every combination of the settings.
     *
     * @param settings the settings of the study
     * @param machineMegabytes the memory that a heap must fit into
     * @param probe measures how long an operation takes
     * @throws IOException if the probe fails
     */
    static StudyPlan of(StudySettings settings, long machineMegabytes, Probe probe) throws IOException {
        List<PlannedCell> cells = new ArrayList<>();
        for (Jvm jvm : settings.jvms()) {
            for (Tier tier : settings.tiers()) {
                for (Workload workload : settings.workloads()) {
                    PlannedCell cell =
                            plan(new Cell(workload, jvm.label(), tier), jvm, settings, machineMegabytes, probe);
                    cells.addAll(settings.builds().isEmpty() ? List.of(cell) : ofBuilds(cell, settings.builds()));
                }
            }
        }
        return new StudyPlan(settings.name(), settings.rounds(), settings.seed(), settings.budgetMillis(), cells);
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
     * Returns the order of a round, as batches of indices into {@link #measured()}. The JVMs of a batch live side by side. The same
     * seed and memory give the same order. The strategies of one size, in both builds, share a batch if they fit. A batch has as
     * many sizes as fit, so that the slices of each JVM are spread over a long time.
     *
     * @param round the round, counted from 1
     * @param megabytes the most memory for the JVMs of a batch; a single JVM that needs more has its own batch
     */
    List<List<Integer>> batchesOfRound(int round, long megabytes) {
        List<Measured> cells = measured();
        Map<String, List<Integer>> ofOneSize = new LinkedHashMap<>();
        for (int place = 0; place < cells.size(); place++) {
            Cell cell = cells.get(place).cell();
            String size = cell.jdk() + " " + cell.tier() + " " + cell.workload().size();
            ofOneSize.computeIfAbsent(size, key -> new ArrayList<>()).add(place);
        }
        Random random = new Random(seed + round);
        List<List<Integer>> sizes = new ArrayList<>(ofOneSize.values());
        sizes.forEach(places -> Collections.shuffle(places, random));
        Collections.shuffle(sizes, random);
        List<List<Integer>> batches = new ArrayList<>();
        for (List<Integer> places : sizes) {
            List<Integer> last = batches.isEmpty() ? List.of() : batches.get(batches.size() - 1);
            if (!last.isEmpty() && megabytes(last) + megabytes(places) <= megabytes) {
                last.addAll(places);
            } else {
                batches.addAll(thatFit(places, megabytes));
            }
        }
        batches.forEach(places -> Collections.shuffle(places, random));
        return batches;
    }

    /** Splits the cells of a size if their JVMs would not fit into memory at once. */
    private List<List<Integer>> thatFit(List<Integer> places, long megabytes) {
        List<List<Integer>> batches = new ArrayList<>(List.of(new ArrayList<>()));
        for (int place : places) {
            List<Integer> last = batches.get(batches.size() - 1);
            if (!last.isEmpty() && megabytes(last) + megabytes(List.of(place)) > megabytes) {
                batches.add(new ArrayList<>(List.of(place)));
            } else {
                last.add(place);
            }
        }
        return batches;
    }

    /** Returns the memory that the JVMs of these cells need. */
    private long megabytes(List<Integer> places) {
        List<Measured> cells = measured();
        return places.stream()
                .mapToLong(place -> cells.get(place).heapMegabytes() + BESIDE_HEAP_MEGABYTES)
                .sum();
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
