package io.github.eratosthenes.benchmarks;

import cc.redberry.rings.primes.SieveOfAtkin;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The sieve of Atkin that Maven Central has, in cc.redberry:rings, beside this project's sieves of Atkin and Eratosthenes.
 *
 * <p>Ranges end at 10^8: rings counts right to 5·10^8, and at 10^9 takes 85 for a prime. Every answer is checked.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class PeerYardstick {

    /** What is counted; begins at 0. */
    @Param({"TO_1E6", "TO_1E7", "TO_1E8"})
    public YardstickRange range = YardstickRange.TO_1E6;

    private final Sieve atkin = SieveStrategy.ATKIN.create();
    private final Sieve wheelSegment = SieveStrategy.WHEEL_SEGMENT.create();

    /** Sieves with rings, and counts as its users have to: by asking for each number. */
    @Benchmark
    public long rings() {
        int max = (int) range.to();
        SieveOfAtkin sieve = SieveOfAtkin.createSieve(max);
        long count = 0;
        for (int n = 2; n <= max; n++) {
            if (sieve.isPrime(n)) {
                count++;
            }
        }
        return range.checked(count);
    }

    /** Counts with {@code atkin}. */
    @Benchmark
    public long atkin() {
        return range.checked(atkin.primesUpTo(range.to()).count());
    }

    /** Counts with {@code wheel-segment}. */
    @Benchmark
    public long wheelSegment() {
        return range.checked(wheelSegment.primesUpTo(range.to()).count());
    }
}
