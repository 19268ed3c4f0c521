package io.github.eratosthenes.benchmarks;

import io.github.eratosthenes.core.Sieve;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures time and allocation of finding and counting the primes up to max, repeated as often as there are loops.
 *
 * <p>One operation does what one request to the endpoint does with the same max and loops. The count is part of it, so
 * that a strategy that sieves lazily has no advantage. The settings of the annotations are for plain JMH runs; the study has
 * its own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class SieveBenchmark {

    /** The strategy under test; without values here, JMH takes every constant of the registry. */
    @Param
    public SieveStrategy strategy = SieveStrategy.BOOLEAN_ARRAY;

    /** The limit, inclusive. */
    @Param({"1000000", "2500000"})
    public long max = 1_000_000;

    /** How often one operation sieves. */
    @Param({"1", "4"})
    public int loops = 1;

    private Sieve sieve = strategy.create();

    /**
     * Creates the sieve and checks one count.
     *
     * @throws IllegalStateException if the sieve does not find π(max) primes
     */
    @Setup
    public void setUp() {
        sieve = strategy.create();
        long expected = PrimeCount.upTo(max);
        long found = sieve.primesUpTo(max).count();
        if (found != expected) {
            throw new IllegalStateException(
                    strategy.id() + " finds " + found + " primes up to " + max + "; there are " + expected);
        }
    }

    /** Sieves and counts, {@link #loops} times. */
    @Benchmark
    public long sieve() {
        long primes = 0;
        for (int loop = 0; loop < loops; loop++) {
            primes += sieve.primesUpTo(max).count();
        }
        return primes;
    }
}
