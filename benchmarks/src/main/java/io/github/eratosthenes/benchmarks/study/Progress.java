package io.github.eratosthenes.benchmarks.study;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Prints a line every few seconds: round, cell, time gone and time left. */
final class Progress {

    private static final long SECONDS_BETWEEN_LINES = 10;

    private final PrintStream out;
    private final int rounds;
    private final int cells;
    private final long startNanos = System.nanoTime();
    private long lastNanos =
            startNanos - Duration.ofSeconds(SECONDS_BETWEEN_LINES).toNanos();
    private int forksDone;

    /** A study of so many rounds still to run, of so many cells each. */
    Progress(PrintStream out, int rounds, int cells) {
        this.out = out;
        this.rounds = rounds;
        this.cells = cells;
    }

    /** Says, now and then, that the cell is about to run. */
    void next(int round, int lastRound, int cellOfRound, Cell cell) {
        long now = System.nanoTime();
        if (now - lastNanos >= Duration.ofSeconds(SECONDS_BETWEEN_LINES).toNanos()) {
            lastNanos = now;
            out.printf(
                    Locale.ROOT,
                    "round %d/%d  cell %d/%d  elapsed %s  left %s  %s%n",
                    round,
                    lastRound,
                    cellOfRound,
                    cells,
                    text(now - startNanos),
                    left(now - startNanos),
                    cell);
        }
    }

    /** Counts a finished cell. */
    void done() {
        forksDone++;
    }

    private String left(long elapsedNanos) {
        if (forksDone == 0) {
            return "?";
        }
        long forksLeft = (long) rounds * cells - forksDone;
        return "about " + text(elapsedNanos / forksDone * forksLeft);
    }

    static String text(long nanos) {
        Duration time = Duration.ofNanos(nanos);
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%dh%02dm", time.toHours(), time.toMinutesPart())
                : String.format(Locale.ROOT, "%dm%02ds", time.toMinutes(), time.toSecondsPart());
    }
}
