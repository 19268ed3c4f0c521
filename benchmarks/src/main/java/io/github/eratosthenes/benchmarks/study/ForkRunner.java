package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import java.io.PrintStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
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
    private static final TimeValue TIMEOUT = TimeValue.minutes(2);

    private final PrintStream log;

    ForkRunner(PrintStream log) {
        this.log = log;
    }

    /**
     * What one fork measured.
     *
     * @param result JMH's result
     * @param warmup the scores of the warm-up iterations
     */
    record Fork(BenchmarkResult result, List<Double> warmup) implements Serializable {}

    /**
     * Runs the cell.
     *
     * @throws CellFailedException if the benchmark, or its JVM, fails
     */
    Fork run(PlannedCell.Measured planned, Jvm jvm) throws CellFailedException {
        JmhLog output = new JmhLog(log);
        try {
            Collection<RunResult> results = new Runner(options(planned, jvm), output).run();
            return new Fork(onlyResult(results), output.warmup());
        } catch (RunnerException e) {
            throw new CellFailedException(planned.cell(), e);
        }
    }

    private static BenchmarkResult onlyResult(Collection<RunResult> results) throws RunnerException {
        if (results.size() != 1) {
            throw new RunnerException("JMH returned " + results.size() + " results for one cell");
        }
        return results.iterator().next().getBenchmarkResults().iterator().next();
    }

    private static Options options(PlannedCell.Measured planned, Jvm jvm) {
        Workload workload = planned.cell().workload();
        Effort effort = planned.effort();
        TimeValue iteration = TimeValue.milliseconds(effort.iterationMillis());
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(workload.benchmarkClass().getName() + "." + workload.method()) + "$")
                .forks(1)
                .warmupIterations(effort.warmupIterations())
                .warmupTime(iteration)
                .measurementIterations(effort.measuredIterations())
                .measurementTime(iteration)
                .timeout(TIMEOUT)
                .jvm(jvm.executable().toString())
                .jvmArgs(jvmArguments(planned).toArray(String[]::new))
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class);
        if (workload instanceof Sieving sieving) {
            options.param("strategy", sieving.strategy().name())
                    .param("max", String.valueOf(sieving.max()))
                    .param("loops", String.valueOf(sieving.loops()));
        }
        return options.build();
    }

    private static List<String> jvmArguments(PlannedCell.Measured planned) {
        List<String> arguments = new ArrayList<>(fixedArguments(planned.cell().tier()));
        arguments.add("-Xms" + planned.heapMegabytes() + "m");
        arguments.add("-Xmx" + planned.heapMegabytes() + "m");
        return arguments;
    }

    /**
     * Returns the arguments that every cell of a tier has; its heap comes on top.
     *
     * <p>The serial collector is what a Lambda function of one core gets, and the one that runs nothing beside the
     * benchmark. The heap is touched beforehand, so that no operation pays the kernel for new pages.
     */
    static List<String> fixedArguments(Tier tier) {
        List<String> arguments = new ArrayList<>(tier.jvmArguments());
        arguments.addAll(List.of(
                "-XX:+UseSerialGC", "-XX:NewRatio=1", "-XX:+AlwaysPreTouch", "-XX:-UsePerfData", "-Xshare:auto"));
        return List.copyOf(arguments);
    }
}
