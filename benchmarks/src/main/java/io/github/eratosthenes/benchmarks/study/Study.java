package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.results.ResultFolder;
import io.github.eratosthenes.benchmarks.results.StudyFile;
import io.github.eratosthenes.benchmarks.results.StudyFile.CellEntry;
import io.github.eratosthenes.benchmarks.results.WarmupFile;
import io.github.eratosthenes.benchmarks.study.ForkRunner.Fork;
import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs a plan: round after round, each a fork of every measured cell in an order of its own, so that whatever drifts on
 * the machine meets all cells alike. The result files are whole after every round.
 */
final class Study {

    private final StudySettings settings;
    private final StudyPlan plan;
    private final ResultFolder folder;
    private final Map<String, Jvm> jvms;
    private final Rounds rounds;

    Study(StudySettings settings, StudyPlan plan, ResultFolder folder, Rounds rounds) {
        this.settings = settings;
        this.plan = plan;
        this.folder = folder;
        this.rounds = rounds;
        this.jvms = settings.jvms().stream().collect(Collectors.toMap(Jvm::label, Function.identity()));
    }

    /**
     * Runs the rounds that are missing.
     *
     * @param log where JMH's own output goes
     * @param out where the progress goes
     * @throws CellFailedException if a cell cannot be measured
     */
    void run(PrintStream log, PrintStream out) throws IOException, CellFailedException {
        ForkRunner runner = new ForkRunner(log);
        int first = rounds.size() + 1;
        Progress progress =
                new Progress(out, settings.rounds() - first + 1, plan.measured().size());
        for (int round = first; round <= settings.rounds(); round++) {
            rounds.add(run(round, runner, progress));
            write();
        }
    }

    private Map<Cell, Fork> run(int round, ForkRunner runner, Progress progress) throws CellFailedException {
        Map<Cell, Fork> forks = new LinkedHashMap<>();
        for (Measured planned : plan.orderOfRound(round, settings.seed())) {
            Cell cell = planned.cell();
            progress.next(round, settings.rounds(), forks.size() + 1, cell);
            forks.put(cell, runner.run(planned, Objects.requireNonNull(jvms.get(cell.jdk()))));
            progress.done();
        }
        return forks;
    }

    private void write() throws IOException {
        rounds.writeJmhJson(plan.measured(), folder.jmh());
        WarmupFile.write(plan.measured().stream().map(this::trace).toList(), folder.warmup());
        studyFile().write(folder.study());
    }

    private WarmupFile.Trace trace(Measured planned) {
        CellEntry entry = planned.entry();
        return new WarmupFile.Trace(
                entry.benchmark(), new TreeMap<>(entry.parameters()), rounds.warmup(planned.cell()));
    }

    private StudyFile studyFile() {
        return new StudyFile(
                settings.name(),
                settings.rounds(),
                rounds.size(),
                settings.seed(),
                settings.budgetMillis(),
                plan.cells().stream().map(PlannedCell::entry).toList());
    }
}
