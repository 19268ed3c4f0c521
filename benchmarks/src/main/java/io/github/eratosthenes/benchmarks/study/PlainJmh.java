package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.Primesieve;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs JMH's own command line, with an exit code other than 0 if a benchmark fails. */
public final class PlainJmh {

    private static final String FAIL_ON_ERROR = "-foe";

    /** All spellings of the option that JMH accepts. */
    private static final Pattern FAIL_ON_ERROR_GIVEN = Pattern.compile("--?foe(=.*)?");

    private PlainJmh() {}

    /** Runs JMH, which ends the JVM if the arguments are wrong or a benchmark fails. */
    public static void run(List<String> arguments) throws IOException {
        List<String> checked = failingOnError(Primesieve.skippedIfMissing(arguments));
        org.openjdk.jmh.Main.main(checked.toArray(String[]::new));
    }

    /** Returns the arguments with -foe true. Without this option, JMH leaves out a benchmark that throws, and reports success. */
    static List<String> failingOnError(List<String> arguments) {
        if (arguments.stream().anyMatch(FAIL_ON_ERROR_GIVEN.asMatchPredicate())) {
            return arguments;
        }
        List<String> failing = new ArrayList<>(arguments);
        failing.add(FAIL_ON_ERROR);
        failing.add("true");
        return failing;
    }
}
