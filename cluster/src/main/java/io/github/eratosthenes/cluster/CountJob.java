package io.github.eratosthenes.cluster;

import io.github.eratosthenes.cluster.ranges.RangeCount;
import io.github.eratosthenes.cluster.ranges.Task;
import io.github.eratosthenes.core.SieveStrategy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import scala.collection.immutable.Seq;
import scala.runtime.BoxedUnit;

/**
 * Runs tasks as one Spark job and hands each range's result over as it arrives.
 *
 * <p>Spark calls a job's result handler once for each partition, whatever was lost, retried or run speculatively: only the
 * first result of a partition counts. The handler runs on the scheduler's own thread, so it does no more than put the
 * result into a queue; what is slow, such as forcing a file to disk, happens on the thread that called
 * {@link #run}.
 */
final class CountJob {

    private static final long POLL_MILLIS = 200;

    private final JavaSparkContext spark;
    private final SieveStrategy strategy;
    private final Supplier<Optional<String>> trouble;

    /** Makes a job on a cluster whose troubles Spark itself reports. */
    CountJob(JavaSparkContext spark, SieveStrategy strategy) {
        this(spark, strategy, Optional::empty);
    }

    /**
     * Makes a job.
     *
     * @param spark runs the tasks
     * @param strategy counts the primes of each range
     * @param trouble asked while no result arrives; returns why none will, if that is known
     */
    CountJob(JavaSparkContext spark, SieveStrategy strategy, Supplier<Optional<String>> trouble) {
        this.spark = spark;
        this.strategy = strategy;
        this.trouble = trouble;
    }

    /**
     * Counts the primes of each range of tasks.
     *
     * @param tasks the tasks, at least one
     * @param finished called on this thread with each range's result, exactly once, in the order of arrival
     * @param stop asked several times a second; once true, the job is cancelled
     * @return whether all ranges are done
     * @throws JobFailedException if a task failed more often than {@code spark.task.maxFailures} allows, or if there is
     *     trouble
     */
    boolean run(List<Task> tasks, Consumer<RangeCount> finished, BooleanSupplier stop) throws InterruptedException {
        if (stop.getAsBoolean()) {
            return false;
        }
        BlockingQueue<RangeCount> results = new LinkedBlockingQueue<>();
        SimpleFutureAction<BoxedUnit> job = spark.sc()
                .submitJob(
                        spark.parallelize(tasks, tasks.size()).rdd(),
                        new CountTask(strategy),
                        indices(tasks.size()),
                        (index, result) -> {
                            results.addAll(result);
                            return BoxedUnit.UNIT;
                        },
                        () -> BoxedUnit.UNIT);
        boolean done = false;
        try {
            done = await(job, results, tasks, finished, stop);
        } finally {
            if (!done) {
                job.cancel();
                // What tasks report to a driver that is about to end is of no interest
                spark.setLogLevel("OFF");
            }
        }
        if (!done) {
            results.forEach(finished);
        }
        return done;
    }

    /** Hands results over until all are there, and returns true, or until the job is asked to stop. */
    private boolean await(
            SimpleFutureAction<BoxedUnit> job,
            BlockingQueue<RangeCount> results,
            List<Task> tasks,
            Consumer<RangeCount> finished,
            BooleanSupplier stop)
            throws InterruptedException {
        int left = tasks.stream().mapToInt(task -> task.ranges().size()).sum();
        while (left > 0 && !stop.getAsBoolean()) {
            RangeCount result = results.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (result != null) {
                finished.accept(result);
                left--;
            } else if (!stop.getAsBoolean()) {
                failIfNoResultWillCome(job, results);
            }
        }
        return left == 0;
    }

    @SuppressWarnings("unchecked") // Scala's Seq[Int] is a Seq<Object> to Java
    private static Seq<Object> indices(int size) {
        return (Seq<Object>) (Seq<?>) scala.collection.immutable.Range$.MODULE$.apply(0, size);
    }

    private void failIfNoResultWillCome(SimpleFutureAction<BoxedUnit> job, BlockingQueue<RangeCount> results) {
        trouble.get().ifPresent(why -> {
            throw new JobFailedException(why);
        });
        if (job.isCompleted() && results.isEmpty()) {
            Throwable failure = job.value().get().failed().get();
            Throwable cause = failure.getCause();
            throw new JobFailedException(Reason.of(cause == null ? failure : cause), failure);
        }
    }
}
