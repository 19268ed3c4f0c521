package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.results.text.Durations;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.StatusLine;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Shows the progress of a study: the time left, the round, the cell and the elapsed time.
 *
 * <p>The time left is the plan's estimate for the remaining cells, corrected by the pace of the finished cells.
 */
final class Progress implements AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final StatusLine line;
    private final StudyPlan plan;
    private final long startNanos = System.nanoTime();
    private int round;
    private int cellOfRound;
    private int cellsOfRound;
    private long expectedMillisDone;
    private long expectedMillisLeft;

    /** Creates the progress of a study with a number of finished rounds. */
    Progress(PrintStream out, StudyPlan plan, int roundsDone) {
        this.line = StatusLine.of(out, BETWEEN_LINES);
        this.plan = plan;
        this.cellsOfRound = plan.measured().size();
        this.expectedMillisLeft = plan.expected(plan.rounds() - roundsDone).toMillis();
    }

    /** Begins a round, counted from 1. */
    void round(int number) {
        round = number;
        cellOfRound = 0;
    }

    /** Shows that the JVM of a cell is about to start. */
    void next(Measured planned) {
        long now = System.nanoTime();
        cellOfRound++;
        String text = String.format(
                Locale.ROOT,
                "left about %s  round %d/%d  cell %d/%d  elapsed %s  %s",
                Durations.text(left(now)),
                round,
                plan.rounds(),
                cellOfRound,
                cellsOfRound,
                Durations.text(elapsed(now)),
                planned.cell());
        if (cellOfRound == 1) {
            line.showAlways(text);
        } else {
            line.show(text);
        }
    }

    /** Expects the forks of some cells to be repeated, each once, for at most a time. */
    void repeats(List<Measured> cells, Duration atMost) {
        long millis = cells.stream().mapToLong(Measured::expectedMillis).sum();
        expectedMillisLeft = Math.min(millis, Math.round(atMost.toMillis() / pace(System.nanoTime())));
    }

    /** Begins to repeat the forks of some cells of a round. */
    void again(int number, List<Measured> cells) {
        round = number;
        cellOfRound = 0;
        cellsOfRound = cells.size();
        line.showAlways(String.format(
                Locale.ROOT,
                "round %d repeats %s, because the machine was slow  elapsed %s",
                number,
                Figures.counted(cells.size(), "cell"),
                Durations.text(elapsed(System.nanoTime()))));
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
        return Duration.ofMillis(Math.round(Math.max(0, expectedMillisLeft) * pace(now)));
    }

    /** Returns the elapsed time divided by the expected time of the finished cells. */
    private double pace(long now) {
        return expectedMillisDone == 0 ? 1 : (double) elapsed(now).toMillis() / expectedMillisDone;
    }

    @Override
    public void close() {
        line.clear();
    }
}
