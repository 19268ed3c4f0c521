package io.github.eratosthenes.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.eratosthenes.core.SieveStrategy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SieveBenchmarkTest {

    @ParameterizedTest
    @EnumSource
    void findsThePrimesOnceForEachLoop(SieveStrategy strategy) {
        SieveBenchmark benchmark = benchmark(strategy, 2_500_000, 4);

        benchmark.setUp();

        assertThat(benchmark.sieve()).as(strategy.id()).isEqualTo(4 * 183_072);
    }

    @ParameterizedTest
    @EnumSource
    void setUpFailsForALimitThatTheStrategyRejects(SieveStrategy strategy) {
        SieveBenchmark benchmark = benchmark(strategy, -1, 1);

        assertThatIllegalArgumentException().isThrownBy(benchmark::setUp).withMessageContaining("-1");
    }

    private static SieveBenchmark benchmark(SieveStrategy strategy, long max, int loops) {
        SieveBenchmark benchmark = new SieveBenchmark();
        benchmark.strategy = strategy;
        benchmark.max = max;
        benchmark.loops = loops;
        return benchmark;
    }
}
