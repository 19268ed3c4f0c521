package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.results.files.CellKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the study measures once in every round.
 *
 * @param workload what is run
 * @param jdk the JDK, by its label
 * @param tier the compiler tier
 * @param build which of two builds; null where the study has one
 */
record Cell(
        Workload workload, String jdk, Tier tier, @Nullable Build build) {

    /** A cell of a study of one build. */
    Cell(Workload workload, String jdk, Tier tier) {
        this(workload, jdk, tier, null);
    }

    /** Returns the same of one of two builds. */
    Cell of(Build oneOfTwo) {
        return new Cell(workload, jdk, tier, oneOfTwo);
    }

    /** Returns its name for people, the same as its results have. */
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
