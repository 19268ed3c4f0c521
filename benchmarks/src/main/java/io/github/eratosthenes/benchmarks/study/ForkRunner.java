package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.ruler.RulerProfiler;
import io.github.eratosthenes.benchmarks.ruler.TurnProfiler;
import io.github.eratosthenes.results.files.RulerReadings;
import io.github.eratosthenes.results.statistics.LowEnd;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs one cell in one forked JVM, through JMH. */
final class ForkRunner {

    /** An operation that hangs ends the study with JMH's message instead of holding it for JMH's ten minutes. */
    static final long TIMEOUT_MILLIS = 120_000;

    private static final String CLASS_PATH = "java.class.path";

    private final Map<String, Jvm> jvms;
    private final @Nullable Path otherJar;
    private final PrintStream log;

    /**
     * Creates a runner.
     *
     * @param jvms the JVMs by their labels
     * @param otherJar the other build, for its cells
     * @param log gets JMH's own output, fork after fork
     */
    ForkRunner(Map<String, Jvm> jvms, @Nullable Path otherJar, PrintStream log) {
        this.jvms = Map.copyOf(jvms);
        this.otherJar = otherJar;
        this.log = log;
    }

    /**
     * The measurements of one fork.
     *
     * @param result JMH's result
     * @param warmup the scores of the warm-up iterations
     * @param rulers the best reading of each ruler
     * @param repeats how many times the fork was repeated before this run
     */
    record Fork(BenchmarkResult result, List<Double> warmup, Map<String, Double> rulers, int repeats)
            implements Serializable {

        Fork withRepeats(int count) {
            return new Fork(result, warmup, rulers, count);
        }
    }

    /**
     * Runs the cell.
     *
     * @param port the port on which the JVM gets its turns
     * @param longestWaitMillis the longest time that it may have to wait for a turn
     * @throws RunnerException if the benchmark or its JVM fails
     */
    Fork run(PlannedCell.Measured planned, int port, long longestWaitMillis) throws RunnerException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (PrintStream ownLog = new PrintStream(text, false, StandardCharsets.UTF_8)) {
            JmhLog output = new JmhLog(ownLog);
            Collection<RunResult> results = new Runner(options(planned, port, longestWaitMillis), output).run();
            BenchmarkResult result = onlyResult(results);
            return new Fork(result, output.warmup(), bestReadings(result), 0);
        } finally {
            log.writeBytes(text.toByteArray());
            log.flush();
        }
    }

    /** Returns the class path of a cell's JVM. */
    String classPath(Cell cell) {
        return cell.build() == Build.OTHER ? String.valueOf(otherJar) : System.getProperty(CLASS_PATH);
    }

    /**
     * Sets the class path with which JMH starts its forks. JMH takes that of its own JVM, and has no option for another.
     *
     * @return the class path before
     */
    static String setClassPath(String path) {
        return System.setProperty(CLASS_PATH, path);
    }

    private static BenchmarkResult onlyResult(Collection<RunResult> results) throws RunnerException {
        if (results.size() != 1) {
            throw new RunnerException("JMH returned " + results.size() + " results for one cell");
        }
        return results.iterator().next().getBenchmarkResults().iterator().next();
    }

    /** Returns the best reading of each ruler, as the same mean of the lowest readings that {@link LowEnd} takes of slices. */
    private static Map<String, Double> bestReadings(BenchmarkResult result) {
        Map<String, Double> best = new TreeMap<>();
        for (String ruler : RulerReadings.NAMES) {
            double[] readings = result.getIterationResults().stream()
                    .map(slice -> slice.getSecondaryResults().get(ruler))
                    .filter(Objects::nonNull)
                    .mapToDouble(reading -> reading.getScore())
                    .toArray();
            best.put(ruler, LowEnd.of(readings));
        }
        return best;
    }

    private Options options(PlannedCell.Measured planned, int port, long longestWaitMillis) {
        Jvm jvm = Objects.requireNonNull(jvms.get(planned.cell().jdk()));
        Workload workload = planned.cell().workload();
        Effort effort = planned.effort();
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(workload.benchmarkClass().getName() + "." + workload.method()) + "$")
                .forks(1)
                .warmupIterations(effort.warmupIterations())
                .warmupTime(TimeValue.milliseconds(effort.warmupMillis()))
                .measurementIterations(effort.slices())
                .measurementTime(TimeValue.milliseconds(effort.sliceMillis()))
                .timeout(TimeValue.milliseconds(TIMEOUT_MILLIS + longestWaitMillis))
                .jvm(jvm.executable().toString())
                .jvmArgs(jvmArguments(planned).toArray(String[]::new))
                .shouldFailOnError(true)
                .addProfiler(TurnProfiler.class, TurnProfiler.options(port))
                .addProfiler(RulerProfiler.class, RulerProfiler.options(0))
                .addProfiler(GCProfiler.class);
        workload.benchmarkParameters().forEach(options::param);
        return options.build();
    }

    private static List<String> jvmArguments(PlannedCell.Measured planned) {
        List<String> arguments = new ArrayList<>(fixedArguments(planned.cell().tier()));
        arguments.add("-Xms" + planned.heapMegabytes() + "m");
        arguments.add("-Xmx" + planned.heapMegabytes() + "m");
        return arguments;
    }

    /**
     * Returns the arguments of every cell of a tier, without its heap.
     *
     * <p>A Lambda function with one core uses the serial collector, and this collector runs no threads beside the benchmark. The heap's
     * pages are touched beforehand, so that no operation has to get new pages from the kernel.
     */
    static List<String> fixedArguments(Tier tier) {
        List<String> arguments = new ArrayList<>(tier.jvmArguments());
        arguments.addAll(List.of(
                "-XX:+UseSerialGC", "-XX:NewRatio=1", "-XX:+AlwaysPreTouch", "-XX:-UsePerfData", "-Xshare:auto"));
        return List.copyOf(arguments);
    }
}
