package io.github.eratosthenes.results.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The message of a file exception is often only a path; the user needs the reason too. */
class ErrorTextTest {

    @TempDir
    Path folder = Path.of("");

    private static String textOf(ThrowingCallable failing) {
        return ErrorText.of(catchThrowable(failing));
    }

    @Test
    void aFileExceptionIsToldWithItsReasonAndItsPath() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "text");
        Path none = folder.resolve("none");

        assertThat(textOf(() -> Files.readString(none))).isEqualTo(none + " does not exist");
        assertThat(textOf(() -> Files.createTempFile(none, "a", "b")))
                .endsWith("cannot be found or made: the folder " + none + " does not exist");
        assertThat(textOf(() -> Files.createDirectories(file))).isEqualTo(file + " exists already and is not a folder");
        assertThat(textOf(() -> Files.createDirectory(folder))).isEqualTo(folder + " exists already");
        assertThat(ErrorText.of(new NotDirectoryException("/a"))).isEqualTo("/a is not a folder");
        assertThat(textOf(() -> Files.delete(folder))).isEqualTo(folder + " is a folder that is not empty");
        assertThat(textOf(() -> Files.createDirectory(file.resolve("below"))))
                .contains(file.resolve("below").toString())
                .contains("Not a directory");
        assertThat(ErrorText.of(new AccessDeniedException("/a"))).isEqualTo("access to /a is denied");
        assertThat(ErrorText.of(new FileSystemException("/a", "/b", null)))
                .isEqualTo("/a cannot be used (FileSystemException) (to become /b)");
        assertThat(ErrorText.of(new FileSystemException("/a", null, "Read-only file system")))
                .isEqualTo("/a: Read-only file system");
    }

    @Test
    void anErrorIsToldByWhatTheUserCanDo() {
        assertThat(ErrorText.of(new OutOfMemoryError("Java heap space")))
                .isEqualTo("out of memory: Java heap space; start java with a larger -Xmx");
        assertThat(ErrorText.of(new StackOverflowError())).contains("-Xss");
        assertThat(ErrorText.of(new NoClassDefFoundError("org/x/Y")))
                .isEqualTo("the class org/x/Y is missing or cannot be loaded");
    }

    @Test
    void thereIsAlwaysOneLineOfText() {
        assertThat(ErrorText.of(new IOException())).isEqualTo("IOException");
        assertThat(ErrorText.of(new IOException("one\n  two"))).isEqualTo("one two");
        assertThat(ErrorText.of(new UncheckedIOException(new AccessDeniedException("/a"))))
                .isEqualTo("access to /a is denied");
    }
}
