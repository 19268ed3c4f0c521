package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.results.statistics.Verdict;
import java.util.List;

/**
 * The words that compare two times. No other class of this package has them, so a sentence says "faster" only where a verdict
 * does.
 */
final class VerdictWords {

    private VerdictWords() {}

    /** Returns what a verdict on the ratio of one time to another says, as in "A is faster than B". */
    static String between(String one, String other, Verdict verdict) {
        return switch (verdict) {
            case FASTER -> one + " is faster than " + other;
            case SLOWER -> one + " is slower than " + other;
            case SAME -> one + " is level with " + other;
            case UNCLEAR -> one + " and " + other + " are not told apart";
            case NOT_STEADY -> one + " and " + other + " are not judged, because a time was not steady";
        };
    }

    /** Returns what a verdict says of a time, as in "3 are faster". */
    static String adjective(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> "faster";
            case SLOWER -> "slower";
            case SAME -> "level";
            case UNCLEAR -> "not told apart";
            case NOT_STEADY -> "not judged, because a time was not steady";
        };
    }

    /**
     * Returns what may be said of the one with the least time.
     *
     * @param least its name
     * @param others the verdict on each other's time against its time
     */
    static String lead(String least, List<Verdict> others) {
        return !others.isEmpty() && others.stream().allMatch(verdict -> verdict == Verdict.SLOWER)
                ? least + " is the fastest"
                : least + " has the shortest time";
    }
}
