package io.github.eratosthenes.benchmarks.study;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Writes JMH's output to a log, and keeps the scores of the warm-up iterations, which JMH's results leave out.
 *
 * <p>JMH closes its output after every run; the log stays open for the next.
 */
final class JmhLog implements OutputFormat {

    private final OutputFormat text;
    private final List<Double> warmup = new ArrayList<>();

    JmhLog(PrintStream log) {
        this.text = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
    }

    /** Returns the scores of the warm-up iterations so far. */
    List<Double> warmup() {
        return List.copyOf(warmup);
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {
        text.iteration(benchmark, params, iteration);
    }

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult result) {
        if (params.getType() == IterationType.WARMUP) {
            warmup.add(result.getPrimaryResult().getScore());
        }
        text.iterationResult(benchmark, params, iteration, result);
    }

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {
        text.startBenchmark(benchmark);
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {
        text.endBenchmark(result);
    }

    @Override
    public void startRun() {
        text.startRun();
    }

    @Override
    public void endRun(Collection<RunResult> results) {
        text.flush();
    }

    @Override
    public void print(String message) {
        text.print(message);
    }

    @Override
    public void println(String message) {
        text.println(message);
    }

    @Override
    public void flush() {
        text.flush();
    }

    @Override
    public void close() {
        text.flush();
    }

    @Override
    public void verbosePrintln(String message) {
        text.verbosePrintln(message);
    }

    @Override
    public void write(int character) {
        text.write(character);
    }

    @Override
    public void write(byte[] characters) throws IOException {
        text.write(characters);
    }
}
