package io.github.eratosthenes.publication.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class InterruptionTest {

    private Path printed = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    /** A program that is measuring a part, whose command has started another one. */
    static final class Measuring {

        private Measuring() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            Interruption.endWithParent();
            PublicationFile file = new PublicationFile(
                    "machine", null, 1, false, 10, List.of("25"), List.of(Step.STUDY.id()), List.of());
            FakeCommands commands =
                    new FakeCommands(folder.resolve("log")).with(Step.STUDY, "sleep 300 & echo $$ $!; wait");
            try (Interruption interruption = new Interruption(() -> System.out.println("Interrupted"))) {
                PublicationRun run = new PublicationRun(
                        new PublicationFolder(folder), file, commands, interruption.child(), true, System.out);
                interruption.keepsTimeOf(run);
                try {
                    run.run();
                } catch (PublicationRun.StepFailedException e) {
                    interruption.waitIfComing();
                    System.out.println("failed");
                }
            }
        }
    }

    /**
     * Starts a program that waits for the publication, as Maven does. Its output goes to a file, because a pipe would end with the
     * program.
     */
    private Process parent() throws IOException {
        printed = Files.createFile(folder.resolve("printed"));
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        "\"$@\"; true",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Measuring.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasStartedEndsWithThePublicationAndItsTimeIsKept(boolean itself) throws Exception {
        Process parent = parent();
        try {
            List<String> processes = processes(parent);
            assertThat(processes).allMatch(InterruptionTest::isAlive);
            ProcessHandle publication = parent.children().findFirst().orElseThrow();

            // Ctrl-C does the same to both, but a script may have told its programs to ignore it
            (itself ? publication : parent.toHandle()).destroy();

            publication.onExit().get(30, TimeUnit.SECONDS);
            assertThat(Files.readAllLines(printed)).contains("Interrupted").doesNotContain("failed");
            assertThat(processes).noneMatch(InterruptionTest::isAlive);
        } finally {
            parent.descendants().forEach(ProcessHandle::destroyForcibly);
            parent.destroyForcibly();
        }
        assertThat(PublicationFile.read(folder).time(Step.STUDY).finished()).isFalse();
        assertThat(Files.readAllLines(folder.resolve("log"))).containsExactly("study");
    }

    /** Waits until the command has printed its processes. */
    private List<String> processes(Process parent) throws IOException, InterruptedException {
        while (true) {
            boolean isOver = !parent.isAlive();
            Optional<String> line = Files.readAllLines(printed).stream()
                    .filter(printedLine -> printedLine.matches("\\d+ \\d+"))
                    .findFirst();
            if (line.isPresent()) {
                return List.of(line.get().split(" "));
            }
            assertThat(isOver).as("the publication ended early").isFalse();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean isAlive(String process) {
        return ProcessHandle.of(Long.parseLong(process))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }

    @Test
    void afterTheEndNothingStartsAnyMore() {
        Child child = new Child();
        child.end();

        assertThatThrownBy(() -> child.run(List.of("true"))).hasMessage("interrupted");
    }
}
