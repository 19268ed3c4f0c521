package io.github.eratosthenes.harness.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a load sends.
 *
 * @param strategies ids of strategies, one after another
 * @param max the limit that each call asks for
 * @param loops the loops that each call asks for
 * @param executions how many times each function is called
 * @param concurrency the most calls that are open at once
 * @param ratePerSecond how many calls to start per second; null: as fast as the concurrency lets
 * @param timeoutSeconds how long the client waits for an answer
 * @param functionTimeoutSeconds the functions' own timeout
 */
record LoadSettings(
        List<String> strategies,
        long max,
        int loops,
        int executions,
        int concurrency,
        @Nullable Double ratePerSecond,
        int timeoutSeconds,
        int functionTimeoutSeconds) {

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is below the lowest allowed; the message names its option
     */
    LoadSettings {
        atLeastOne("--conc", concurrency);
        atLeastOne("--execs", executions);
        atLeastOne("--loops", loops);
        atLeastOne("--timeout", timeoutSeconds);
        if (ratePerSecond != null && !(ratePerSecond > 0)) {
            throw new IllegalArgumentException("--rate " + ratePerSecond + " is not above 0");
        }
    }

    private static void atLeastOne(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " " + value + " is below 1, the lowest allowed");
        }
    }

    /** Returns the command and its options as environment.json records them. */
    List<String> commandLine() {
        List<String> commandLine = new ArrayList<>(List.of(
                "load",
                "--strategies=" + String.join(",", strategies),
                "--max=" + max,
                "--loops=" + loops,
                "--execs=" + executions,
                "--conc=" + concurrency));
        if (ratePerSecond != null) {
            commandLine.add("--rate=" + ratePerSecond);
        }
        return commandLine;
    }
}
