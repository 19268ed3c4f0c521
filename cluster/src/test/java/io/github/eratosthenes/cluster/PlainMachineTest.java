package io.github.eratosthenes.cluster;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.testing.Requirement;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a container or a bare machine lacks, and a login has, does not keep the job from counting. */
class PlainMachineTest {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void countsWhereTheHostNameDoesNotResolveAndThereIsNoEnvironment() throws Exception {
        assertCounts(new JobProcess("-Djdk.net.hosts.file=" + emptyFile())
                .withoutEnvironment()
                .run("--to=1e6"));
    }

    @Test
    @Timeout(300)
    void countsForAUserWithoutAName() throws Exception {
        Requirement.that(
                Files.isExecutable(SETPRIV) && System.getProperty("user.name").equals("root"),
                "to run as another user needs root and setpriv of util-linux");
        JobProcess job = new JobProcess()
                .by(
                        SETPRIV.toString(),
                        "--reuid=54321",
                        "--regid=54321",
                        "--clear-groups",
                        "--inh-caps=+dac_read_search",
                        "--ambient-caps=+dac_read_search");
        assertCounts(job.run("--to=1e6"));

        Run withWorkers = job.run("--to=1e6", "--workers=1");
        assertThat(withWorkers.exitCode()).isEqualTo(1);
        assertThat(withWorkers.err())
                .startsWith("failed: --workers: this user has no name")
                .hasLineCount(1);
    }

    @Test
    @Timeout(300)
    void workersCountWithARelativeClassPathWithoutEnvironmentInAFolderWithBlanks() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        Path withBlanks = Files.createDirectory(folder.resolve("a folder"));
        assertCounts(new JobProcess("-Djdk.net.hosts.file=" + emptyFile(), "-Djava.io.tmpdir=" + withBlanks)
                .withoutEnvironment()
                .withClassPath(entries()
                        .map(entry -> here.relativize(Path.of(entry)).toString())
                        .collect(joining(File.pathSeparator)))
                .run("--to=1e6", "--workers=1"));
        assertThat(withBlanks).as("what the workers left").isEmptyDirectory();
    }

    @Test
    void tellsInOneLineHowToStartItWhereSparkIsNotThere() throws Exception {
        Path results = folder.resolve("results.txt");
        JobProcess job = new JobProcess()
                .withClassPath(
                        entries().filter(PlainMachineTest::isInTheJobsJar).collect(joining(File.pathSeparator)));
        assertSparkIsMissed(job.run("--to=1e6", "--results=" + results));
        assertThat(results).doesNotExist();
        assertSparkIsMissed(job.run("--measure-costs"));
    }

    private static void assertSparkIsMissed(Run run) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .hasLineCount(1)
                .startsWith("failed: Spark is not on the class path: ")
                .contains("./mvnw -Pcluster", "spark-submit --class " + ClusterMain.class.getName());
    }

    private static boolean isInTheJobsJar(String entry) {
        String name = String.valueOf(Path.of(entry).getFileName());
        return !name.endsWith(".jar") || name.startsWith("picocli") || name.startsWith("eratosthenes");
    }

    private static void assertCounts(Run run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("primes +78,498\\R");
        assertThat(run.err()).isEmpty();
    }

    private static Stream<String> entries() {
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1));
    }

    private Path emptyFile() throws Exception {
        return Files.createFile(folder.resolve("hosts"));
    }
}
