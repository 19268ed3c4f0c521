package io.github.eratosthenes.results.text;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Turns a thrown exception or error into one sentence for the user.
 *
 * <p>The message of a {@link FileSystemException} is often only a path, and its class is the reason. The message of an {@link
 * Error} is often only the name of a missing class.
 */
public final class ErrorText {

    private ErrorText() {}

    /** Returns the reason, with the path if there is one, in one line. */
    public static String of(Throwable thrown) {
        return oneLine(sentence(thrown));
    }

    private static String sentence(Throwable thrown) {
        Throwable cause = thrown.getCause();
        if (cause != null
                && (thrown instanceof UncheckedIOException || thrown instanceof ExceptionInInitializerError)) {
            return sentence(cause);
        }
        if (thrown instanceof FileSystemException e && e.getReason() == null && e.getFile() != null) {
            return e.getOtherFile() == null
                    ? reason(e, e.getFile())
                    : reason(e, e.getFile()) + " (to become " + e.getOtherFile() + ")";
        }
        if (thrown instanceof CharacterCodingException) {
            return "the text is not UTF-8: " + thrown.getMessage();
        }
        if (thrown instanceof OutOfMemoryError) {
            return "out of memory: " + thrown.getMessage() + "; start java with a larger -Xmx";
        }
        if (thrown instanceof StackOverflowError) {
            return "the stack is too small; start java with a larger -Xss";
        }
        if (thrown instanceof NoClassDefFoundError) {
            return "the class " + thrown.getMessage() + " is missing or cannot be loaded";
        }
        return withoutMessage(thrown.getMessage())
                ? thrown.getClass().getSimpleName()
                : String.valueOf(thrown.getMessage());
    }

    private static boolean withoutMessage(@Nullable String message) {
        return message == null || message.isBlank();
    }

    private static String reason(FileSystemException e, String file) {
        if (e instanceof NoSuchFileException) {
            return noSuchFile(Path.of(file));
        }
        if (e instanceof FileAlreadyExistsException) {
            return file
                    + (Files.isDirectory(Path.of(file)) ? " exists already" : " exists already and is not a folder");
        }
        if (e instanceof AccessDeniedException) {
            return "access to " + file + " is denied";
        }
        if (e instanceof NotDirectoryException) {
            return file + " is not a folder";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return file + " is a folder that is not empty";
        }
        return file + " cannot be used (" + e.getClass().getSimpleName() + ")";
    }

    /**
     * Returns the message for a missing file. The JDK also reports a file that cannot be made as one that does not exist; then its
     * folder is missing.
     */
    private static String noSuchFile(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || Files.isDirectory(folder)
                ? file + " does not exist"
                : file + " cannot be found or made: the folder " + folder + " does not exist";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
