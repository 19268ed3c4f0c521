package io.github.eratosthenes.publication.findings.topic;

/** The names of a publication's parts, which are the names of their folders. */
final class Parts {

    static final String STUDY = "study";
    static final String VARIANTS = "variants";
    static final String YARDSTICK = "yardstick";
    static final String WORK = "work";
    static final String EDGES = "breakpoints";
    static final String EDGES_RESERVED = "breakpoints-reserved";
    static final String LOAD = "load";

    private Parts() {}
}
