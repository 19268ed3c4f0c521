package io.github.eratosthenes.cluster;

import io.github.eratosthenes.cluster.ranges.Range;
import io.github.eratosthenes.cluster.ranges.ResultsFile;
import io.github.eratosthenes.cluster.ranges.Tally;
import io.github.eratosthenes.core.RangeSieve;
import io.github.eratosthenes.core.SieveStrategy;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The job: counts the primes of a range on Apache Spark.
 *
 * <p>{@code ./mvnw -Pcluster} uses this class, with Spark inside this JVM on all cores, and so does spark-submit, which knows
 * the cluster. Every mistake in the arguments is found before Spark starts.
 */
@Command(
        name = "eratosthenes-cluster",
        description = "Counts the primes of a range on Apache Spark.",
        mixinStandardHelpOptions = true,
        versionProvider = ClusterMain.Version.class,
        sortOptions = false,
        defaultValueProvider = PropertyDefaults.class)
public final class ClusterMain implements Callable<Integer> {

    /** Each worker is two JVMs. */
    private static final int MOST_WORKERS = 64;

    /** The first class of Spark that the job needs. */
    private static final String SPARK = "org.apache.spark.SparkConf";

    private final BooleanSupplier stop;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--from",
            defaultValue = "0",
            paramLabel = "N",
            converter = WholeNumber.class,
            description = "The first number, from 0 (default: ${DEFAULT-VALUE}).")
    private long from;

    @Option(
            names = "--to",
            paramLabel = "N",
            converter = WholeNumber.class,
            description = "The last number, to 2^63-1; required. Write 1000, 1_000, 1e11, 10^11 or 10^15+10^10.")
    private @Nullable Long last;

    @Option(
            names = "--strategy",
            defaultValue = "wheel-segment",
            paramLabel = "ID",
            description = "The sieve that every task uses (default: ${DEFAULT-VALUE}).")
    private String strategyId = "";

    @Option(
            names = "--table",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Prints the number of primes up to each power of ten, too.")
    private boolean table;

    @Option(
            names = "--results",
            defaultValue = "",
            paramLabel = "FILE",
            description = "Keeps finished ranges in this file; the same command, started again, goes on from them.")
    private String results = "";

    @Option(
            names = "--workers",
            defaultValue = "0",
            paramLabel = "N",
            description = "Starts a real standalone cluster of N one-core workers on this machine for the job.")
    private int workers;

    @Option(
            names = "--measure-costs",
            description =
                    "Measures the cost of a task on this machine and prints the cost model; allows no other option.")
    private boolean measureCosts;

    private ClusterMain(BooleanSupplier stop) {
        this.stop = stop;
    }

    /**
     * Runs the job and ends the JVM: with 0 when all is counted, 1 when a task failed for good or the job was stopped, 2
     * when the arguments or the results file are not what the job can use.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        int exitCode;
        try (StopSignal stop = StopSignal.install()) {
            exitCode = run(stop, writer(System.out), writer(System.err), arguments);
        }
        System.exit(exitCode);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }

    /**
     * Runs the job.
     *
     * @param stop asked several times a second; once true, the job ends early and keeps what is done
     * @return the exit code, as {@link #main} says
     */
    static int run(BooleanSupplier stop, PrintWriter out, PrintWriter err, String... arguments) {
        int exitCode;
        try {
            exitCode = new CommandLine(new ClusterMain(stop))
                    .setOut(out)
                    .setErr(err)
                    .setParameterExceptionHandler((exception, ignored) -> {
                        err.println(Reason.firstLine(String.valueOf(exception.getMessage())));
                        return CommandLine.ExitCode.USAGE;
                    })
                    .setExecutionExceptionHandler((exception, ignored, result) -> failed(exception, err))
                    .execute(arguments);
        } catch (VirtualMachineError | LinkageError e) {
            exitCode = failed(e, err);
        }
        if (out.checkError() && exitCode == CommandLine.ExitCode.OK) {
            err.println("failed: standard output cannot be written, so the result is lost");
            return CommandLine.ExitCode.SOFTWARE;
        }
        return exitCode;
    }

    private static int failed(Throwable failure, PrintWriter err) {
        err.println("failed: " + Reason.of(failure));
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (measureCosts) {
            return measureCosts();
        }
        CountRequest request = request();
        checkForSpark();
        Tally tally = new Tally(request.range());
        try (ResultsFile file = open(request, tally)) {
            return new Count(request, tally, file, spec.commandLine().getOut(), stop).run();
        }
    }

    private static void checkForSpark() {
        try {
            Class.forName(SPARK, false, ClusterMain.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new JobFailedException(
                    "Spark is not on the class path: start the job by ./mvnw -Pcluster, or by "
                            + "spark-submit --class " + ClusterMain.class.getName() + " eratosthenes-cluster.jar",
                    e);
        }
    }

    private int measureCosts() throws InterruptedException {
        List<OptionSpec> given = spec.commandLine().getParseResult().matchedOptions();
        if (given.size() > 1) {
            throw wrong("--measure-costs takes no other option; given: "
                    + given.stream().map(OptionSpec::longestName).collect(Collectors.joining(", ")));
        }
        checkForSpark();
        boolean done = new CostMeasurement(spec.commandLine().getOut(), stop).run();
        return done ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private CountRequest request() {
        if (last == null) {
            throw wrong("Missing required option: '--to=N'");
        }
        long to = last;
        if (from > to) {
            throw wrong("--from " + from + " is above --to " + to);
        }
        if (workers < 0) {
            throw wrong("--workers " + workers + " is below 0, the lowest allowed");
        }
        if (workers > MOST_WORKERS) {
            throw wrong("--workers " + workers + " is above " + MOST_WORKERS + ", the highest allowed");
        }
        SieveStrategy strategy = strategy();
        long highest = strategy.traits().highestMax();
        if (to > highest) {
            throw wrong("--to " + to + " is above " + highest + ", the highest allowed for " + strategy.id());
        }
        return new CountRequest(new Range(from, to), strategy, table, resultsPath(), workers);
    }

    private SieveStrategy strategy() {
        SieveStrategy strategy;
        try {
            strategy = SieveStrategy.fromId(strategyId);
        } catch (IllegalArgumentException e) {
            throw wrong("--strategy: " + e.getMessage());
        }
        if (!runsInTasks(strategy)) {
            String why = strategy.traits().parallel()
                    ? "takes all cores for one range, and Spark gives each task one core"
                    : "cannot start in the middle of the numbers";
            throw wrong("--strategy: '" + strategyId + "' " + why + "; usable: "
                    + Arrays.stream(SieveStrategy.values())
                            .filter(ClusterMain::runsInTasks)
                            .map(SieveStrategy::id)
                            .collect(Collectors.joining(", ")));
        }
        return strategy;
    }

    private @Nullable Path resultsPath() {
        if (results.isEmpty()) {
            return null;
        }
        Path path;
        try {
            path = Path.of(results).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw wrong("--results: '" + results + "' cannot be a path on this system: " + e.getReason());
        }
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw wrong("--results: " + path + " is not a file in an existing folder");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw wrong("--results: " + path + " is " + (Files.isDirectory(path) ? "a folder" : "not a regular file"));
        }
        return path;
    }

    private @Nullable ResultsFile open(CountRequest request, Tally tally) {
        if (request.results() == null) {
            return null;
        }
        try {
            return ResultsFile.open(request.results(), request.strategy(), tally);
        } catch (IllegalArgumentException e) {
            throw wrong("--results: " + e.getMessage());
        } catch (IOException e) {
            throw wrong("--results: cannot open " + request.results() + ": " + Reason.of(e));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static boolean runsInTasks(SieveStrategy strategy) {
        return !strategy.traits().parallel() && strategy.create() instanceof RangeSieve;
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = ClusterMain.class.getPackage().getImplementationVersion();
            return new String[] {"eratosthenes-cluster " + (version == null ? "from a build folder" : version)};
        }
    }
}
