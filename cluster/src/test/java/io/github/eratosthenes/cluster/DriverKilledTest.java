package io.github.eratosthenes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.cluster.ranges.Range;
import io.github.eratosthenes.cluster.ranges.RangeCount;
import io.github.eratosthenes.cluster.ranges.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DriverKilledTest {

    private static final long TO = 20_000_000_000L;

    @TempDir
    Path folder;

    @Test
    @Timeout(600)
    void noFinishedRangeIsSievedAgain() throws Exception {
        Path results = folder.resolve("results.txt");

        String stopped = runUntil(results, 4, Process::destroy);
        assertThat(stopped).contains("stopped: ", " finished ranges are in " + results);
        List<String> afterStop = Files.readAllLines(results);

        String killed = runUntil(results, afterStop.size() + 3, Process::destroyForcibly);
        assertThat(killed)
                .contains("resumed: " + (afterStop.size() - 1) + " ranges")
                .doesNotContain("stopped");
        List<String> afterKill = Files.readAllLines(results);

        Run restarted = Run.of("--to=" + TO, "--results=" + results);
        assertThat(restarted.exitCode()).as(restarted.err()).isZero();
        assertThat(restarted.out()).containsPattern("resumed: \\d+ ranges").containsPattern("primes +882,206,716\\R");
        List<String> complete = afterKill.subList(0, afterKill.size() - 1);
        List<String> end = Files.readAllLines(results);
        assertThat(complete).startsWith(afterStop.toArray(String[]::new));
        assertThat(end).startsWith(complete.toArray(String[]::new)).hasSizeGreaterThan(afterKill.size());
        assertDisjoint(end);

        Run finished = Run.of("--to=" + TO, "--results=" + results, "--table");
        assertThat(finished.out())
                .doesNotContain("Spark")
                .containsPattern("100,000,000 +5,761,455\\R")
                .containsPattern("primes +882,206,716\\R");
        assertThat(Files.readAllLines(results)).isEqualTo(end);
    }

    /** Runs the job as a process until the results file has some lines, ends it, and returns what it printed. */
    private String runUntil(Path results, int lines, Consumer<Process> end) throws Exception {
        Path log = folder.resolve("driver.log");
        Process driver = new JobProcess()
                .builder("--to=" + TO, "--results=" + results)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            while (driver.isAlive() && !hasLines(results, lines)) {
                Thread.sleep(5);
            }
            assertThat(driver.isAlive()).as(() -> read(log)).isTrue();
            end.accept(driver);
            assertThat(driver.waitFor(120, TimeUnit.SECONDS))
                    .as(() -> read(log))
                    .isTrue();
        } finally {
            driver.destroyForcibly();
        }
        return Files.readString(log);
    }

    private static void assertDisjoint(List<String> lines) {
        Tally tally = new Tally(new Range(0, TO));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(" ", -1);
            Range range = new Range(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
            tally.add(new RangeCount(range, Long.parseLong(fields[2]), 0, ""));
        }
        assertThat(tally.gaps()).isEmpty();
    }

    private static boolean hasLines(Path file, int count) {
        try {
            return Files.exists(file) && Files.readAllLines(file).size() >= count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
