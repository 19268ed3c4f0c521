package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.results.files.CellKey;
import java.util.HashMap;
import java.util.Map;

/** A workload on one JDK, known by its label, and one compiler tier: what the study measures once in every round. */
record Cell(Workload workload, String jdk, Tier tier) {

    /** Returns its name for people, the same as its results have. */
    @Override
    public String toString() {
        Map<String, String> parameters = new HashMap<>(workload.parameters());
        parameters.put("jdk", jdk);
        parameters.put("tier", tier.name());
        return new CellKey(workload.benchmark(), parameters).label();
    }
}
