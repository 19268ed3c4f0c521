package io.github.eratosthenes.publication.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars that measure.
 *
 * @param benchmarks the JMH study
 * @param harness what calls an endpoint
 * @param emulator a local endpoint
 * @param function the function behind it
 */
record Jars(Path benchmarks, Path harness, Path emulator, Path function) {

    /** Returns those of a built project. */
    static Jars of(Path project) {
        Path harness = project.resolve("harness/target");
        return new Jars(
                project.resolve("benchmarks/target/benchmarks.jar"),
                harness.resolve("harness.jar"),
                harness.resolve("endpoint/eratosthenes-emulator.jar"),
                harness.resolve("endpoint/eratosthenes-lambda.jar"));
    }

    /**
     * Checks that all are there.
     *
     * @throws IOException if one is not
     */
    void check() throws IOException {
        List<Path> missing = all().filter(jar -> !Files.isRegularFile(jar)).toList();
        if (!missing.isEmpty()) {
            throw new IOException(missing.get(0) + " is missing; ./mvnw -Ppublication builds it");
        }
    }

    /** Returns copies in a folder, as they are there or made there now. */
    Jars copiedTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path jar : all().toList()) {
            Path copy = folder.resolve(jar.getFileName());
            if (!Files.exists(copy)) {
                Files.copy(jar, copy);
            }
        }
        return in(folder);
    }

    /** Returns those that were copied to a folder. */
    Jars in(Path folder) {
        return new Jars(
                folder.resolve(benchmarks.getFileName()),
                folder.resolve(harness.getFileName()),
                folder.resolve(emulator.getFileName()),
                folder.resolve(function.getFileName()));
    }

    private Stream<Path> all() {
        return Stream.of(benchmarks, harness, emulator, function);
    }
}
