package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.ForkRunner.Fork;
import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.results.files.StudyFile;
import io.github.eratosthenes.results.files.WarmupFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.WorkloadParams;

/**
 * The finished rounds. Each round has one fork of every measured cell, in the plan's order. Merged, they give one JMH record for
 * each cell, whose forks are the rounds.
 */
final class Rounds {

    private final List<Measured> cells;
    private final List<List<Fork>> finished = new ArrayList<>();

    Rounds(List<Measured> cells) {
        this.cells = List.copyOf(cells);
    }

    /**
     * Adds a round.
     *
     * @throws IllegalArgumentException if the round does not have one fork for each cell
     */
    void add(List<Fork> round) {
        if (round.size() != cells.size()) {
            throw new IllegalArgumentException(
                    "a round of " + round.size() + " forks does not fit a plan of " + cells.size() + " cells");
        }
        finished.add(List.copyOf(round));
    }

    int size() {
        return finished.size();
    }

    /** Returns a fork of a finished round; both are counted from 0. */
    Fork fork(int round, int place) {
        return finished.get(round).get(place);
    }

    /** Replaces a fork of a finished round by another. */
    void replace(int round, int place, Fork fork) {
        List<Fork> forks = new ArrayList<>(finished.get(round));
        forks.set(place, fork);
        finished.set(round, List.copyOf(forks));
    }

    /** Returns the forks of a finished round, in the plan's order. */
    List<Fork> round(int round) {
        return finished.get(round);
    }

    /** Returns the record of the gate. */
    StudyFile.Gate gate(Gate gate) {
        int repeats = 0;
        int slow = 0;
        for (List<Fork> round : finished) {
            for (int place = 0; place < cells.size(); place++) {
                repeats += round.get(place).repeats();
                slow += gate.isSlow(cells.get(place).cell(), round.get(place)) ? 1 : 0;
            }
        }
        return new StudyFile.Gate(gate.threshold(), repeats, slow);
    }

    /** Writes the merged rounds in a compact form of JMH's JSON. */
    void writeJmhJson(Path file) throws IOException {
        List<RunResult> merged = new ArrayList<>();
        for (int place = 0; place < cells.size(); place++) {
            merged.add(merged(place));
        }
        CompactJmhJson.write(merged, file);
    }

    /** Writes the scores of the warm-up iterations. */
    void writeWarmup(Path file) throws IOException {
        List<WarmupFile.Trace> traces = new ArrayList<>();
        for (int place = 0; place < cells.size(); place++) {
            Measured cell = cells.get(place);
            traces.add(new WarmupFile.Trace(
                    cell.entry().benchmark(),
                    new TreeMap<>(cell.entry().parameters()),
                    forks(place).stream().map(Fork::warmup).toList()));
        }
        WarmupFile.write(traces, file);
    }

    private List<Fork> forks(int place) {
        return finished.stream().map(round -> round.get(place)).toList();
    }

    private RunResult merged(int place) {
        List<BenchmarkResult> results = forks(place).stream().map(Fork::result).toList();
        return new RunResult(params(cells.get(place), results.get(0).getParams()), results);
    }

    /**
     * Makes JDK and tier parameters like the benchmark's own, so that any JMH reader can tell the cells apart, and names a strategy
     * by its id.
     */
    private BenchmarkParams params(Measured cell, BenchmarkParams fork) {
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
                executable(fork.getJvm()),
                fork.getJvmArgs(),
                fork.getJdkVersion(),
                fork.getVmName(),
                fork.getVmVersion(),
                fork.getJmhVersion(),
                fork.getTimeout());
    }

    /** Returns the name of the executable. Its folder is a path of this machine, and the parameter jdk identifies the JVM. */
    private static String executable(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }
}
