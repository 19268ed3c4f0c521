package io.github.eratosthenes.harness.breakpoints;

/** The endpoint fails in a way that says nothing of its limits. */
final class TroubleException extends Exception {
    private static final long serialVersionUID = 1;

    TroubleException(String message) {
        super(message);
    }
}
