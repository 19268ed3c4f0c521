package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.ForkRunner.Fork;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides which forks are repeated, because the machine was slow throughout: those whose best readings of both rulers are too far
 * above the study's best on the same JDK and tier. A single slow ruler is not enough, because the benchmark's data in the caches
 * or this JVM's compilation of the ruler may be the cause.
 *
 * <p>Only the rulers decide, never the benchmark's own time. If slow forks were repeated, every result would look better than it
 * is.
 */
final class Gate {

    /** How far a fork's best reading may be above the study's best. */
    static final double THRESHOLD = 0.05;

    /** The most repeats of a fork. */
    static final int MOST_REPEATS = 3;

    private final double threshold;
    private final Map<String, Double> best = new HashMap<>();

    /** Creates a gate that repeats forks whose readings are above the best by more than a threshold. */
    Gate(double threshold) {
        this.threshold = threshold;
    }

    double threshold() {
        return threshold;
    }

    /** Takes a fork's readings into account. */
    void note(Cell cell, Fork fork) {
        fork.rulers().forEach((ruler, micros) -> best.merge(key(cell, ruler), micros, Math::min));
    }

    /** Returns how far the fork's best readings are above the study's best, for the better of the two rulers. */
    double excess(Cell cell, Fork fork) {
        return fork.rulers().entrySet().stream()
                .mapToDouble(reading ->
                        reading.getValue() / best.getOrDefault(key(cell, reading.getKey()), reading.getValue()) - 1)
                .min()
                .orElse(0);
    }

    /** Returns whether the machine was slow throughout the fork. */
    boolean isSlow(Cell cell, Fork fork) {
        return excess(cell, fork) > threshold;
    }

    /** Returns whether the fork has to be repeated. */
    boolean isToRepeat(Cell cell, Fork fork) {
        return fork.repeats() < MOST_REPEATS && isSlow(cell, fork);
    }

    /** Returns the better of two runs of a fork, by the rulers, with one more repeat. */
    Fork better(Cell cell, Fork earlier, Fork again) {
        Fork better = excess(cell, again) < excess(cell, earlier) ? again : earlier;
        return better.withRepeats(earlier.repeats() + 1);
    }

    private static String key(Cell cell, String ruler) {
        return cell.jdk() + " " + cell.tier() + " " + ruler;
    }
}
