package io.github.eratosthenes.benchmarks;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What never changes from round to round, so that where it does the machine was at fault.
 *
 * <p>{@link #nothing()} shows JMH's own cost per operation. {@link #kernel()} sorts a copy of the same 100,000 random
 * ints: JDK code only, with branches that cannot be predicted and more memory than a first-level cache holds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class RulerBenchmark {

    private static final int INTS = 100_000;
    private static final long SEED = 194_702_003;

    private final int[] shuffled = new Random(SEED).ints(INTS).toArray();

    /** Does nothing. */
    @Benchmark
    public void nothing() {}

    /** Sorts a copy of the ints and returns their median. */
    @Benchmark
    public int kernel() {
        int[] sorted = shuffled.clone();
        Arrays.sort(sorted);
        return sorted[INTS / 2];
    }
}
