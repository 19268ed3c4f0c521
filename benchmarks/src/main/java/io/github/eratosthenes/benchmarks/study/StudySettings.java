package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.core.SieveStrategy;
import java.util.List;

/**
 * What a study is to measure, before any machine or strategy limits it.
 *
 * @param name quick, full, or custom where it differs from both in more than JVMs and seed
 * @param rounds how often every cell is run
 * @param strategies the strategies
 * @param sizes the limits, each with how often one operation sieves
 * @param jvms the JVMs
 * @param tiers the compiler tiers
 * @param effort how long a cell runs in each round, where its operations are short
 * @param budgetMillis the longest that one operation may take to be measured
 * @param seed what the order of the cells in each round is drawn from
 */
record StudySettings(
        String name,
        int rounds,
        List<SieveStrategy> strategies,
        List<Size> sizes,
        List<Jvm> jvms,
        List<Tier> tiers,
        Effort effort,
        long budgetMillis,
        long seed) {

    /** The budget of every named study. */
    static final long BUDGET_MILLIS = 2_000;

    /** Returns how many cells there are, rulers apart. */
    int cells() {
        return jvms.size() * tiers.size() * sizes.size() * strategies.size();
    }

    /** Returns whether this is a named study, on whichever JVMs and in whichever order. */
    boolean measuresAs(Preset preset) {
        return rounds == preset.rounds()
                && strategies.equals(List.of(SieveStrategy.values()))
                && sizes.equals(preset.sizes())
                && tiers.equals(preset.tiers())
                && effort.equals(preset.effort())
                && budgetMillis == BUDGET_MILLIS;
    }

    /** Returns the same as a study without a name of its own. */
    StudySettings custom() {
        return new StudySettings("custom", rounds, strategies, sizes, jvms, tiers, effort, budgetMillis, seed);
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
