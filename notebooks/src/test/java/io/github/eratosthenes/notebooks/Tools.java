package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Programs that a machine may lack. */
final class Tools {

    private Tools() {}

    /** Returns the first of the programs that is on the path; without any, the test is skipped, or fails if told to. */
    static Path require(String advice, String... names) {
        for (String name : names) {
            Optional<Path> found = find(name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw skip(String.join(" or ", names) + " is not installed: " + advice);
    }

    /** Skips the test for the reason, or fails it where nothing may be skipped. */
    private static RuntimeException skip(String message) {
        Requirement.that(false, message);
        throw new AssertionError("a requirement that is not met was passed");
    }

    private static Optional<Path> find(String name) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns the build's folder. */
    static Path work() {
        return Path.of("target").toAbsolutePath();
    }

    static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
