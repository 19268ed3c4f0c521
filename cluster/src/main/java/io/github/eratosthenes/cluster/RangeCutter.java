package io.github.eratosthenes.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts ranges into tasks that take about equal time.
 *
 * <p>There are many more tasks than cores, so that a slow core takes fewer of them and the wait for the last one is short;
 * and not too many, so that what a task costs beside its sieving stays small. Every power of ten ends a task: whatever the
 * cut, the finished ranges then add up to a table.
 */
final class RangeCutter {

    /** Tasks a core: the wait for the last task, half a task on average, is then about 2 % of the job. */
    private static final int TASKS_PER_CORE = 24;

    private static final int FEW_TASKS_PER_CORE = 8;

    /** The set-up may take one part in this many of a task. */
    private static final int SET_UP_SHARE = 20;

    /** Below this a task is mostly dispatch. */
    private static final double SHORTEST_TASK_NANOS = 100e6;

    /** A lost executor loses up to this much work a core, and the results file grows this often. */
    private static final double LONGEST_TASK_NANOS = 60e9;

    /** The driver keeps some kilobytes for each task of a running job. */
    private static final int MOST_TASKS = 100_000;

    private final CostModel cost;
    private final int cores;
    private final int coresToCome;

    /**
     * Makes a cutter for a cluster.
     *
     * @param cost what a task costs
     * @param cores the cores at hand, 1 or more
     * @param coresToCome the cores that there may be while the job runs, {@code cores} or more
     */
    RangeCutter(CostModel cost, int cores, int coresToCome) {
        this.cost = cost;
        this.cores = cores;
        this.coresToCome = coresToCome;
    }

    /**
     * Cuts ranges into tasks.
     *
     * @param ranges disjoint ranges
     * @return ranges that cover the same numbers, none of them twice, the longest tasks first
     */
    List<Range> cut(List<Range> ranges) {
        List<Range> pieces = new ArrayList<>();
        for (Range range : ranges) {
            addBetweenPowersOfTen(range, pieces);
        }
        double target = targetNanos(pieces);
        List<Range> tasks = new ArrayList<>();
        for (Range piece : pieces) {
            addEqualParts(piece, target, tasks);
        }
        tasks.sort(Comparator.comparingDouble(cost::taskNanos).reversed());
        return tasks;
    }

    private static void addBetweenPowersOfTen(Range range, List<Range> pieces) {
        long from = range.from();
        for (long power = 10; power < range.to(); power *= 10) {
            if (from < power) {
                pieces.add(new Range(from, power));
                from = power + 1;
            }
            if (power > Long.MAX_VALUE / 10) {
                break;
            }
        }
        pieces.add(new Range(from, range.to()));
    }

    /** Returns how long the sieving of one task should take. */
    private double targetNanos(List<Range> pieces) {
        double work = 0;
        double setUp = 0;
        for (Range piece : pieces) {
            work += cost.sieveNanos(piece);
            setUp = Math.max(setUp, cost.setUpNanos(piece.to()));
        }
        double evenLoad = Math.min(work / coresToCome / TASKS_PER_CORE, LONGEST_TASK_NANOS);
        double smallSetUp = Math.min(SET_UP_SHARE * setUp, work / cores);
        double lowest = Math.max(SHORTEST_TASK_NANOS, work / MOST_TASKS);
        return Math.max(lowest, Math.max(evenLoad, smallSetUp));
    }

    private void addEqualParts(Range piece, double target, List<Range> tasks) {
        double work = cost.sieveNanos(piece);
        int parts = evenOnCores((int) Math.max(1, Math.ceil(work / target)));
        long from = piece.from();
        for (int part = 1; part < parts && from < piece.to(); part++) {
            long to = lastWithin(new Range(from, piece.to()), work / parts);
            tasks.add(new Range(from, to));
            from = to + 1;
        }
        tasks.add(new Range(from, piece.to()));
    }

    /** Returns a multiple of the cores where tasks are so few that a last odd one would keep the others waiting. */
    private int evenOnCores(int parts) {
        return parts < cores || parts > FEW_TASKS_PER_CORE * cores ? parts : (parts + cores - 1) / cores * cores;
    }

    /** Returns the last number to which sieving from a range's first costs at most a budget; below the range's last. */
    private long lastWithin(Range range, double budget) {
        long low = range.from();
        long high = range.to() - 1;
        while (low < high) {
            long middle = low + (high - low) / 2 + 1;
            if (cost.sieveNanos(new Range(range.from(), middle)) <= budget) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
