package io.github.eratosthenes.cluster;

/** The job cannot go on; the message explains why, in one line. */
final class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    JobFailedException(String message) {
        super(message);
    }

    JobFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
