package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.Primesieve;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A run of JMH's own command line that ends with an exit code other than 0 where a benchmark fails. */
public final class PlainJmh {

    private static final String FAIL_ON_ERROR = "-foe";

    /** Every way in which JMH takes the option. */
    private static final Pattern FAIL_ON_ERROR_GIVEN = Pattern.compile("--?foe(=.*)?");

    private PlainJmh() {}

    /** Runs JMH. It ends the JVM itself where the arguments are wrong or a benchmark fails. */
    public static void run(List<String> arguments) throws IOException {
        List<String> checked = failingOnError(Primesieve.skippedIfMissing(arguments));
        org.openjdk.jmh.Main.main(checked.toArray(String[]::new));
    }

    /** Without this JMH reports success when a benchmark throws, and leaves it out. */
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
