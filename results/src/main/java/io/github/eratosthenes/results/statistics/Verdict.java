package io.github.eratosthenes.results.statistics;

/** The verdict that a ratio of times proves. */
public enum Verdict {
    /** The candidate takes less time: the whole interval lies below 1, by more than the threshold. */
    FASTER("faster"),
    /** The candidate takes more time: the whole interval lies above 1, by more than the threshold. */
    SLOWER("slower"),
    /** The whole interval lies within the threshold of 1. */
    SAME("same"),
    /** The interval allows more than one of these; more rounds or a quieter machine may decide. */
    UNCLEAR("unclear"),
    /** One of the two times still changed while it was measured, so their ratio is not judged. */
    NOT_STEADY("not steady");

    /** The largest effect that does not matter. */
    public static final double THRESHOLD = 0.02;

    /** The largest effect that is tolerated where none is expected. */
    public static final double TOLERANCE = 0.05;

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** Returns the word for tables. */
    public String word() {
        return word;
    }

    /** Returns whether this verdict claims a difference. */
    public boolean isClaim() {
        return this == FASTER || this == SLOWER;
    }

    /**
     * Returns the verdict on a ratio of candidate to baseline.
     *
     * @param threshold the largest effect that does not matter, such as 0.02. If the interval has a value from 1/1.02 to
     *     1.02, no difference is claimed
     */
    public static Verdict of(Ratio ratio, double threshold) {
        Interval interval = ratio.interval();
        double lowest = 1 / (1 + threshold);
        double highest = 1 + threshold;
        if (interval.low() > highest) {
            return SLOWER;
        }
        if (interval.high() < lowest) {
            return FASTER;
        }
        return interval.low() >= lowest && interval.high() <= highest ? SAME : UNCLEAR;
    }
}
