package io.github.eratosthenes.cluster;

import io.github.eratosthenes.core.RangeSieve;
import io.github.eratosthenes.core.SieveStrategy;
import java.io.Serializable;
import org.apache.spark.SparkEnv;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * The work of one task, which Spark sends to an executor: counts the primes of the one range of its partition.
 *
 * <p>It has no effect but its result, so that Spark may run it again, or twice at once, wherever it likes. A
 * sieve holds nothing from one range to the next, so each task makes its own.
 */
final class CountTask extends AbstractFunction1<Iterator<Range>, RangeCount> implements Serializable {

    private static final long serialVersionUID = 1;

    private final SieveStrategy strategy;

    CountTask(SieveStrategy strategy) {
        this.strategy = strategy;
    }

    @Override
    public RangeCount apply(Iterator<Range> partition) {
        long start = System.nanoTime();
        Range range = partition.next();
        long primes = ((RangeSieve) strategy.create()).count(range.from(), range.to());
        return new RangeCount(
                range, primes, System.nanoTime() - start, SparkEnv.get().executorId());
    }
}
