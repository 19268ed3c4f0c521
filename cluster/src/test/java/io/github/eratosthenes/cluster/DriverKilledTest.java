package io.github.eratosthenes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DriverKilledTest {

    private static final String[] WINDOW = {"--from=10^13", "--to=10^13+10^10"};

    @TempDir
    Path folder;

    @Test
    @Timeout(90)
    void noFinishedRangeIsSievedAgain() throws Exception {
        Path results = folder.resolve("results.txt");
        Path log = folder.resolve("driver.log");
        Process driver = startDriver(results, log);
        try {
            while (driver.isAlive() && !LocalRunTest.hasLines(results, 4)) {
                Thread.sleep(5);
            }
            assertThat(driver.isAlive()).as(() -> read(log)).isTrue();
        } finally {
            driver.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        List<String> before = Files.readAllLines(results);

        Run restarted = Run.of(WINDOW[0], WINDOW[1], "--results=" + results);

        assertThat(restarted.exitCode()).as(restarted.err()).isZero();
        assertThat(restarted.out()).containsPattern("resumed: \\d+ ranges").containsPattern("primes +334,067,230\\R");
        List<String> after = Files.readAllLines(results);
        List<String> complete = before.subList(0, before.size() - 1);
        assertThat(after).startsWith(complete.toArray(String[]::new)).hasSizeGreaterThan(before.size());
        assertDisjoint(after);
    }

    /** The job as a process of its own, with this JVM's class path and options. */
    private static Process startDriver(Path results, Path log) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), ClusterMain.class.getName()));
        command.addAll(List.of(WINDOW));
        command.add("--results=" + results);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void assertDisjoint(List<String> lines) {
        Tally tally = new Tally(new Range(10_000_000_000_000L, 10_010_000_000_000L));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(" ", -1);
            Range range = new Range(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
            tally.add(new RangeCount(range, Long.parseLong(fields[2]), 0, ""));
        }
        assertThat(tally.gaps()).isEmpty();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
