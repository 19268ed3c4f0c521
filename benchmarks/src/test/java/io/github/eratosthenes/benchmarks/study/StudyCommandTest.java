package io.github.eratosthenes.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Options are refused in one line, by their names, before anything is probed or measured. */
class StudyCommandTest {

    @TempDir
    Path folder = Path.of("");

    private record Ended(int code, String out, String err) {}

    private static Ended study(String... arguments) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = new CommandLine(new StudyCommand())
                    .setOverwrittenOptionsAllowed(true)
                    .execute(arguments);
            return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--sizes=1000,1000; --sizes has 1000 twice",
                "--sizes=1000x4,2000,1000x4; --sizes has 1000x4 twice",
                "--sizes=1000,1000x1; --sizes has 1000 twice",
                "--strategies=bitset,linear,bitset; --strategies has bitset twice",
                "--tiers=C2,C1,C2; --tiers has C2 twice",
                "--rounds=0; --rounds 0 is below 1",
                "--budget=0; --budget 0 is below 1",
                "--budget=-1; --budget -1 is below 1",
                "--machine=c++; --machine 'c++' is not a label",
                "--results=/proc/self/x; /proc/self cannot be written to"
            })
    void anOptionThatCannotBeUsedIsRefusedBeforeAnythingIsMeasured(String option, String reason) {
        Ended ended = study(option);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("study: ")
                .contains(reason);
        assertThat(ended.out()).doesNotContain("probe");
    }

    @Test
    void anOptionThatIsGivenTwiceCountsAsItsLast() {
        Ended ended = study("--results=" + folder, "--resume=absent", "--rounds=3", "--machine=label", "--machine=");

        assertThat(ended.err())
                .as("the build gives empty options too")
                .isEqualTo("study: --rounds cannot be used with --resume: the study keeps its own value\n");
    }

    @Test
    void aStudyOfNothingIsAFailure() {
        Ended ended =
                study("--results=" + folder.resolve("results"), "--sizes=999999999999999999", "--strategies=bitset");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("study: nothing is left to measure: bitset max=999999999999999999 loops=1")
                .contains("is skipped, above max");
        assertThat(folder.resolve("results")).doesNotExist();
    }
}
