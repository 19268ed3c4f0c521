package io.github.eratosthenes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.testing.Requirement;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends a job early is told in one line, with the reason, and with an exit code that is not 0. */
class FailuresTest {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    @TempDir
    Path folder;

    @Test
    void aTemporaryFolderThatCannotBeUsedIsNamedWithTheReason() throws Exception {
        Path missing = folder.resolve("missing");
        Path file = Files.createFile(folder.resolve("file"));
        assertFailed(withTemporaryFolder(missing.toString()), missing + ": no such file or folder");
        assertFailed(withTemporaryFolder(file.toString()), file + ": Not a directory");
        Path withComma = Files.createDirectory(folder.resolve("a,b"));
        assertFailed(withTemporaryFolder(withComma.toString()), folder.resolve("a") + ": no such file or folder; b: ");
        assertThat(missing).doesNotExist();
    }

    @Test
    @Timeout(300)
    void aResultsFileThatCannotGrowIsNamedWithTheReasonAndKeepsWhatItHas() throws Exception {
        Requirement.that(Files.isExecutable(PRLIMIT), "a limit to a file's size needs prlimit of util-linux");
        Path results = folder.resolve("results.txt");
        Run run = new JobProcess("-XX:-UsePerfData")
                .by(PRLIMIT.toString(), "--fsize=200")
                .run("--to=5e9", "--results=" + results);
        List<String> lines = Files.readAllLines(results);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .hasLineCount(1)
                .startsWith("failed: cannot append to " + results + ": File too large; ")
                .contains(lines.size() - 2 + " finished ranges are in " + results);
        Run again = Run.of("--to=5e9", "--results=" + results);
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("resumed: ").containsPattern("primes +234,954,223\\R");
    }

    @Test
    @Timeout(300)
    void anOutOfMemoryErrorInATaskIsToldWithItsRange() throws Exception {
        Run run = new JobProcess("-Xmx500m").run("--from=9e18", "--to=9e18+10^9");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .hasLineCount(1)
                .startsWith("failed: range [9000000000")
                .contains("out of memory with a heap of ", " MB", "nothing is kept");
    }

    @Test
    void anErrorInTheDriverIsOneLine() {
        Run run = Run.of(
                () -> {
                    throw new NoClassDefFoundError("org/example/Missing");
                },
                "--to=9");
        assertFailed(run, "java.lang.NoClassDefFoundError: org/example/Missing");
        Run deep = Run.of(
                () -> {
                    throw new StackOverflowError();
                },
                "--to=9");
        assertFailed(deep, "java.lang.StackOverflowError");
    }

    @Test
    void aResultThatCannotBePrintedIsAFailure() {
        Run run = Run.of(() -> false, new FullDisk(), "--version");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("failed: standard output cannot be written, so the result is lost\n");
    }

    private static Run withTemporaryFolder(String temporaryFolder) {
        System.setProperty("spark.local.dir", temporaryFolder);
        try {
            return Run.of("--to=9");
        } finally {
            System.clearProperty("spark.local.dir");
        }
    }

    private static void assertFailed(Run run, String reason) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).hasLineCount(1).startsWith("failed: ").contains(reason);
    }

    private static final class FullDisk extends Writer {

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
