package io.github.eratosthenes.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParseResult;

class HarnessMainTest {

    @ParameterizedTest
    @ValueSource(strings = {"breakpoints", "load", "calibrate"})
    void anOptionThatTheBuildGivesCanBeGivenAgain(String command) {
        ParseResult parsed = HarnessMain.commandLine().parseArgs(command, "--endpoint=", "--endpoint=http://later");

        assertThat(parsed.subcommand().matchedOptionValue("--endpoint", "")).isEqualTo("http://later");
    }
}
