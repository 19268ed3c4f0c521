package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.results.command.ListOption;
import io.github.eratosthenes.results.command.NumberOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a load.
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

    /** Every call is kept until the report. */
    private static final int MOST_EXECUTIONS = 1_000_000;

    /** Lambda's own limit. */
    private static final int MOST_FUNCTION_SECONDS = 900;

    private static final double LEAST_RATE = 0.001;
    private static final double MOST_RATE = 1_000_000;

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is out of bounds or a strategy is there twice; the message names the option
     */
    LoadSettings {
        ListOption.distinct("--strategies", strategies);
        NumberOption.atLeast("--max", max, 0);
        NumberOption.atLeast("--conc", concurrency, 1);
        NumberOption.within("--execs", executions, 1, MOST_EXECUTIONS);
        NumberOption.atLeast("--loops", loops, 1);
        NumberOption.atLeast("--timeout", timeoutSeconds, 1);
        NumberOption.within("--function-timeout", functionTimeoutSeconds, 1, MOST_FUNCTION_SECONDS);
        if (ratePerSecond != null && !(ratePerSecond >= LEAST_RATE && ratePerSecond <= MOST_RATE)) {
            throw new IllegalArgumentException(
                    "--rate " + ratePerSecond + " is not " + LEAST_RATE + " to " + MOST_RATE);
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
