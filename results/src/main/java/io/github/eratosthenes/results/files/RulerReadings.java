package io.github.eratosthenes.results.files;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The times of fixed work, the rulers, beside the slices of a measurement. They show how fast the machine was at that moment.
 *
 * @param micros the readings in microseconds by ruler, then by fork and slice; empty if there was no ruler
 */
public record RulerReadings(Map<String, List<List<Double>>> micros) {

    /** The ruler that computes. */
    public static final String COMPUTE = "ruler.compute";

    /** The ruler that reads, masks and writes bytes with strides, as a sieve does. */
    public static final String MEMORY = "ruler.memory";

    /** The rulers' names, as JMH's secondary metrics have them. */
    public static final List<String> NAMES = List.of(COMPUTE, MEMORY);

    /** No readings. */
    public static final RulerReadings NONE = new RulerReadings(Map.of());

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return micros.isEmpty();
    }

    /** Returns the shortest reading of each ruler in a fork. */
    public Map<String, Double> bestOfFork(int fork) {
        Map<String, Double> best = new TreeMap<>();
        micros.forEach((ruler, forks) -> best.put(ruler, Collections.min(forks.get(fork))));
        return best;
    }

    /** Returns the shortest reading of one ruler, by fork; empty if there is no such ruler. */
    public double[] best(String ruler) {
        return micros.getOrDefault(ruler, List.of()).stream()
                .mapToDouble(Collections::min)
                .toArray();
    }
}
