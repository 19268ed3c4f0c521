package io.github.eratosthenes.cluster;

import io.github.eratosthenes.cluster.ranges.CostModel;
import io.github.eratosthenes.cluster.ranges.Range;
import io.github.eratosthenes.core.RangeSieve;
import io.github.eratosthenes.core.SieveStrategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long {@code parallel}, all cores without Spark, takes for the same numbers in the same JVM.
 *
 * @param time the time for all numbers of the job
 * @param windows how many windows it was estimated from; 0 where all numbers were counted
 */
record ParallelBaseline(Duration time, int windows) {

    /** Up to here the whole job is counted again; above, its time is estimated from windows. */
    private static final Duration WHOLE = Duration.ofSeconds(30);

    private static final int WINDOWS = 8;

    /** One core's work in a window. */
    private static final double WINDOW_NANOS = 4e9;

    /**
     * Measures the time that the strategy parallel takes for a job's ranges.
     *
     * @param counted the ranges of the job, which are adjacent but where the job was a restarted one
     * @param elapsed the time the job took
     */
    static ParallelBaseline measure(List<Range> counted, Duration elapsed, CostModel cost) {
        List<Range> ranges = joined(counted);
        if (elapsed.compareTo(WHOLE) <= 0) {
            return new ParallelBaseline(time(ranges), 0);
        }
        List<Range> windows = windows(counted, cost);
        double share = work(windows, cost) / work(ranges, cost);
        return new ParallelBaseline(Duration.ofNanos((long) (time(windows).toNanos() / share)), windows.size());
    }

    private static Duration time(List<Range> ranges) {
        RangeSieve parallel = (RangeSieve) SieveStrategy.fromId("parallel").create();
        long start = System.nanoTime();
        for (Range range : ranges) {
            long primes = parallel.count(range.from(), range.to());
            if (primes < 0) {
                throw new IllegalStateException(primes + " primes in " + range);
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static double work(List<Range> ranges, CostModel cost) {
        return ranges.stream().mapToDouble(cost::taskNanos).sum();
    }

    /** Returns evenly spread windows, each from the first number of a task. */
    private static List<Range> windows(List<Range> tasks, CostModel cost) {
        List<Range> sorted = sorted(tasks);
        List<Range> windows = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            Range task = sorted.get((int) ((2L * i + 1) * sorted.size() / (2 * WINDOWS)));
            double share = Math.min(1, WINDOW_NANOS / cost.sieveNanos(task));
            windows.add(new Range(task.from(), task.from() + (long) (share * (task.to() - task.from()))));
        }
        return windows;
    }

    private static List<Range> joined(List<Range> tasks) {
        List<Range> joined = new ArrayList<>();
        for (Range task : sorted(tasks)) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).to() + 1 == task.from()) {
                joined.set(last, new Range(joined.get(last).from(), task.to()));
            } else {
                joined.add(task);
            }
        }
        return joined;
    }

    private static List<Range> sorted(List<Range> ranges) {
        return ranges.stream().sorted(Comparator.comparingLong(Range::from)).toList();
    }
}
