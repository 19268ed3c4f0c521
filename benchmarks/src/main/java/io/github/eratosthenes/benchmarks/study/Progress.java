package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.results.text.Durations;
import io.github.eratosthenes.results.text.Figures;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
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
    private int round;
    private int cellOfRound;
    private int cellsOfRound;
    private long expectedMillisDone;
    private long expectedMillisLeft;

    /** The progress of a study that has so many rounds behind it. */
    Progress(PrintStream out, StudyPlan plan, int roundsDone) {
        this.out = out;
        this.plan = plan;
        this.cellsOfRound = plan.measured().size();
        this.expectedMillisLeft = plan.expected(plan.rounds() - roundsDone).toMillis();
    }

    /** Begins a round, counted from 1. */
    void round(int number) {
        round = number;
        cellOfRound = 0;
        nextLineNanos = System.nanoTime();
    }

    /** Says, at the start of a round and now and then, that the JVM of a cell is about to start. */
    void next(Measured planned) {
        long now = System.nanoTime();
        cellOfRound++;
        if (now >= nextLineNanos) {
            nextLineNanos = now + BETWEEN_LINES.toNanos();
            out.printf(
                    Locale.ROOT,
                    "round %d/%d  cell %d/%d  elapsed %s  left about %s  %s%n",
                    round,
                    plan.rounds(),
                    cellOfRound,
                    cellsOfRound,
                    Durations.text(elapsed(now)),
                    Durations.text(left(now)),
                    planned.cell());
        }
    }

    /** Begins to repeat the forks of some cells of a round. */
    void again(int number, List<Measured> cells) {
        round = number;
        cellOfRound = 0;
        cellsOfRound = cells.size();
        nextLineNanos = Long.MAX_VALUE;
        out.printf(
                Locale.ROOT,
                "round %d again for %s, where the machine was slow  elapsed %s%n",
                number,
                Figures.counted(cells.size(), "cell"),
                Durations.text(elapsed(System.nanoTime())));
    }

    /** Counts finished cells. */
    void done(List<Measured> cells) {
        long millis = cells.stream().mapToLong(Measured::expectedMillis).sum();
        expectedMillisDone += millis;
        expectedMillisLeft -= millis;
    }

    private Duration elapsed(long now) {
        return Duration.ofNanos(now - startNanos);
    }

    private Duration left(long now) {
        double pace = expectedMillisDone == 0 ? 1 : (double) elapsed(now).toMillis() / expectedMillisDone;
        return Duration.ofMillis(Math.round(expectedMillisLeft * pace));
    }
}
