package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.page.data.Part;

/** The names of a publication's parts, which are the names of their folders. */
final class Parts {

    static final String STUDY = Part.STUDY.folder();
    static final String VARIANTS = Part.VARIANTS.folder();
    static final String YARDSTICK = Part.YARDSTICK.folder();
    static final String WORK = Part.WORK.folder();
    static final String EDGES = Part.BREAKPOINTS.folder();
    static final String EDGES_RESERVED = Part.BREAKPOINTS_RESERVED.folder();
    static final String LOAD = Part.LOAD.folder();

    private Parts() {}
}
