package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.ForkRunner.Fork;
import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan round after round. Each round has a fork of every measured cell, in its own order, so that a drift of the machine
 * affects all cells alike. The result files are complete after every round. Beside them, the study keeps what a later sitting
 * needs to resume.
 */
final class Study {

    private final StudyPlan plan;
    private final List<Jvm> jvms;
    private final ResultFolder folder;
    private final UnfinishedStudy unfinished;
    private final Rounds rounds;
    private final SittingClock clock;
    private final Gate gate;
    private final Duration repeatsAtMost;
    private final @Nullable Path otherJar;

    /**
     * Creates a study that continues after the rounds in its folder; a new folder has none.
     *
     * @param otherJar the other build, for a plan with its cells
     * @param clock times this sitting
     * @param gate decides which forks are repeated
     * @param repeatsAtMost after this time no further fork of this sitting is repeated
     */
    Study(
            StudyPlan plan,
            List<Jvm> jvms,
            @Nullable Path otherJar,
            ResultFolder folder,
            SittingClock clock,
            Gate gate,
            Duration repeatsAtMost)
            throws IOException {
        this.plan = plan;
        this.jvms = List.copyOf(jvms);
        this.folder = folder;
        this.unfinished = new UnfinishedStudy(folder);
        this.rounds = unfinished.rounds(plan.measured());
        this.clock = clock;
        this.otherJar = otherJar;
        this.gate = gate;
        this.repeatsAtMost = repeatsAtMost;
        for (int round = 0; round < rounds.size(); round++) {
            note(rounds.round(round));
        }
    }

    /** Returns how many rounds are finished. */
    int roundsDone() {
        return rounds.size();
    }

    /**
     * Runs the missing rounds and writes the result files; an earlier sitting may have been interrupted before it wrote them. The
     * rounds are kept until {@link UnfinishedStudy#discard()}.
     *
     * @param out gets the progress
     * @throws CellFailedException if a cell cannot be measured
     */
    @SuppressWarnings("try") // the lock is held, not used
    void run(PrintStream out) throws IOException, CellFailedException {
        writePlan();
        unfinished.start(jvms, otherJar);
        try (PrintStream log = unfinished.openLog();
                JmhLock lock = JmhLock.acquire();
                Progress progress = new Progress(out, plan, rounds.size())) {
            Map<String, Jvm> jvmOfLabel = jvms.stream().collect(Collectors.toMap(Jvm::label, Function.identity()));
            Batch batch =
                    new Batch(new ForkRunner(jvmOfLabel, otherJar, log), Duration.ofMillis(ForkRunner.TIMEOUT_MILLIS));
            for (int round = rounds.size() + 1; round <= plan.rounds(); round++) {
                List<Fork> forks = run(round, batch, progress);
                unfinished.keep(round, forks);
                rounds.add(forks);
                write();
            }
            repeatSlowForks(batch, progress);
        }
        write();
    }

    private List<Fork> run(int round, Batch batch, Progress progress) throws IOException, CellFailedException {
        List<Measured> cells = plan.measured();
        Fork[] forks = new Fork[cells.size()];
        progress.round(round);
        for (List<Integer> places : plan.batchesOfRound(round)) {
            List<Measured> together = places.stream().map(cells::get).toList();
            List<Fork> measured = batch.run(together, progress::next);
            for (int i = 0; i < together.size(); i++) {
                forks[places.get(i)] = measured.get(i);
                gate.note(together.get(i).cell(), measured.get(i));
            }
            progress.done(together);
        }
        return Arrays.asList(forks);
    }

    private void note(List<Fork> round) {
        List<Measured> cells = plan.measured();
        for (int place = 0; place < cells.size(); place++) {
            gate.note(cells.get(place).cell(), round.get(place));
        }
    }

    /**
     * Repeats the forks that met a slow machine. This happens after the last round, when the study's best readings are known and the
     * machine may be fast again. On a machine that stays slow, it ends when its time is over.
     */
    private void repeatSlowForks(Batch batch, Progress progress) throws IOException, CellFailedException {
        long end = System.nanoTime() + repeatsAtMost.toNanos();
        boolean repeated;
        do {
            repeated = false;
            progress.repeats(slowCells(), Duration.ofNanos(end - System.nanoTime()));
            for (int round = 0; round < rounds.size(); round++) {
                for (List<Integer> places : plan.batchesOfRound(round + 1)) {
                    boolean isOver = System.nanoTime() >= end;
                    repeated |= !isOver && repeatSlowForks(round, places, batch, progress);
                }
                if (repeated) {
                    unfinished.keep(round + 1, rounds.round(round));
                }
            }
        } while (repeated);
    }

    /** Returns the cell of every slow fork of every round. */
    private List<Measured> slowCells() {
        List<Measured> cells = plan.measured();
        List<Measured> slow = new ArrayList<>();
        for (int round = 0; round < rounds.size(); round++) {
            for (int place = 0; place < cells.size(); place++) {
                if (isToRepeat(round, place)) {
                    slow.add(cells.get(place));
                }
            }
        }
        return slow;
    }

    private boolean isToRepeat(int round, int place) {
        return gate.isToRepeat(plan.measured().get(place).cell(), rounds.fork(round, place));
    }

    private boolean repeatSlowForks(int round, List<Integer> places, Batch batch, Progress progress)
            throws IOException, CellFailedException {
        List<Measured> cells = plan.measured();
        List<Integer> slow =
                places.stream().filter(place -> isToRepeat(round, place)).toList();
        if (slow.isEmpty()) {
            return false;
        }
        List<Measured> together = slow.stream().map(cells::get).toList();
        progress.again(round + 1, together);
        List<Fork> again = batch.run(together, progress::next);
        for (int i = 0; i < slow.size(); i++) {
            Cell cell = together.get(i).cell();
            gate.note(cell, again.get(i));
            rounds.replace(round, slow.get(i), gate.better(cell, rounds.fork(round, slow.get(i)), again.get(i)));
        }
        progress.done(together);
        return true;
    }

    private void write() throws IOException {
        rounds.writeJmhJson(folder.jmh());
        rounds.writeWarmup(folder.warmup());
        writePlan();
    }

    private void writePlan() throws IOException {
        plan.file(rounds.size(), rounds.gate(gate)).write(folder.study());
        clock.environment(rounds.size()).write(folder.environment());
    }
}
