package io.github.eratosthenes.benchmarks.statistics;

/** What a ratio of times proves. */
public enum Verdict {
    /** The candidate takes less time: both intervals exclude 1 and the effect is above the threshold. */
    FASTER("faster"),
    /** The candidate takes more time: both intervals exclude 1 and the effect is above the threshold. */
    SLOWER("slower"),
    /** The whole interval lies within the threshold of 1. */
    SAME("same"),
    /** None of these: more rounds, or a quieter machine, may tell. */
    UNCLEAR("unclear");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** Returns the word for tables. */
    public String word() {
        return word;
    }

    /**
     * Returns the verdict on a ratio of candidate to baseline.
     *
     * @param threshold the smallest effect worth a claim, such as 0.02: a ratio from 1/1.02 to 1.02 is never claimed
     */
    public static Verdict of(Ratio ratio, double threshold) {
        double estimate = ratio.estimate();
        if (ratio.interval().excludes(1) && ratio.bootstrap().excludes(1)) {
            if (estimate > 1 + threshold) {
                return SLOWER;
            }
            if (estimate < 1 / (1 + threshold)) {
                return FASTER;
            }
        }
        boolean within = ratio.interval().low() >= 1 / (1 + threshold)
                && ratio.interval().high() <= 1 + threshold;
        return within ? SAME : UNCLEAR;
    }
}
