package io.github.eratosthenes.benchmarks;

import cc.redberry.rings.primes.SieveOfAtkin;
import java.util.List;
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
 * The sieve of Atkin from Maven Central, in cc.redberry:rings.
 *
 * <p>Ranges end at 10^8: rings counts correctly up to 5·10^8, and at 10^9 it takes 85 for a prime. Every answer is checked.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class PeerYardstick {

    /** The ranges that it counts correctly. */
    static final List<YardstickRange> RANGES =
            List.of(YardstickRange.TO_1E6, YardstickRange.TO_1E7, YardstickRange.TO_1E8);

    /** The range to count; begins at 0. */
    @Param({"TO_1E6", "TO_1E7", "TO_1E8"})
    public YardstickRange range = YardstickRange.TO_1E6;

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
}
