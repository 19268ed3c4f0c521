package io.github.eratosthenes.benchmarks.study;

import java.util.Arrays;
import java.util.Locale;

/** One of the two builds of a study with {@code --against}. */
enum Build {
    /** The program that runs. */
    THIS,
    /** The other jar. */
    OTHER;

    /** Returns its name in result files. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the build of a label.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Build of(String label) {
        return Arrays.stream(values())
                .filter(build -> build.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown build '" + label + "'; known: this, other"));
    }
}
