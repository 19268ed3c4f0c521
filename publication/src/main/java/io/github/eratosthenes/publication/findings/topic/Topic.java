package io.github.eratosthenes.publication.findings.topic;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every finding: the one list of the names that may stand between a document's markers. */
public enum Topic {
    FRONT_LIMITS_PICTURE(FrontTopics::limitsPicture, Parts.EDGES_RESERVED),
    FRONT_TIME_PICTURE(FrontTopics::timePicture, Parts.STUDY),
    FRONT_TIME_AND_MEMORY(FrontTopics::timeAndMemory, Parts.STUDY),
    FRONT_LIMIT(FrontTopics::limit, Parts.EDGES_RESERVED),
    STUDY_TABLE(StudyTopics::table, Parts.STUDY),
    STUDY_MACHINE(StudyTopics::machine, Parts.STUDY),
    STUDY_FASTEST(StudyTopics::fastest, Parts.STUDY),
    STUDY_IN_MEMORY(StudyTopics::inMemory, Parts.STUDY),
    STUDY_BITSET(StudyTopics::bitset, Parts.STUDY),
    STUDY_LINEAR(StudyTopics::linear, Parts.STUDY),
    STUDY_ALLOCATION(StudyTopics::allocation, Parts.STUDY),
    STUDY_LOOPS(StudyTopics::loops, Parts.STUDY),
    STUDY_RATIOS(StudyTopics::ratios, Parts.STUDY),
    VARIANTS_MACHINE(VariantTopics::machine, Parts.VARIANTS),
    VARIANTS_TIERS(VariantTopics::tiers, Parts.VARIANTS),
    VARIANTS_ORDER(VariantTopics::order, Parts.VARIANTS),
    VARIANTS_JDKS(VariantTopics::jdks, Parts.VARIANTS),
    YARDSTICK_VERDICTS(YardstickTopics::verdicts, Parts.YARDSTICK),
    YARDSTICK_TABLE(YardstickTopics::table, Parts.YARDSTICK),
    WORK_PRICES(WorkTopics::prices, Parts.STUDY, Parts.WORK),
    WORK_ERRORS(WorkTopics::errors, Parts.STUDY, Parts.WORK),
    WORK_BITSET(WorkTopics::bitset, Parts.STUDY, Parts.WORK),
    WORK_ATKIN(WorkTopics::atkin, Parts.STUDY, Parts.WORK),
    WORK_LINEAR(WorkTopics::linear, Parts.STUDY, Parts.WORK),
    WORK_SKIPPED(WorkTopics::skipped, Parts.STUDY, Parts.WORK),
    EDGES_RESERVED_MEMORY(EdgeFacts::reserved, Parts.EDGES, Parts.EDGES_RESERVED),
    EDGES_SMALLEST(EdgeTopics::smallest, Parts.EDGES),
    EDGES_SMALLEST_RESERVED(EdgeTopics::smallestReserved, Parts.EDGES_RESERVED),
    EDGES_ENDS(EdgeFacts::ends, Parts.EDGES, Parts.EDGES_RESERVED),
    EDGES_PREDICTIONS(EdgeFacts::predictions, Parts.EDGES, Parts.EDGES_RESERVED),
    EDGES_REPEATS(EdgeFacts::repeats, Parts.EDGES, Parts.EDGES_RESERVED),
    EDGES_MEMORY_SIZES(EdgeTopics::memorySizes, Parts.EDGES, Parts.EDGES_RESERVED),
    EDGES_TIME_SIZES(EdgeTopics::timeSizes, Parts.EDGES_RESERVED),
    COST_MACHINE(CostTopics::machine, Parts.LOAD),
    COST_SIZES(CostTopics::sizes, Parts.LOAD);

    /** Computes a passage from a publication that has the parts. */
    private interface Computation {
        Passage of(Source source) throws IOException;
    }

    private final Computation computation;
    private final List<String> parts;

    Topic(Computation computation, String... parts) {
        this.computation = computation;
        this.parts = List.of(parts);
    }

    /** Returns the name that stands in a marker. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the parts that it needs, all of them. */
    public List<String> parts() {
        return parts;
    }

    /**
     * Computes it from one publication.
     *
     * @throws IOException if a file of a part cannot be read
     */
    public Passage of(Source source) throws IOException {
        return computation.of(source);
    }

    /**
     * Returns the topic of a name.
     *
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    public static Topic ofId(String id) {
        return Arrays.stream(values())
                .filter(topic -> topic.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown finding '" + id + "'; there are "
                        + Arrays.stream(values()).map(Topic::id).collect(Collectors.joining(", "))));
    }
}
