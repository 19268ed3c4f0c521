package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import io.github.eratosthenes.core.SieveStrategy;
import java.util.List;

/**
 * What a study is to measure, before any machine or strategy limits it.
 *
 * @param name quick, full or yardstick, or custom where it differs from all in more than JVMs, builds and seed
 * @param rounds how often every cell is run
 * @param workloads what is run
 * @param jvms the JVMs
 * @param tiers the compiler tiers
 * @param builds the builds that are set against each other; empty: only this one
 * @param effort how long a cell runs in each round, where its operations are short
 * @param budgetMillis the longest that one operation may take to be measured
 * @param seed what the order of the cells in each round is drawn from
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

    /** Returns whether this is a named study, on whichever JVMs and in whichever order. */
    boolean measuresAs(Preset preset) {
        return rounds == preset.rounds()
                && workloads.equals(preset.workloads())
                && tiers.equals(preset.tiers())
                && effort.equals(preset.effort())
                && budgetMillis == preset.budgetMillis();
    }

    /** Returns the same as a study without a name of its own. */
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
         * @throws IllegalArgumentException if it is anything else
         */
        static Size parse(String text) {
            if (!text.matches("\\d{1,18}(x[1-9]\\d{0,8})?")) {
                throw new IllegalArgumentException(
                        "the size '" + text + "' is not a limit with how many loops, as 1000000 or 1000000x4");
            }
            String[] parts = text.split("x", -1);
            return new Size(Long.parseLong(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
        }
    }
}
