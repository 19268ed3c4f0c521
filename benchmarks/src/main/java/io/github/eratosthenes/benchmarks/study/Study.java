package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.ForkRunner.Fork;
import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan: round after round, each a fork of every measured cell in an order of its own, so that whatever drifts on
 * the machine meets all cells alike. The result files are whole after every round, and what a later sitting needs to go
 * on is kept beside them.
 */
final class Study {

    private final StudyPlan plan;
    private final List<Jvm> jvms;
    private final Map<String, Jvm> jvmOfLabel;
    private final ResultFolder folder;
    private final UnfinishedStudy unfinished;
    private final Rounds rounds;
    private final SittingClock clock;
    private final Gate gate;
    private final @Nullable Path otherJar;

    /**
     * A study that goes on from the rounds that its folder keeps, none at first.
     *
     * @param otherJar the other build, for a plan that has its cells
     * @param clock times this sitting
     * @param gate decides which forks are run again
     */
    Study(StudyPlan plan, List<Jvm> jvms, @Nullable Path otherJar, ResultFolder folder, SittingClock clock, Gate gate)
            throws IOException {
        this.plan = plan;
        this.jvms = List.copyOf(jvms);
        this.jvmOfLabel = jvms.stream().collect(Collectors.toMap(Jvm::label, Function.identity()));
        this.folder = folder;
        this.unfinished = new UnfinishedStudy(folder);
        this.rounds = unfinished.rounds(plan.measured());
        this.clock = clock;
        this.otherJar = otherJar;
        this.gate = gate;
        for (int round = 0; round < rounds.size(); round++) {
            note(rounds.round(round));
        }
    }

    /** Returns how many rounds are finished. */
    int roundsDone() {
        return rounds.size();
    }

    /**
     * Runs the rounds that are missing and writes the result files, which an earlier sitting may have been kept from
     * writing after its last round. The rounds stay kept until {@link UnfinishedStudy#discard()}.
     *
     * @param out where the progress goes
     * @throws CellFailedException if a cell cannot be measured
     */
    void run(PrintStream out) throws IOException, CellFailedException {
        writePlan();
        unfinished.start(jvms, otherJar);
        try (PrintStream log = unfinished.openLog()) {
            ForkRunner runner = new ForkRunner(log);
            Progress progress = new Progress(out, plan, rounds.size());
            for (int round = rounds.size() + 1; round <= plan.rounds(); round++) {
                List<Fork> forks = run(round, runner, progress);
                unfinished.keep(round, forks);
                rounds.add(forks);
                write();
            }
            repeatSlowForks(runner, progress);
        }
        write();
    }

    private List<Fork> run(int round, ForkRunner runner, Progress progress) throws CellFailedException {
        List<Measured> cells = plan.measured();
        Fork[] forks = new Fork[cells.size()];
        int cellOfRound = 0;
        for (int place : plan.orderOfRound(round)) {
            Measured planned = cells.get(place);
            progress.next(round, ++cellOfRound, planned);
            forks[place] = fork(planned, runner);
            progress.done(planned);
        }
        note(Arrays.asList(forks));
        return Arrays.asList(forks);
    }

    private Fork fork(Measured planned, ForkRunner runner) throws CellFailedException {
        Jvm jvm = Objects.requireNonNull(jvmOfLabel.get(planned.cell().jdk()));
        Fork fork = runner.run(planned, jvm, otherJar);
        gate.note(planned.cell(), fork);
        return fork;
    }

    private void note(List<Fork> round) {
        List<Measured> cells = plan.measured();
        for (int place = 0; place < cells.size(); place++) {
            gate.note(cells.get(place).cell(), round.get(place));
        }
    }

    /**
     * Runs the forks again that met a slow machine. It waits with that for the last round: by then the study's best readings
     * are known, and what slowed the machine down may be over.
     */
    private void repeatSlowForks(ForkRunner runner, Progress progress) throws IOException, CellFailedException {
        boolean repeated;
        do {
            repeated = false;
            for (int round = 0; round < rounds.size(); round++) {
                if (repeatSlowForks(round, runner, progress)) {
                    unfinished.keep(round + 1, rounds.round(round));
                    repeated = true;
                }
            }
        } while (repeated);
    }

    private boolean repeatSlowForks(int round, ForkRunner runner, Progress progress) throws CellFailedException {
        List<Measured> cells = plan.measured();
        boolean repeated = false;
        for (int place : plan.orderOfRound(round + 1)) {
            Measured planned = cells.get(place);
            Fork earlier = rounds.fork(round, place);
            if (gate.isToRepeat(planned.cell(), earlier)) {
                progress.again(round + 1, earlier.repeats() + 1, planned);
                Fork again = fork(planned, runner);
                rounds.replace(round, place, gate.better(planned.cell(), earlier, again));
                repeated = true;
            }
        }
        return repeated;
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
