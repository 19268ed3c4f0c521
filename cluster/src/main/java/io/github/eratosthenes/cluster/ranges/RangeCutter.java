package io.github.eratosthenes.cluster.ranges;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts ranges into tasks that take about equal time.
 *
 * <p>There are many more tasks than cores, so that a slow core takes fewer of them; and not too many, so that what a task
 * costs beside its sieving stays small. The last tenth of the work is in shorter tasks, so that the wait for the last one is
 * short as well. Every power of ten ends a range: whatever the cut, the finished ranges then add up to a table. Ranges too
 * small for a task of their own share one.
 */
public final class RangeCutter {

    private static final int TASKS_PER_CORE = 12;

    /** The work in the tasks that come last, as one part in this many. */
    private static final double LAST_SHARE = 10;

    /** Such a task is cut into so many. */
    private static final int LAST_PARTS = 3;

    private static final int FEW_TASKS_PER_CORE = 8;

    /** The set-up may take one part in this many of a task. */
    private static final int SET_UP_SHARE = 20;

    /** What a task costs beside its sieving while the driver's code is not compiled yet may be one part in this many. */
    private static final double FIRST_TASKS_SHARE = 10;

    /** A lost executor loses up to this much work a core, and the results file grows this often. */
    private static final double LONGEST_TASK_NANOS = 60e9;

    /** The driver keeps some kilobytes for each task of a running job. */
    private static final int MOST_TASKS = 100_000;

    private final CostModel cost;
    private final int cores;
    private final int coresToCome;
    private final double shortestTaskNanos;

    /**
     * Makes a cutter for a cluster.
     *
     * @param cost what a task costs
     * @param cores the cores at hand, 1 or more
     * @param coresToCome the cores that there may be while the job runs, {@code cores} or more
     */
    public RangeCutter(CostModel cost, int cores, int coresToCome) {
        this.cost = cost;
        this.cores = cores;
        this.coresToCome = coresToCome;
        this.shortestTaskNanos = FIRST_TASKS_SHARE * cost.firstTasksNanos();
    }

    /**
     * Cuts ranges into tasks.
     *
     * @param ranges disjoint ranges
     * @return tasks whose ranges cover the same numbers, none of them twice, the longest tasks first
     */
    public List<Task> cut(List<Range> ranges) {
        List<Range> pieces = new ArrayList<>();
        for (Range range : ranges) {
            addBetweenPowersOfTen(range, pieces);
        }
        double target = targetNanos(pieces);
        List<Range> cut = new ArrayList<>();
        for (Range piece : pieces) {
            addParts(piece, evenOnCores(parts(piece, target)), cut);
        }
        cut.sort(longestFirst());
        return packed(cut.size() > FEW_TASKS_PER_CORE * cores ? withShortEnd(cut) : cut);
    }

    private Comparator<Range> longestFirst() {
        return Comparator.comparingDouble(cost::taskNanos).reversed();
    }

    /** Cuts the ranges that come last once more. */
    private List<Range> withShortEnd(List<Range> sorted) {
        double last = sorted.stream().mapToDouble(cost::sieveNanos).sum() / LAST_SHARE;
        List<Range> cut = new ArrayList<>();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Range range = sorted.get(i);
            int parts = (int) Math.min(LAST_PARTS, cost.sieveNanos(range) / shortestNanos(range));
            addParts(range, last > 0 && parts > 1 ? parts : 1, cut);
            last -= cost.sieveNanos(range);
        }
        cut.sort(longestFirst());
        return cut;
    }

    private double shortestNanos(Range range) {
        return Math.max(shortestTaskNanos, SET_UP_SHARE * cost.setUpNanos(range.to()));
    }

    /** Puts ranges together that are too small to be tasks. */
    private List<Task> packed(List<Range> sorted) {
        List<Task> tasks = new ArrayList<>();
        List<Range> small = new ArrayList<>();
        double nanos = 0;
        for (Range range : sorted) {
            double next = cost.taskNanos(range);
            if (!small.isEmpty() && nanos + next > shortestTaskNanos) {
                tasks.add(new Task(small));
                small.clear();
                nanos = 0;
            }
            small.add(range);
            nanos += next;
        }
        tasks.add(new Task(small));
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
        double withShortEnd = 1 + (LAST_PARTS - 1) / LAST_SHARE;
        double lowest = Math.max(shortestTaskNanos, work * withShortEnd / MOST_TASKS);
        return Math.max(lowest, Math.max(evenLoad, smallSetUp));
    }

    private int parts(Range piece, double target) {
        return (int) Math.max(1, Math.ceil(cost.sieveNanos(piece) / target));
    }

    /** Cuts a piece into parts that take equal time. */
    private void addParts(Range piece, int parts, List<Range> cut) {
        double work = cost.sieveNanos(piece);
        long from = piece.from();
        for (int part = 1; part < parts && from < piece.to(); part++) {
            long to = lastWithin(new Range(from, piece.to()), work / parts);
            cut.add(new Range(from, to));
            from = to + 1;
        }
        cut.add(new Range(from, piece.to()));
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
