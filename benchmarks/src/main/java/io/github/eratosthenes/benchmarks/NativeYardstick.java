package io.github.eratosthenes.benchmarks;

import io.github.eratosthenes.core.RangeSieve;
import io.github.eratosthenes.core.SieveStrategy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The fast sieves and {@link Primesieve}, which count the same ranges in one run, on one thread and on all processors.
 *
 * <p>Every answer is checked. Without libprimesieve, the benchmarks that need it are skipped.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class NativeYardstick {

    /** The range to count; without values here, JMH takes every constant. */
    @Param
    public YardstickRange range = YardstickRange.TO_1E6;

    private final RangeSieve wheelSegment = (RangeSieve) SieveStrategy.WHEEL_SEGMENT.create();
    private final RangeSieve parallel = (RangeSieve) SieveStrategy.PARALLEL.create();
    private final int processors = Runtime.getRuntime().availableProcessors();

    /** Counts with libprimesieve on one thread. */
    @Benchmark
    public long primesieve() {
        return range.checked(Primesieve.count(range.from(), range.to(), 1));
    }

    /** Counts with libprimesieve on all processors. */
    @Benchmark
    public long primesieveParallel() {
        return range.checked(Primesieve.count(range.from(), range.to(), processors));
    }

    /** Counts with {@code wheel-segment}, on one thread. */
    @Benchmark
    public long wheelSegment() {
        return range.checked(wheelSegment.count(range.from(), range.to()));
    }

    /** Counts with {@code parallel}, on all processors. */
    @Benchmark
    public long parallel() {
        return range.checked(parallel.count(range.from(), range.to()));
    }
}
