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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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
        SparkConf conf = SparkSetup.conf();
        if (request.workers() == 0) {
            return countOn(conf, Optional::empty, gaps, report);
        }
        if (!SparkSetup.userHasName()) {
            throw new JobFailedException("--workers: this user has no name, and Spark's executors need one: "
                    + "give the user an entry in /etc/passwd, or run without --workers");
        }
        try (LoopbackCluster cluster = LoopbackCluster.start(request.workers())) {
            cluster.configure(conf);
            report.workers(request.workers(), cluster.holdsCores());
            return countOn(conf, cluster::trouble, gaps, report);
        }
    }

    private int countOn(SparkConf conf, Supplier<Optional<String>> trouble, List<Range> gaps, Report report)
            throws InterruptedException {
        long start = System.nanoTime();
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            int cores = request.workers() > 0 ? request.workers() : spark.defaultParallelism();
            boolean mayGrow = request.workers() == 0 && !spark.isLocal();
            int coresToCome = mayGrow ? Math.max(cores, CORES_OF_A_CLUSTER) : cores;
            List<Task> tasks = new RangeCutter(cost, cores, coresToCome).cut(gaps);
            CountJob job = new CountJob(spark, request.strategy(), trouble);
            if (!wakeUp(job, cores, tasks)) {
                report.stopped(file);
                return NOT_DONE;
            }
            report.started(spark, cores, tasks.size(), since(start));
            return count(spark, job, cores, tasks, report);
        } catch (JobFailedException e) {
            throw new JobFailedException(e.getMessage() + "; " + report.kept(file), e);
        } catch (IllegalStateException e) {
            // The signal that asks this job to stop also has Spark stop itself
            if (!stop.getAsBoolean()) {
                throw e;
            }
            report.stopped(file);
            return NOT_DONE;
        }
    }

    /**
     * Has executors load their classes and compile the sieve, before the clock starts: the first numbers of the highest
     * task, counted and forgotten. A job too short to win by it does without.
     *
     * @return whether the job was not asked to stop
     */
    private boolean wakeUp(CountJob job, int cores, List<Task> tasks) throws InterruptedException {
        List<Range> ranges = ranges(tasks);
        Range highest = Collections.max(ranges, Comparator.comparingLong(Range::from));
        long first = highest.from();
        Range sample = new Range(first, first + Math.min(highest.to() - first, WAKE_UP_LENGTH));
        double work = ranges.stream().mapToDouble(cost::taskNanos).sum();
        boolean isSmall = WAKE_UP_TASKS * WAKE_UP_SHARE * cost.taskNanos(sample) < work / cores;
        List<Task> wakeUp = Collections.nCopies(WAKE_UP_TASKS * cores, Task.of(isSmall ? sample : new Range(0, 0)));
        return job.run(wakeUp, count -> {}, stop);
    }

    private static List<Range> ranges(List<Task> tasks) {
        return tasks.stream().flatMap(task -> task.ranges().stream()).toList();
    }

    private int count(JavaSparkContext spark, CountJob job, int cores, List<Task> tasks, Report report)
            throws InterruptedException {
        List<Range> ranges = ranges(tasks);
        List<RangeCount> counts = new ArrayList<>();
        long start = System.nanoTime();
        Progress progress = new Progress(cost, ranges, start);
        boolean done = job.run(
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
            report.stopped(file);
            return NOT_DONE;
        }
        report.answer(tally);
        report.performance(counts, tasks.size(), elapsed, cores);
        if (spark.isLocal()) {
            baseline(ranges, elapsed, report);
        }
        return DONE;
    }

    /** Reports how long the same takes without Spark, if this JVM has the memory; all is counted in any case. */
    private void baseline(List<Range> ranges, Duration elapsed, Report report) {
        try {
            report.baseline(ParallelBaseline.measure(ranges, elapsed, cost), elapsed);
        } catch (OutOfMemoryError e) {
            report.noBaseline(Reason.of(e));
        }
    }

    private void keep(RangeCount count) {
        tally.add(count);
        if (file != null) {
            try {
                file.append(count);
            } catch (IOException e) {
                throw new JobFailedException("cannot append to " + request.results() + ": " + Reason.of(e), e);
            }
        }
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
