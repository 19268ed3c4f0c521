package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.results.AtomicFile;
import io.github.eratosthenes.benchmarks.study.ForkRunner.Fork;
import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;

/**
 * The finished rounds, each with one fork of every measured cell, and their merged form: one JMH record for each cell,
 * whose forks are the rounds.
 */
final class Rounds {

    private final List<Map<Cell, Fork>> finished = new ArrayList<>();

    void add(Map<Cell, Fork> round) {
        finished.add(Map.copyOf(round));
    }

    int size() {
        return finished.size();
    }

    /** Returns the warm-up scores of a cell, by round. */
    List<List<Double>> warmup(Cell cell) {
        return finished.stream().map(round -> fork(round, cell).warmup()).toList();
    }

    /** Writes the merged rounds of the cells, in their order, as JMH writes its JSON. */
    void writeJmhJson(List<Measured> cells, Path file) throws IOException {
        List<RunResult> merged = cells.stream().map(this::merged).toList();
        AtomicFile.write(file, out -> {
            PrintStream json = new PrintStream(out, false, StandardCharsets.UTF_8);
            ResultFormatFactory.getInstance(ResultFormatType.JSON, json).writeOut(merged);
            if (json.checkError()) {
                throw new IOException("cannot write " + file);
            }
        });
    }

    private RunResult merged(Measured cell) {
        List<BenchmarkResult> forks = finished.stream()
                .map(round -> fork(round, cell.cell()).result())
                .toList();
        return new RunResult(params(cell, forks.get(0).getParams()), forks);
    }

    private static Fork fork(Map<Cell, Fork> round, Cell cell) {
        Fork fork = round.get(cell);
        if (fork == null) {
            throw new IllegalStateException("a finished round has no result of " + cell);
        }
        return fork;
    }

    /**
     * JDK and tier become parameters like the benchmark's own, so that any JMH reader tells the cells apart, and a
     * strategy is named by its id.
     */
    private BenchmarkParams params(PlannedCell cell, BenchmarkParams fork) {
        WorkloadParams params = new WorkloadParams();
        cell.entry().parameters().forEach((name, value) -> params.put(name, value, 0));
        return new BenchmarkParams(
                fork.getBenchmark(),
                fork.generatedBenchmark(),
                fork.shouldSynchIterations(),
                fork.getThreads(),
                fork.getThreadGroups(),
                fork.getThreadGroupLabels(),
                finished.size(),
                fork.getWarmupForks(),
                fork.getWarmup(),
                fork.getMeasurement(),
                fork.getMode(),
                params,
                fork.getTimeUnit(),
                fork.getOpsPerInvocation(),
                withoutHome(fork.getJvm()),
                fork.getJvmArgs(),
                fork.getJdkVersion(),
                fork.getVmName(),
                fork.getVmVersion(),
                fork.getJmhVersion(),
                fork.getTimeout());
    }

    private static String withoutHome(String path) {
        return path.replace(System.getProperty("user.home"), "~");
    }
}
