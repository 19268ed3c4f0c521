package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.Primesieve;
import io.github.eratosthenes.results.command.Arguments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A run of JMH with the arguments that someone typed as one string. */
final class PlainJmh {

    private static final String FAIL_ON_ERROR = "-foe";

    private PlainJmh() {}

    /** Runs JMH. It ends the JVM itself where the arguments are wrong or a benchmark fails. */
    static void run(String arguments) throws IOException {
        List<String> checked = failingOnError(Primesieve.skippedIfMissing(Arguments.split(arguments)));
        org.openjdk.jmh.Main.main(checked.toArray(String[]::new));
    }

    /** Without this JMH reports success when a benchmark throws, and leaves it out. */
    static List<String> failingOnError(List<String> arguments) {
        if (arguments.contains(FAIL_ON_ERROR)) {
            return arguments;
        }
        List<String> failing = new ArrayList<>(arguments);
        failing.add(FAIL_ON_ERROR);
        failing.add("true");
        return failing;
    }
}
