package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.ForkRunner.Fork;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides which forks met a slow machine throughout and are run again: those whose best readings of both rulers are too far
 * above the study's best on the same JDK and tier. One ruler alone convicts nobody: what the benchmark left in the caches, or how
 * this JVM compiled the ruler, may be in its reading.
 *
 * <p>Only the rulers decide, never the benchmark's own time: repeating forks because they are slow would make every result
 * better than it is.
 */
final class Gate {

    /** How far a fork's best reading may be above the study's best, in a study. */
    static final double THRESHOLD = 0.05;

    /** How often a fork is run again at most. */
    static final int MOST_REPEATS = 3;

    private final double threshold;
    private final Map<String, Double> best = new HashMap<>();

    /** A gate that repeats what is farther above the best than the threshold. */
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

    /** Returns how far the fork's best readings are above the study's best; of two rulers, the nearer. */
    double excess(Cell cell, Fork fork) {
        return fork.rulers().entrySet().stream()
                .mapToDouble(reading ->
                        reading.getValue() / best.getOrDefault(key(cell, reading.getKey()), reading.getValue()) - 1)
                .min()
                .orElse(0);
    }

    /** Returns whether the fork met a slow machine throughout. */
    boolean isSlow(Cell cell, Fork fork) {
        return excess(cell, fork) > threshold;
    }

    /** Returns whether the fork is to be run again. */
    boolean isToRepeat(Cell cell, Fork fork) {
        return fork.repeats() < MOST_REPEATS && isSlow(cell, fork);
    }

    /** Returns the better of two runs of a fork by the rulers, as one that was repeated once more. */
    Fork better(Cell cell, Fork earlier, Fork again) {
        Fork better = excess(cell, again) < excess(cell, earlier) ? again : earlier;
        return better.withRepeats(earlier.repeats() + 1);
    }

    private static String key(Cell cell, String ruler) {
        return cell.jdk() + " " + cell.tier() + " " + ruler;
    }
}
