package io.github.eratosthenes.benchmarks.study;

/** A workload on one JDK, known by its label, and one compiler tier: what the study measures once in every round. */
record Cell(Workload workload, String jdk, Tier tier) {
    @Override
    public String toString() {
        return workload + " jdk=" + jdk + " " + tier;
    }
}
