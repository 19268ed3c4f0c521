package io.github.eratosthenes.cluster;

import io.github.eratosthenes.cluster.ranges.Range;
import io.github.eratosthenes.cluster.ranges.RangeCount;
import io.github.eratosthenes.cluster.ranges.Task;
import io.github.eratosthenes.core.RangeSieve;
import io.github.eratosthenes.core.SieveStrategy;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.SparkEnv;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * The work of one task, which Spark sends to an executor: counts the primes of the ranges of its partition's one
 * {@link Task}.
 *
 * <p>A task has no effect but its result, so Spark may run it again, or twice at once, on any executor. A
 * sieve holds nothing from one range to the next, so each range has its own.
 */
final class CountTask extends AbstractFunction1<Iterator<Task>, List<RangeCount>> implements Serializable {

    private static final long serialVersionUID = 1;

    private final SieveStrategy strategy;

    CountTask(SieveStrategy strategy) {
        this.strategy = strategy;
    }

    @Override
    public List<RangeCount> apply(Iterator<Task> partition) {
        return partition.next().ranges().stream().map(this::count).toList();
    }

    private RangeCount count(Range range) {
        long start = System.nanoTime();
        long primes = primes(range);
        return new RangeCount(
                range, primes, System.nanoTime() - start, SparkEnv.get().executorId());
    }

    /**
     * Returns the count, or fails as a task may: an error, even as the cause of an exception, would end the executor, and in
     * a run inside one JVM the job.
     */
    @SuppressWarnings("UnusedException")
    private long primes(Range range) {
        try {
            return ((RangeSieve) strategy.create()).count(range.from(), range.to());
        } catch (VirtualMachineError | LinkageError e) {
            throw new JobFailedException("range " + range + ": " + Reason.of(e));
        }
    }
}
