package io.github.eratosthenes.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Why something failed, in one line for a person. */
final class Reason {

    private Reason() {}

    /**
     * Returns why a file operation failed, without the file's name: the message of a file's exception may be that name alone.
     */
    static String of(IOException failure) {
        if (failure instanceof FileSystemException file && file.getReason() != null) {
            return firstLine(file.getReason());
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a folder";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "exists already";
        }
        if (failure instanceof UnknownHostException) {
            return "the host name " + failure.getMessage();
        }
        if (failure instanceof FileSystemException || failure.getMessage() == null) {
            return failure.getClass().getSimpleName();
        }
        return firstLine(failure.getMessage());
    }

    /** Returns why anything failed: a file's exception with the file's name, an error with its class. */
    static String of(Throwable failure) {
        if (failure instanceof JobFailedException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof OutOfMemoryError) {
            return String.format(
                    Locale.ROOT,
                    "out of memory with a heap of %d MB (%s)",
                    Runtime.getRuntime().maxMemory() >> 20,
                    failure.getMessage());
        }
        if (failure instanceof FileSystemException file && file.getFile() != null) {
            return file.getFile() + ": " + of((IOException) file);
        }
        Throwable cause = failure.getCause();
        boolean wraps = failure instanceof UncheckedIOException || failure instanceof ExceptionInInitializerError;
        if (wraps && cause != null) {
            return of(cause);
        }
        return firstLine(failure.toString());
    }

    /** Returns the first line of a text. */
    static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}
