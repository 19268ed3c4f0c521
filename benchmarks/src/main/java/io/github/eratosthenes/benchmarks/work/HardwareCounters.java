package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.benchmarks.SieveBenchmark;
import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.WorkFile.Work;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.TextTable;
import io.github.eratosthenes.results.text.TextTable.Column;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.LinuxPerfNormProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Compares the processor's own counter of level 1 misses with the model's. */
final class HardwareCounters {

    private static final String EVENT = "L1-dcache-load-misses";
    private static final TimeValue ITERATION = TimeValue.milliseconds(200);

    private HardwareCounters() {}

    /** Returns a table of the misses measured in one round of JMH, or one line if this machine counts none. */
    static List<String> lines(List<Work> works) {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            return List.of("No hardware counters to compare with the counts: " + missing.get());
        }
        TextTable table = new TextTable(List.of(
                Column.left("strategy"),
                Column.right("max"),
                Column.right("L1 misses counted"),
                Column.right("L1 load misses measured")));
        works.forEach(work -> table.add(row(work, measure(work))));
        return table.lines();
    }

    /** Returns why the event cannot be measured; empty if it can. */
    static Optional<String> missing() {
        try {
            new LinuxPerfNormProfiler("events=" + EVENT);
            return Optional.empty();
        } catch (ProfilerException e) {
            return Optional.of(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("perf cannot be used"));
        }
    }

    static List<String> row(Work work, OptionalDouble measured) {
        return List.of(
                work.strategy(),
                String.valueOf(work.max()),
                Figures.significant((double) work.level1Misses() / work.max()),
                measured.isPresent() ? Figures.significant(measured.getAsDouble() / work.max()) : "-");
    }

    /** Returns the misses per operation; empty if JMH fails or the event was not counted. */
    @SuppressWarnings("rawtypes") // JMH's map of results is one of raw types
    private static OptionalDouble measure(Work work) {
        OptionsBuilder options = new OptionsBuilder();
        options.include("^" + Pattern.quote(SieveBenchmark.class.getName() + ".sieve") + "$")
                .param("strategy", SieveStrategy.fromId(work.strategy()).name())
                .param("max", String.valueOf(work.max()))
                .param("loops", "1")
                .forks(1)
                .warmupIterations(3)
                .warmupTime(ITERATION)
                .measurementIterations(2)
                .measurementTime(ITERATION)
                .verbosity(VerboseMode.SILENT)
                .addProfiler(LinuxPerfNormProfiler.class, "events=" + EVENT);
        try {
            return new Runner(options.build())
                    .run().stream()
                            .flatMap(run -> run.getSecondaryResults().entrySet().stream())
                            .filter(result -> result.getKey().contains(EVENT))
                            .mapToDouble(result -> result.getValue().getScore())
                            .findFirst();
        } catch (RunnerException e) {
            return OptionalDouble.empty();
        }
    }
}
