package io.github.eratosthenes.harness.breakpoints;

import org.jspecify.annotations.Nullable;

/**
 * The edge that a search found: the values between which tries begin to fail.
 *
 * @param end why it ended
 * @param passing the largest value up to which all tries passed; null where even the lowest failed
 * @param failing the smallest value from which all tries failed; null where none failed
 * @param verdict how the last try at failing ended; null where none failed
 * @param slow whether it was time that ran out there
 */
record Edge(
        End end,
        @Nullable Long passing,
        @Nullable Long failing,
        @Nullable String verdict,
        boolean slow) {

    /** Why a search ended. */
    enum End {
        /** Both sides are confirmed, and close together but for values that passed one time and failed another. */
        FOUND,
        /** The highest value passes. */
        NOTHING_FAILS,
        /** The budget ran out. */
        OUT_OF_BUDGET
    }
}
