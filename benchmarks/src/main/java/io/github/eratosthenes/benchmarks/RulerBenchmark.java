package io.github.eratosthenes.benchmarks;

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
 * What never changes from round to round, so that where its time does the machine did, or a JVM compiled it otherwise.
 *
 * <p>{@link #nothing()} shows JMH's own cost per operation. {@link #kernel()} is a loop of integers over 400 KB in an order
 * of its own, with branches that cannot be predicted: it knows no sieve, calls no library, and holds nothing that one JDK
 * or tier has an intrinsic for, or could vectorize, and another not.
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

    private final int[] ints = new Random(SEED).ints(INTS).toArray();

    /** Does nothing. */
    @Benchmark
    public void nothing() {}

    /** Follows the ints through their own values and returns what has come together. */
    @Benchmark
    public int kernel() {
        int place = 0;
        int sum = 0;
        for (int step = 0; step < INTS; step++) {
            int value = ints[place];
            if (value < 0) {
                sum += value;
            } else {
                sum ^= step;
            }
            place = ((value + step) & Integer.MAX_VALUE) % INTS;
        }
        return sum;
    }
}
