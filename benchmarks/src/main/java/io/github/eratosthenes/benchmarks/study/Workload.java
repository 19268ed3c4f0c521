package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.RulerBenchmark;
import io.github.eratosthenes.benchmarks.SieveBenchmark;
import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.Ruler;
import java.util.Map;

/** What one cell runs: a sieve with its parameters, or a ruler. */
sealed interface Workload {

    /** Returns the benchmark's class. */
    Class<?> benchmarkClass();

    /** Returns the benchmark's method. */
    String method();

    /** Returns class and method as result files have them. */
    default String benchmark() {
        return benchmarkClass().getSimpleName() + "." + method();
    }

    /** Returns the parameters as result files have them, less JDK and tier. */
    Map<String, String> parameters();

    /** {@link SieveBenchmark#sieve()}. */
    record Sieving(SieveStrategy strategy, long max, int loops) implements Workload {
        @Override
        public Class<?> benchmarkClass() {
            return SieveBenchmark.class;
        }

        @Override
        public String method() {
            return "sieve";
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("strategy", strategy.id(), "max", String.valueOf(max), "loops", String.valueOf(loops));
        }
    }

    /** A method of {@link RulerBenchmark}. */
    record Ruling(Ruler ruler) implements Workload {
        @Override
        public Class<?> benchmarkClass() {
            return RulerBenchmark.class;
        }

        @Override
        public String method() {
            return ruler.method();
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of();
        }
    }
}
