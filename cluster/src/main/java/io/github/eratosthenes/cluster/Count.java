package io.github.eratosthenes.cluster;

import io.github.eratosthenes.cluster.ranges.CostModel;
import io.github.eratosthenes.cluster.ranges.Range;
import io.github.eratosthenes.cluster.ranges.RangeCount;
import io.github.eratosthenes.cluster.ranges.RangeCutter;
import io.github.eratosthenes.cluster.ranges.ResultsFile;
import io.github.eratosthenes.cluster.ranges.Tally;
import io.github.eratosthenes.cluster.ranges.Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/** One run of the job, from the cut to the report. */
final class Count {

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;

    /**
     * The cores a real cluster may grow to. A driver cannot know; too many small tasks cost milliseconds each, too few
     * leave cores idle.
     */
    private static final int CORES_OF_A_CLUSTER = 256;

    private static final int WAKE_UP_TASKS = 16;
    private static final long WAKE_UP_LENGTH = 100_000_000;

    /** The wake-up may take one part in this many of the job. */
    private static final int WAKE_UP_SHARE = 16;

    private final CountRequest request;
    private final Tally tally;
    private final @Nullable ResultsFile file;
    private final PrintWriter out;
    private final BooleanSupplier stop;
    private final CostModel cost = CostModel.published();

    /**
     * Makes a run.
     *
     * @param request what to count
     * @param tally what is counted already
     * @param file where finished ranges go, open, or null
     * @param out where progress and report go
     * @param stop asked several times a second; once true, the run ends early
     */
    Count(CountRequest request, Tally tally, @Nullable ResultsFile file, PrintWriter out, BooleanSupplier stop) {
        this.request = request;
        this.tally = tally;
        this.file = file;
        this.out = out;
        this.stop = stop;
    }

    /** Counts, prints, and returns the exit code. */
    int run() throws IOException, InterruptedException {
        Report report = new Report(request, out);
        List<Range> gaps = tally.gaps();
        if (tally.ranges() > 0) {
            report.resumed(tally);
        }
        if (gaps.isEmpty()) {
            report.answer(tally);
            return DONE;
        }
        if (request.workers() == 0) {
            return countOn(SparkSetup.conf(), gaps, report);
        }
        try (LoopbackCluster cluster = LoopbackCluster.start(request.workers())) {
            SparkConf conf = SparkSetup.conf();
            cluster.configure(conf);
            report.workers(request.workers(), cluster.holdsCores());
            return countOn(conf, gaps, report);
        }
    }

    private int countOn(SparkConf conf, List<Range> gaps, Report report) throws InterruptedException {
        long start = System.nanoTime();
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            int cores = request.workers() > 0 ? request.workers() : spark.defaultParallelism();
            boolean mayGrow = request.workers() == 0 && !spark.isLocal();
            int coresToCome = mayGrow ? Math.max(cores, CORES_OF_A_CLUSTER) : cores;
            List<Task> tasks = new RangeCutter(cost, cores, coresToCome).cut(gaps);
            wakeUp(spark, cores, tasks);
            report.started(spark, cores, tasks.size(), since(start));
            return count(spark, cores, tasks, report);
        } catch (ExecutionException e) {
            report.failed(tally, e);
            return NOT_DONE;
        }
    }

    /**
     * Has executors load their classes and compile the sieve, before the clock starts: the first numbers of the highest
     * task, counted and forgotten. A job too short to win by it does without.
     */
    private void wakeUp(JavaSparkContext spark, int cores, List<Task> tasks)
            throws ExecutionException, InterruptedException {
        List<Range> ranges = ranges(tasks);
        Range highest = Collections.max(ranges, Comparator.comparingLong(Range::from));
        long first = highest.from();
        Range sample = new Range(first, first + Math.min(highest.to() - first, WAKE_UP_LENGTH));
        double work = ranges.stream().mapToDouble(cost::taskNanos).sum();
        boolean isSmall = WAKE_UP_TASKS * WAKE_UP_SHARE * cost.taskNanos(sample) < work / cores;
        List<Task> wakeUp = Collections.nCopies(WAKE_UP_TASKS * cores, Task.of(isSmall ? sample : new Range(0, 0)));
        job(spark).run(wakeUp, count -> {}, stop);
    }

    private CountJob job(JavaSparkContext spark) {
        return new CountJob(spark, request.strategy());
    }

    private static List<Range> ranges(List<Task> tasks) {
        return tasks.stream().flatMap(task -> task.ranges().stream()).toList();
    }

    private int count(JavaSparkContext spark, int cores, List<Task> tasks, Report report)
            throws ExecutionException, InterruptedException {
        List<Range> ranges = ranges(tasks);
        List<RangeCount> counts = new ArrayList<>();
        long start = System.nanoTime();
        Progress progress = new Progress(cost, ranges, start);
        boolean done = job(spark)
                .run(
                        tasks,
                        count -> {
                            keep(count);
                            counts.add(count);
                            progress.finished(count.range());
                            long now = System.nanoTime();
                            if (progress.isDue(now)) {
                                report.progress(progress.line(now));
                            }
                        },
                        stop);
        Duration elapsed = since(start);
        if (!done) {
            report.stopped(tally);
            return NOT_DONE;
        }
        report.answer(tally);
        report.performance(counts, tasks.size(), elapsed, cores);
        if (spark.isLocal()) {
            report.baseline(ParallelBaseline.measure(ranges, elapsed, cost), elapsed);
        }
        return DONE;
    }

    private void keep(RangeCount count) {
        tally.add(count);
        if (file != null) {
            try {
                file.append(count);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "cannot append to " + request.results() + ", which holds the ranges finished before: "
                                + e.getMessage(),
                        e);
            }
        }
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
