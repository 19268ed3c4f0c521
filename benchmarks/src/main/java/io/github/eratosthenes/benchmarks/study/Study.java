package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.ForkRunner.Fork;
import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /**
     * A study that goes on from the rounds that its folder keeps, none at first.
     *
     * @param clock times this sitting
     */
    Study(StudyPlan plan, List<Jvm> jvms, ResultFolder folder, SittingClock clock) throws IOException {
        this.plan = plan;
        this.jvms = List.copyOf(jvms);
        this.jvmOfLabel = jvms.stream().collect(Collectors.toMap(Jvm::label, Function.identity()));
        this.folder = folder;
        this.unfinished = new UnfinishedStudy(folder);
        this.rounds = unfinished.rounds(plan.measured());
        this.clock = clock;
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
        plan.file(rounds.size()).write(folder.study());
        clock.environment(rounds.size()).write(folder.environment());
        unfinished.start(jvms);
        try (PrintStream log = unfinished.openLog()) {
            ForkRunner runner = new ForkRunner(log);
            Progress progress = new Progress(out, plan, rounds.size());
            for (int round = rounds.size() + 1; round <= plan.rounds(); round++) {
                List<Fork> forks = run(round, runner, progress);
                unfinished.keep(round, forks);
                rounds.add(forks);
                write();
            }
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
            forks[place] = runner.run(
                    planned,
                    Objects.requireNonNull(jvmOfLabel.get(planned.cell().jdk())));
            progress.done(planned);
        }
        return Arrays.asList(forks);
    }

    private void write() throws IOException {
        rounds.writeJmhJson(folder.jmh());
        rounds.writeWarmup(folder.warmup());
        plan.file(rounds.size()).write(folder.study());
        clock.environment(rounds.size()).write(folder.environment());
    }
}
