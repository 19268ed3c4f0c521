package io.github.eratosthenes.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    @TempDir
    Path parent = Path.of("");

    /** A run that ends at once, as if it were killed: without close and without what runs at an exit. */
    static final class KilledRun {

        private KilledRun() {}

        public static void main(String[] args) throws IOException {
            WorkFolder folder = WorkFolder.create(Path.of(args[0]));
            Files.writeString(folder.file("agent.jar"), "jar");
            Runtime.getRuntime().halt(9);
        }
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.toList();
        }
    }

    @Test
    void nothingIsLeftOfARunThatEnds() throws IOException {
        try (WorkFolder folder = WorkFolder.create(parent)) {
            Files.writeString(folder.file("agent.jar"), "jar");
            assertThat(left()).hasSize(1);
        }

        assertThat(left()).isEmpty();
    }

    @Test
    void theNextRunRemovesWhatAKilledOneLeft() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        parent.toString())
                .inheritIO()
                .start();
        assertThat(killed.waitFor()).isEqualTo(9);
        assertThat(left()).hasSize(1);

        WorkFolder.create(parent).close();

        assertThat(left()).isEmpty();
    }

    @Test
    void aRunLeavesTheFolderOfAnotherThatStillRuns() throws IOException {
        try (WorkFolder running = WorkFolder.create(parent)) {
            Path file = Files.writeString(running.file("agent.jar"), "jar");

            WorkFolder.create(parent).close();

            assertThat(file).exists();
        }
    }

    @Test
    void aFolderWithoutALockIsNotTouched() throws IOException {
        Path other = Files.createDirectory(parent.resolve("eratosthenes-work-of-somebody"));
        Path file = Files.writeString(other.resolve("notes"), "mine");

        WorkFolder.create(parent).close();

        assertThat(file).exists();
    }
}
