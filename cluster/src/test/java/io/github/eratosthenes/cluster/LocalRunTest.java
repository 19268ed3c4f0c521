package io.github.eratosthenes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRunTest {

    @TempDir
    Path folder;

    @Test
    void countsToALimitWithATable() {
        Run run = Run.of("--to=1e9", "--table");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("local[*,4]", "tasks", "numbers/s", "core time", "parallel", "efficiency")
                .containsPattern(" 10 +4\\R")
                .containsPattern("1,000,000 +78,498\\R")
                .containsPattern("100,000,000 +5,761,455\\R")
                .containsPattern("1,000,000,000 +50,847,534\\R")
                .containsPattern("primes +50,847,534\\R");
    }

    @Test
    void countsToTheHighestLong() {
        long from = Long.MAX_VALUE - 2000;
        long primes = LongStream.rangeClosed(0, 2000)
                .mapToObj(i -> BigInteger.valueOf(from + i))
                .filter(n -> n.isProbablePrime(50))
                .count();
        Run run = Run.of("--from=" + from, "--to=2^63-1", "--table");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("primes +" + primes + "\\R")
                .containsPattern("9,223,372,036,854,775,807 +" + primes + "\\R");
    }

    @Test
    void aStoppedJobGoesOnFromItsFinishedRanges() throws Exception {
        Path results = folder.resolve("results.txt");
        String[] arguments = {"--to=1e10", "--results=" + results};
        Run stopped = Run.of(() -> hasLines(results, 4), arguments);
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.out()).contains("stopped: ", "the same command goes on");
        List<String> before = Files.readAllLines(results);
        assertThat(before).hasSizeGreaterThanOrEqualTo(4);

        Run resumed = Run.of(arguments);
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.out())
                .contains("resumed: " + (before.size() - 1) + " ranges")
                .containsPattern("primes +455,052,511\\R");
        List<String> after = Files.readAllLines(results);
        assertThat(after).startsWith(before.toArray(String[]::new)).doesNotHaveDuplicates();

        Run finished = Run.of("--to=1e10", "--results=" + results, "--table");
        assertThat(finished.out())
                .doesNotContain("Spark")
                .containsPattern("100,000,000 +5,761,455\\R")
                .containsPattern("primes +455,052,511\\R");
        assertThat(Files.readAllLines(results)).isEqualTo(after);
    }

    static boolean hasLines(Path file, int count) {
        try {
            return Files.exists(file) && Files.readAllLines(file).size() >= count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
