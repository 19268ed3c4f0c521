package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.StudySettings.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The studies that have a name. */
enum Preset {
    /** The tutorial's sizes and one larger, on the default compiler: minutes. */
    QUICK(
            5,
            List.of(
                    new Size(1_000_000, 1),
                    new Size(1_000_000, 4),
                    new Size(2_500_000, 1),
                    new Size(2_500_000, 4),
                    new Size(10_000_000, 1)),
            List.of(Tier.C2),
            new Effort(6, 2, 80)),

    /** For publication: every size, both compilers, and enough rounds for an interval that means something. */
    FULL(
            10,
            List.of(
                    new Size(1_000_000, 1),
                    new Size(1_000_000, 4),
                    new Size(2_500_000, 1),
                    new Size(2_500_000, 4),
                    new Size(10_000_000, 1),
                    new Size(100_000_000, 1),
                    new Size(1_000_000_000, 1)),
            List.of(Tier.C2, Tier.C1),
            new Effort(6, 2, 80));

    private final int rounds;
    private final List<Size> sizes;
    private final List<Tier> tiers;
    private final Effort effort;

    Preset(int rounds, List<Size> sizes, List<Tier> tiers, Effort effort) {
        this.rounds = rounds;
        this.sizes = sizes;
        this.tiers = tiers;
        this.effort = effort;
    }

    /**
     * Returns the preset of a label.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Preset of(String label) {
        return Arrays.stream(values())
                .filter(preset -> preset.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown study '" + label + "'; known: "
                        + Arrays.stream(values()).map(Preset::label).collect(Collectors.joining(", "))));
    }

    /** Returns how users name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    int rounds() {
        return rounds;
    }

    List<Size> sizes() {
        return sizes;
    }

    List<Tier> tiers() {
        return tiers;
    }

    Effort effort() {
        return effort;
    }
}
