package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.results.text.Durations;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Prints a line for each round and every few seconds: round, cell, time gone and time left.
 *
 * <p>The time left is what the plan expects of the cells to come, corrected by how the finished ones compare with it.
 */
final class Progress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final PrintStream out;
    private final StudyPlan plan;
    private final long startNanos = System.nanoTime();
    private long nextLineNanos = startNanos;
    private long expectedMillisDone;
    private long expectedMillisLeft;

    /** The progress of a study that has so many rounds behind it. */
    Progress(PrintStream out, StudyPlan plan, int roundsDone) {
        this.out = out;
        this.plan = plan;
        this.expectedMillisLeft = plan.expected(plan.rounds() - roundsDone).toMillis();
    }

    /** Says, at the start of a round and now and then, that the cell is about to run. */
    void next(int round, int cellOfRound, Measured planned) {
        long now = System.nanoTime();
        if (cellOfRound == 1 || now >= nextLineNanos) {
            nextLineNanos = now + BETWEEN_LINES.toNanos();
            out.printf(
                    Locale.ROOT,
                    "round %d/%d  cell %d/%d  elapsed %s  left about %s  %s%n",
                    round,
                    plan.rounds(),
                    cellOfRound,
                    plan.measured().size(),
                    Durations.text(elapsed(now)),
                    Durations.text(left(now)),
                    planned.cell());
        }
    }

    /** Reports that a fork is run again. */
    void again(int round, int repeat, Measured planned) {
        out.printf(
                Locale.ROOT,
                "round %d again, the machine was slow: repeat %d of at most %d  elapsed %s  %s%n",
                round,
                repeat,
                Gate.MOST_REPEATS,
                Durations.text(elapsed(System.nanoTime())),
                planned.cell());
    }

    /** Counts a finished cell. */
    void done(Measured planned) {
        expectedMillisDone += planned.expectedMillis();
        expectedMillisLeft -= planned.expectedMillis();
    }

    private Duration elapsed(long now) {
        return Duration.ofNanos(now - startNanos);
    }

    private Duration left(long now) {
        double pace = expectedMillisDone == 0 ? 1 : (double) elapsed(now).toMillis() / expectedMillisDone;
        return Duration.ofMillis(Math.round(expectedMillisLeft * pace));
    }
}
