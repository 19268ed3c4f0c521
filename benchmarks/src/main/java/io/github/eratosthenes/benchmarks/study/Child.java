package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.results.text.JvmNotes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a program and returns its two output streams separately.
 *
 * <p>Not every line comes from the Java program. With JAVA_TOOL_OPTIONS, JDK_JAVA_OPTIONS or _JAVA_OPTIONS, the JVM prints lines of
 * its own, and a script around {@code java} may print anything. So the program has to mark its answer, and the caller has to look
 * for the marked lines.
 */
final class Child {

    private Child() {}

    /**
     * The result of a program.
     *
     * @param exitCode its exit code
     * @param out its standard output
     * @param err its standard error
     */
    record Ended(int exitCode, String out, String err) {

        /** Returns the likely reason of a failure: the first line of the output that is not a note of the JVM. */
        String reason() {
            return Stream.of(err, out)
                    .flatMap(String::lines)
                    .filter(line -> !line.isBlank() && !JvmNotes.isNote(line))
                    .findFirst()
                    .orElse("exit code " + exitCode);
        }
    }

    /**
     * Runs a program and kills it when its time is up.
     *
     * @return its result; empty if its time was up
     */
    static Optional<Ended> run(List<String> command, long mostMillis) throws IOException, InterruptedException {
        Path out = Files.createTempFile("child", ".out");
        try {
            Path err = Files.createTempFile("child", ".err");
            try {
                return run(command, mostMillis, out, err);
            } finally {
                Files.deleteIfExists(err);
            }
        } finally {
            Files.deleteIfExists(out);
        }
    }

    private static Optional<Ended> run(List<String> command, long mostMillis, Path out, Path err)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            process.getOutputStream().close(); // so that it does not wait for input
            if (!process.waitFor(mostMillis, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } finally {
            process.destroyForcibly();
        }
        return Optional.of(new Ended(process.exitValue(), text(out), text(err)));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
