package io.github.eratosthenes.cluster;

import io.github.eratosthenes.cluster.ranges.CostModel;
import io.github.eratosthenes.cluster.ranges.Range;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Tracks how far a job is, by estimated work rather than by number of ranges.
 *
 * <p>In a restarted job, only the work of this run counts.
 */
final class Progress {

    private static final long MIN_SILENCE_NANOS = 2_000_000_000L;
    private static final long MAX_SILENCE_NANOS = 60_000_000_000L;
    private static final double STEP = 0.01;

    private final CostModel cost;
    private final int ranges;
    private final double work;
    private final long startNanos;
    private int rangesDone;
    private double workDone;
    private long printedNanos;
    private double printedShare;

    /**
     * Starts at nothing done.
     *
     * @param cost what a range costs
     * @param ranges the ranges of this run
     * @param startNanos the time, by {@link System#nanoTime()}
     */
    Progress(CostModel cost, List<Range> ranges, long startNanos) {
        this.cost = cost;
        this.ranges = ranges.size();
        this.work = ranges.stream().mapToDouble(cost::taskNanos).sum();
        this.startNanos = startNanos;
        this.printedNanos = startNanos;
    }

    void finished(Range range) {
        rangesDone++;
        workDone += cost.taskNanos(range);
    }

    /** Returns whether it is time for another line: a step further, but not too often, nor silent for too long. */
    boolean isDue(long nowNanos) {
        long silence = nowNanos - printedNanos;
        boolean step = workDone / work - printedShare >= STEP;
        return silence >= MAX_SILENCE_NANOS || (step && silence >= MIN_SILENCE_NANOS);
    }

    /** Returns the line for now. */
    String line(long nowNanos) {
        printedNanos = nowNanos;
        printedShare = workDone / work;
        Duration left = Duration.ofNanos((long) ((nowNanos - startNanos) * ((work - workDone) / workDone)));
        return String.format(
                Locale.ROOT,
                "%5.1f %%  %d of %d ranges, %s left",
                100 * printedShare,
                rangesDone,
                ranges,
                workDone > 0 ? text(left) : "unknown time");
    }

    /** Returns a duration as people write it: {@code 8 s}, {@code 3:05 min}, {@code 26:40 h}. */
    static String text(Duration duration) {
        long seconds = duration.plusMillis(500).toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds % 3600 / 60);
    }
}
