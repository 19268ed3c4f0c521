package io.github.eratosthenes.results.files;

import java.util.Optional;

/** The benchmarks that measure the machine, by their names in result files. */
public enum Ruler {
    /** An empty operation: what JMH itself costs. */
    NOTHING("nothing"),
    /** A fixed piece of work, which takes longer only where the machine or the JVM is slower. */
    KERNEL("kernel");

    private static final String CLASS = "RulerBenchmark";

    private final String method;

    Ruler(String method) {
        this.method = method;
    }

    /** Returns the benchmark's method. */
    public String method() {
        return method;
    }

    /** Returns the name as in {@link Measurement#benchmark()}. */
    public String benchmark() {
        return CLASS + "." + method;
    }

    /** Returns the ruler of that name, or empty where the benchmark is none. */
    public static Optional<Ruler> of(String benchmark) {
        for (Ruler ruler : values()) {
            if (ruler.benchmark().equals(benchmark)) {
                return Optional.of(ruler);
            }
        }
        return Optional.empty();
    }
}
