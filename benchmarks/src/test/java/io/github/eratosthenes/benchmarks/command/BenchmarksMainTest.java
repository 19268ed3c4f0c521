package io.github.eratosthenes.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParseResult;

class BenchmarksMainTest {

    @Test
    void whatIsNoCommandOfOursGoesToJmh() throws Exception {
        assertThat(output("-l"))
                .contains("Benchmarks:")
                .contains("SieveBenchmark.sieve")
                .contains("NativeYardstick.primesieve");
        assertThat(output("-h")).contains("Usage: java -jar ...").contains("-foe");
    }

    @Test
    void anOptionThatTheBuildGivesCanBeGivenAgain() {
        ParseResult parsed =
                BenchmarksMain.commandLine().parseArgs("study", "--machine=", "--rounds=4", "--machine=later");

        assertThat(parsed.subcommand().matchedOptionValue("--machine", "")).isEqualTo("later");
    }

    private static String output(String... args) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            BenchmarksMain.run(args);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
