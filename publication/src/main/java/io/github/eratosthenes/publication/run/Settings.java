package io.github.eratosthenes.publication.run;

import java.util.List;

/**
 * How a publication is measured.
 *
 * @param quick whether only the chain of commands is tried, with small sizes
 * @param rounds how many rounds the study has
 * @param jdks what they run on, the newest first
 * @param machine the machine's label
 */
record Settings(boolean quick, int rounds, List<Jdk> jdks, String machine) {

    /** Enough for narrow intervals. */
    static final int ROUNDS = 10;

    /** The fewest that have an interval. */
    static final int QUICK_ROUNDS = 2;

    /** Returns the rounds of variants and yardstick: half of the study's, because they have many cells. */
    int roundsOfOthers() {
        return Math.min(rounds, Math.max(QUICK_ROUNDS, (rounds + 1) / 2));
    }

    Jdk newest() {
        return jdks.get(0);
    }

    List<String> versions() {
        return jdks.stream().map(Jdk::version).toList();
    }
}
