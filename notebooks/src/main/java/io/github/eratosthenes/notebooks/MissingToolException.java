package io.github.eratosthenes.notebooks;

import java.io.IOException;

/** A program that the charts need is not installed; the message says which, and how to get it. */
public final class MissingToolException extends IOException {

    private static final long serialVersionUID = 1;

    MissingToolException(String message, Throwable cause) {
        super(message, cause);
    }
}
