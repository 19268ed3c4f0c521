package io.github.eratosthenes.emulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.emulator.TestEmulator;
import io.github.eratosthenes.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir
    private Path parent;

    @Test
    void aLivingOwnersFolderStays() throws IOException {
        try (Workspace workspace = Workspace.create(parent)) {
            assertThat(Workspace.sweep(parent)).isEmpty();
            assertThat(workspace.folder()).isDirectory();
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void aLeftFolderGoesWithTheGroupsThatBearItsName() throws IOException {
        Path left = leftover("lambda-emulator-7");
        Path its = Files.createDirectories(parent.resolve("cgroup/lambda-emulator-7"));
        Files.createDirectory(its.resolve("f-1"));
        Path another = Files.createDirectories(parent.resolve("cgroup/system"));
        Files.write(left.resolve("cgroups"), List.of(its.toString(), another.toString()));
        assertThat(Workspace.sweep(parent)).containsExactly(left);
        assertThat(left).doesNotExist();
        assertThat(its).doesNotExist();
        assertThat(another).as("not its own").isDirectory();
    }

    @Test
    void whatRunsInALeftFolderEnds() throws IOException {
        Requirement.that(System.getProperty("os.name").equals("Linux"), "only Linux shows where a process runs");
        Path task = Files.createDirectory(leftover("lambda-emulator-7").resolve("task"));
        Process orphan =
                new ProcessBuilder("sleep", "300").directory(task.toFile()).start();
        Process other =
                new ProcessBuilder("sleep", "300").directory(parent.toFile()).start();
        try {
            Workspace.sweep(parent);
            assertThat(orphan.onExit()).succeedsWithin(TestEmulator.PATIENCE);
            assertThat(other.isAlive()).isTrue();
        } finally {
            orphan.destroyForcibly();
            other.destroyForcibly();
        }
    }

    @Test
    void whatIsNotOursStays() throws IOException {
        Path unfinished = Files.createDirectory(parent.resolve("lambda-emulator-8"));
        Files.createFile(unfinished.resolve("lock"));
        Path link = Files.createSymbolicLink(parent.resolve("lambda-emulator-9"), leftover("elsewhere"));
        Path file = Files.createFile(parent.resolve("lambda-emulator-10"));
        assertThat(Workspace.sweep(parent)).isEmpty();
        assertThat(List.of(unfinished, link, file)).allMatch(Files::exists);
    }

    private Path leftover(String name) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name));
        Files.createFile(folder.resolve("lock"));
        Files.createFile(folder.resolve("cgroups"));
        return folder;
    }
}
