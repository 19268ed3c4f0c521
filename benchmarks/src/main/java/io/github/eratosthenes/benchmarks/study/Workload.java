package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.RulerBenchmark;
import io.github.eratosthenes.benchmarks.SieveBenchmark;
import io.github.eratosthenes.core.SieveStrategy;
import java.util.Locale;

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
        public String toString() {
            return strategy.id() + " max=" + max + " loops=" + loops;
        }
    }

    /** The methods of {@link RulerBenchmark}. */
    enum Ruler implements Workload {
        NOTHING,
        KERNEL;

        @Override
        public Class<?> benchmarkClass() {
            return RulerBenchmark.class;
        }

        @Override
        public String method() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "ruler " + method();
        }
    }
}
