package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.SieveBenchmark;
import io.github.eratosthenes.benchmarks.Yardstick;
import io.github.eratosthenes.benchmarks.YardstickRange;
import io.github.eratosthenes.core.SieveStrategy;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The work of a cell: a sieve with its parameters, or a yardstick on a range. */
sealed interface Workload {

    /** Returns the benchmark's class. */
    Class<?> benchmarkClass();

    /** Returns the benchmark's method. */
    String method();

    /** Returns class and method in the form of result files. */
    default String benchmark() {
        return benchmarkClass().getSimpleName() + "." + method();
    }

    /** Returns the parameters in the form of result files, without JDK, tier and build. */
    Map<String, String> parameters();

    /** Returns the parameters in the form of the benchmark's class. */
    Map<String, String> benchmarkParameters();

    /** Returns the size, which is the same for workloads that are compared: the limit and the loops, or the range. */
    String size();

    /** Returns the operation that the benchmark runs, which returns the number of primes. */
    LongSupplier operation();

    /** Returns the words that {@link #of} reads. */
    List<String> words();

    /**
     * Returns the workload that words stand for.
     *
     * @throws IllegalArgumentException if the words stand for no workload
     */
    static Workload of(List<String> words) {
        return switch (words.get(0)) {
            case Sieving.WORD ->
                new Sieving(
                        SieveStrategy.fromId(words.get(1)),
                        Long.parseLong(words.get(2)),
                        Integer.parseInt(words.get(3)));
            case Counting.WORD -> new Counting(Yardstick.valueOf(words.get(1)), YardstickRange.valueOf(words.get(2)));
            default -> throw new IllegalArgumentException("unknown workload " + words);
        };
    }

    /** {@link SieveBenchmark#sieve()}. */
    record Sieving(SieveStrategy strategy, long max, int loops) implements Workload {

        private static final String WORD = "sieve";

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

        @Override
        public Map<String, String> benchmarkParameters() {
            return Map.of("strategy", strategy.name(), "max", String.valueOf(max), "loops", String.valueOf(loops));
        }

        @Override
        public String size() {
            return max + "x" + loops;
        }

        @Override
        public LongSupplier operation() {
            SieveBenchmark benchmark = new SieveBenchmark();
            benchmark.strategy = strategy;
            benchmark.max = max;
            benchmark.loops = loops;
            benchmark.setUp();
            return benchmark::sieve;
        }

        @Override
        public List<String> words() {
            return List.of(WORD, strategy.id(), String.valueOf(max), String.valueOf(loops));
        }
    }

    /** A {@link Yardstick} on a range. */
    record Counting(Yardstick yardstick, YardstickRange range) implements Workload {

        private static final String WORD = "count";

        @Override
        public Class<?> benchmarkClass() {
            return yardstick.benchmarkClass();
        }

        @Override
        public String method() {
            return yardstick.method();
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("range", range.name());
        }

        @Override
        public Map<String, String> benchmarkParameters() {
            return parameters();
        }

        @Override
        public String size() {
            return range.name();
        }

        @Override
        public LongSupplier operation() {
            return () -> yardstick.count(range);
        }

        @Override
        public List<String> words() {
            return List.of(WORD, yardstick.name(), range.name());
        }
    }
}
