package io.github.eratosthenes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonTest {

    static Stream<Arguments> fileFailures() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("/a/b"), "no such file or folder"),
                Arguments.of(new AccessDeniedException("/a/b"), "permission denied"),
                Arguments.of(new NotDirectoryException("/a/b"), "not a folder"),
                Arguments.of(new FileAlreadyExistsException("/a/b"), "exists already"),
                Arguments.of(new DirectoryNotEmptyException("/a/b"), "DirectoryNotEmptyException"),
                Arguments.of(new FileSystemLoopException("/a/b"), "FileSystemLoopException"),
                Arguments.of(new FileSystemException("/a/b", null, "Read-only file system"), "Read-only file system"),
                Arguments.of(new FileSystemException("/a/b", null, "two\nlines"), "two"));
    }

    @ParameterizedTest
    @MethodSource("fileFailures")
    void aFilesExceptionHasAReasonBesideItsPath(IOException failure, String reason) {
        assertThat(Reason.of(failure)).isEqualTo(reason);
        assertThat(Reason.of((Throwable) failure)).isEqualTo("/a/b: " + reason);
        assertThat(Reason.of(new UncheckedIOException(failure))).isEqualTo("/a/b: " + reason);
    }

    @Test
    void otherFailuresOfInputAndOutputHaveOneToo() {
        assertThat(Reason.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
        assertThat(Reason.of(new IOException())).isEqualTo("IOException");
        assertThat(Reason.of(new UnknownHostException("vm: Name or service not known")))
                .isEqualTo("the host name vm: Name or service not known");
    }

    @Test
    void anErrorIsOneLine() {
        assertThat(Reason.of(new OutOfMemoryError("Java heap space")))
                .matches("out of memory with a heap of \\d+ MB \\(Java heap space\\)");
        assertThat(Reason.of(new StackOverflowError())).isEqualTo("java.lang.StackOverflowError");
        assertThat(Reason.of(new NoClassDefFoundError("org/apache/spark/SparkConf")))
                .isEqualTo("java.lang.NoClassDefFoundError: org/apache/spark/SparkConf");
        assertThat(Reason.of(new ExceptionInInitializerError(new IllegalStateException("first\nsecond"))))
                .isEqualTo("java.lang.IllegalStateException: first");
    }
}
