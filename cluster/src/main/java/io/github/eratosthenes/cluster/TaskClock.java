package io.github.eratosthenes.cluster;

import io.github.eratosthenes.cluster.ranges.Range;
import io.github.eratosthenes.cluster.ranges.Task;
import io.github.eratosthenes.core.SieveStrategy;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaSparkContext;

/** Times tasks that have next to nothing to sieve: what Spark takes to hand a task out and to take its result. */
final class TaskClock {

    /**
     * The cost of a task for a core, apart from its sieving.
     *
     * @param firstTasksNanos soon after the driver's start, when its code is not compiled yet
     * @param taskNanos once the driver is warm
     */
    record Cost(double firstTasksNanos, double taskNanos) {}

    private static final int WAKE_UP_TASKS = 16;
    private static final int FIRST_TASKS = 20;
    private static final int WARM_UP_TASKS = 400;
    private static final int WARM_TASKS = 200;

    private final CountJob job;
    private final int cores;
    private final BooleanSupplier stop;

    TaskClock(JavaSparkContext spark, SieveStrategy strategy, BooleanSupplier stop) {
        this.job = new CountJob(spark, strategy);
        this.cores = spark.defaultParallelism();
        this.stop = stop;
    }

    /** Measures, in a Spark that has just started. */
    Cost measure() throws InterruptedException {
        nanosPerTask(WAKE_UP_TASKS);
        double firstTasks = nanosPerTask(FIRST_TASKS);
        nanosPerTask(WARM_UP_TASKS);
        return new Cost(firstTasks, nanosPerTask(WARM_TASKS));
    }

    private double nanosPerTask(int tasksPerCore) throws InterruptedException {
        List<Task> tasks = Collections.nCopies(tasksPerCore * cores, Task.of(new Range(0, 0)));
        long start = System.nanoTime();
        job.run(tasks, count -> {}, stop);
        return (double) (System.nanoTime() - start) / tasksPerCore;
    }
}
