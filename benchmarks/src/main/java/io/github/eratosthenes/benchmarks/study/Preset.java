package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.Yardstick;
import io.github.eratosthenes.benchmarks.YardstickRange;
import io.github.eratosthenes.benchmarks.study.StudySettings.Size;
import io.github.eratosthenes.benchmarks.study.Workload.Counting;
import io.github.eratosthenes.core.SieveStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The studies that have a name. */
enum Preset {
    /** The tutorial's sizes and a larger one, with the default compiler; takes minutes. */
    QUICK(4, sieving(10_000_000), List.of(Tier.C2), 2_000),

    /** For publication: every size up to 10^9, both compilers, and enough rounds for narrow intervals; takes hours. */
    FULL(10, sieving(1_000_000_000), List.of(Tier.C2, Tier.C1), 120_000),

    /** The fast sieves, the native library, and another sieve on the JVM. */
    YARDSTICK(5, counting(), List.of(Tier.C2), 60_000);

    private static final Effort EFFORT = Effort.of(1_000, 60, 6);

    private final int rounds;
    private final List<Workload> workloads;
    private final List<Tier> tiers;
    private final long budgetMillis;

    Preset(int rounds, List<Workload> workloads, List<Tier> tiers, long budgetMillis) {
        this.rounds = rounds;
        this.workloads = workloads;
        this.tiers = tiers;
        this.budgetMillis = budgetMillis;
    }

    /** Returns the workloads at the tutorial's sizes, and from 10^7 on at every power of ten up to a max. */
    private static List<Workload> sieving(long highestMax) {
        return StudySettings.sieving(List.of(SieveStrategy.values()), sizes(highestMax));
    }

    private static List<Size> sizes(long highestMax) {
        List<Size> sizes = new ArrayList<>(List.of(
                new Size(1_000_000, 1), new Size(1_000_000, 4), new Size(2_500_000, 1), new Size(2_500_000, 4)));
        for (long max = 10_000_000; max <= highestMax; max *= 10) {
            sizes.add(new Size(max, 1));
        }
        return sizes;
    }

    private static List<Workload> counting() {
        return Arrays.stream(YardstickRange.values())
                .flatMap(range -> Arrays.stream(Yardstick.values())
                        .filter(yardstick -> yardstick.ranges().contains(range))
                        .map(yardstick -> new Counting(yardstick, range)))
                .map(Workload.class::cast)
                .toList();
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

    /** Returns the preset's name for users. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    int rounds() {
        return rounds;
    }

    List<Workload> workloads() {
        return workloads;
    }

    /** Returns the sizes of a study of sieves. */
    List<Size> sizes() {
        return sizes(this == FULL ? 1_000_000_000 : 10_000_000);
    }

    List<Tier> tiers() {
        return tiers;
    }

    Effort effort() {
        return EFFORT;
    }

    /** Returns the longest time of an operation that is still measured. */
    long budgetMillis() {
        return budgetMillis;
    }
}
