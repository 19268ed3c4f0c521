package io.github.eratosthenes.harness.breakpoints;

import java.util.Optional;

/** Tries values. */
@FunctionalInterface
interface Trial {
    /** Tries a value, or returns nothing where the budget has run out. */
    Optional<Attempt> at(long value) throws TroubleException;
}
