package io.github.eratosthenes.benchmarks.study;

/** A cell could not be measured, so the study has no complete result. */
final class CellFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    CellFailedException(Cell cell, Throwable cause) {
        super(cell + " failed: " + reason(cause), cause);
    }

    /** JMH hides what the benchmark threw in the suppressed exceptions of a cause of its own. */
    private static String reason(Throwable thrown) {
        Throwable deepest = thrown;
        while (true) {
            if (deepest.getCause() != null) {
                deepest = deepest.getCause();
            } else if (deepest.getSuppressed().length > 0) {
                deepest = deepest.getSuppressed()[0];
            } else {
                String kind = deepest.getClass().getSimpleName();
                return deepest.getMessage() == null ? kind : kind + ": " + deepest.getMessage();
            }
        }
    }
}
