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
            case UNCLEAR -> "no difference between " + one + " and " + other + " is proven";
            case NOT_STEADY -> one + " and " + other + " cannot be compared, because a time was not steady";
        };
    }

    /** Returns how many times have a verdict, as in "3 are faster". */
    static String counted(long times, Verdict verdict) {
        boolean one = times == 1;
        String are = times + (one ? " is " : " are ");
        return switch (verdict) {
            case FASTER -> are + "faster";
            case SLOWER -> are + "slower";
            case SAME -> are + "level";
            case UNCLEAR -> times + (one ? " shows" : " show") + " no proven difference";
            case NOT_STEADY -> times + (one ? " was" : " were") + " not steady";
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
