package io.github.eratosthenes.benchmarks;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * The installed libprimesieve, called in process. It is the fastest native sieve, and the yardstick for the sieves of this project.
 *
 * <p>Source: K. Walisch, primesieve, <a href="https://github.com/kimwalisch/primesieve">its C interface</a>.
 */
public final class Primesieve {

    private static final String LIBRARY = "primesieve";

    private static final String BENCHMARKS = NativeYardstick.class.getName() + ".primesieve";

    private Primesieve() {}

    /** Returns whether the library can be loaded. */
    static boolean isInstalled() {
        try {
            return NativeLibrary.getInstance(LIBRARY) != null;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    /** Returns the message for a missing library, with the commands to install it. */
    static String howToInstall() {
        return "libprimesieve is missing; install it: apt-get install libprimesieve-dev (Debian, Ubuntu), brew install"
                + " primesieve (macOS)";
    }

    /**
     * Counts the primes from one number to another, both included.
     *
     * @param threads how many threads the library may use
     * @throws UnsatisfiedLinkError if the library is not installed
     */
    static long count(long from, long to, int threads) {
        Functions.primesieve_set_num_threads(threads);
        return Functions.primesieve_count_primes(from, to);
    }

    /**
     * Returns JMH's arguments. If the library is missing, it leaves out the benchmarks that need the library and prints a line
     * about that. Arguments that JMH will reject, or that ask for other benchmarks, are returned unchanged.
     */
    public static List<String> skippedIfMissing(List<String> arguments) {
        if (!isAskedFor(arguments) || isInstalled()) {
            return arguments;
        }
        System.out.println("skipping NativeYardstick.primesieve: " + howToInstall());
        List<String> skipping = new ArrayList<>(arguments);
        skipping.add("-e");
        skipping.add(Pattern.quote(BENCHMARKS));
        return skipping;
    }

    private static boolean isAskedFor(List<String> arguments) {
        try {
            List<String> includes = new CommandLineOptions(arguments.toArray(String[]::new)).getIncludes();
            return includes.isEmpty()
                    || includes.stream()
                            .anyMatch(include ->
                                    Pattern.compile(include).matcher(BENCHMARKS).find());
        } catch (CommandLineOptionException e) {
            return false;
        }
    }

    /** The library's functions, under their own names, which are bound at the first call. */
    @SuppressWarnings("MemberName")
    private static final class Functions {

        static {
            Native.register(LIBRARY);
        }

        static native long primesieve_count_primes(long start, long stop);

        static native void primesieve_set_num_threads(int threads);
    }
}
