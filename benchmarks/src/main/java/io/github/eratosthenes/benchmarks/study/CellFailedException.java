package io.github.eratosthenes.benchmarks.study;

/** Thrown if a cell could not be measured, so that the study has no complete result. */
final class CellFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    CellFailedException(Cell cell, Throwable cause) {
        super(cell + " failed: " + reason(cause), cause);
    }

    /** Finds the benchmark's exception, which JMH hides among the suppressed exceptions of its own. */
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
