package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.results.files.CellKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cell, which the study measures once in every round.
 *
 * @param workload the sieve or yardstick that it runs
 * @param jdk the JDK, by its label
 * @param tier the compiler tier
 * @param build which of two builds; null if the study has only one
 */
record Cell(
        Workload workload, String jdk, Tier tier, @Nullable Build build) {

    /** Creates a cell of a study of one build. */
    Cell(Workload workload, String jdk, Tier tier) {
        this(workload, jdk, tier, null);
    }

    /** Returns the same cell for one of two builds. */
    Cell of(Build oneOfTwo) {
        return new Cell(workload, jdk, tier, oneOfTwo);
    }

    /** Returns the cell's name for people, which its results have too. */
    @Override
    public String toString() {
        Map<String, String> parameters = new HashMap<>(workload.parameters());
        parameters.put("jdk", jdk);
        parameters.put("tier", tier.name());
        if (build != null) {
            parameters.put("build", build.label());
        }
        return new CellKey(workload.benchmark(), parameters).label();
    }
}
