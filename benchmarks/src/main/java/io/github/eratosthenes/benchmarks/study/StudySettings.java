package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import io.github.eratosthenes.core.SieveStrategy;
import java.util.List;

/**
 * The settings of a study, before a machine or a strategy limits it.
 *
 * @param name quick, full or yardstick; or custom, if it differs from all of these in more than JVMs, builds and seed
 * @param rounds how often every cell runs
 * @param workloads the workloads to run
 * @param jvms the JVMs
 * @param tiers the compiler tiers
 * @param builds the builds to compare; empty if there is only this one
 * @param effort how long a cell runs in each round, if its operations are short
 * @param budgetMillis the longest time of an operation that is still measured
 * @param seed the seed of the random order of the cells in each round
 */
record StudySettings(
        String name,
        int rounds,
        List<Workload> workloads,
        List<Jvm> jvms,
        List<Tier> tiers,
        List<Build> builds,
        Effort effort,
        long budgetMillis,
        long seed) {

    /** Returns how many cells there are. */
    int cells() {
        return jvms.size() * tiers.size() * workloads.size() * Math.max(1, builds.size());
    }

    /** Returns whether this is a named study, on any JVMs and in any order. */
    boolean measuresAs(Preset preset) {
        return rounds == preset.rounds()
                && workloads.equals(preset.workloads())
                && tiers.equals(preset.tiers())
                && effort.equals(preset.effort())
                && budgetMillis == preset.budgetMillis();
    }

    /** Returns the same settings with the name custom. */
    StudySettings custom() {
        return new StudySettings("custom", rounds, workloads, jvms, tiers, builds, effort, budgetMillis, seed);
    }

    /** Returns every strategy at every size, the sizes one after another. */
    static List<Workload> sieving(List<SieveStrategy> strategies, List<Size> sizes) {
        return sizes.stream()
                .flatMap(size -> strategies.stream().map(strategy -> new Sieving(strategy, size.max(), size.loops())))
                .map(Workload.class::cast)
                .toList();
    }

    /** A limit and how often one operation sieves up to it. */
    record Size(long max, int loops) {

        /** Returns the size as {@link #parse} reads it. */
        @Override
        public String toString() {
            return loops == 1 ? String.valueOf(max) : max + "x" + loops;
        }

        /**
         * Reads "1000000" or "1000000x4".
         *
         * @throws IllegalArgumentException if the text is anything else
         */
        static Size parse(String text) {
            if (!text.matches("\\d{1,18}(x[1-9]\\d{0,8})?")) {
                throw new IllegalArgumentException(
                        "the size '" + text + "' is not a max, or a max with loops, such as 1000000 or 1000000x4");
            }
            String[] parts = text.split("x", -1);
            return new Size(Long.parseLong(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
        }
    }
}
