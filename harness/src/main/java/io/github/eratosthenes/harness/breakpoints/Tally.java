package io.github.eratosthenes.harness.breakpoints;

/** How the tries of a value ended. */
final class Tally {
    int passes;
    int fails;

    /** The least time of those that passed. */
    double seconds;

    String verdict = "";

    /** Whether it was time that ran out in the last that failed. */
    boolean slow;

    void add(Attempt attempt) {
        if (attempt.passed()) {
            seconds = passes == 0 ? attempt.seconds() : Math.min(seconds, attempt.seconds());
            passes++;
        } else {
            fails++;
            verdict = attempt.verdict();
            slow = attempt.slow();
        }
    }
}
