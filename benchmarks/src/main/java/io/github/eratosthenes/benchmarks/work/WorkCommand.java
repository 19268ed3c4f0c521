package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.benchmarks.work.trace.CacheShape;
import io.github.eratosthenes.benchmarks.work.trace.Trace;
import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.command.ConsoleCommand;
import io.github.eratosthenes.results.command.ResultOptions;
import io.github.eratosthenes.results.environment.BuildStamp;
import io.github.eratosthenes.results.environment.Machine;
import io.github.eratosthenes.results.environment.SittingTimer;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.Environment.Jdk;
import io.github.eratosthenes.results.files.ExplanationFile;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.WorkFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code work}: counts what each sieve does, and explains a study's times by the counts. */
@Command(
        name = "work",
        sortOptions = false,
        description =
                "Count what each strategy does: array accesses, crossings-off, cache misses, wrong branches. Measures no times, so other programs may run.")
public final class WorkCommand extends ConsoleCommand {

    @Option(names = "--strategies", split = ",", description = "Ids of strategies; default: all.")
    private List<String> strategies = List.of();

    @Option(names = "--sizes", split = ",", description = "Values of max; default: ${DEFAULT-VALUE}.")
    private List<Long> sizes = List.of(1_000_000L, 2_500_000L, 10_000_000L, 100_000_000L, 1_000_000_000L);

    @Option(names = "--level1", description = "Bytes and ways of level 1, such as 32K/8; default: this machine's.")
    private String level1 = "";

    @Option(names = "--level2", description = "Bytes and ways of level 2, such as 1M/16; default: this machine's.")
    private String level2 = "";

    @Option(
            names = "--pages",
            description =
                    "How many addresses of pages the processor keeps, its second-level data TLB; default ${DEFAULT-VALUE}.")
    private int pages = 2_048;

    @Option(
            names = "--budget",
            description = "Give up a count after so many seconds of processor time; default: ${DEFAULT-VALUE}.")
    private long budgetSeconds = 60;

    @Option(names = "--counts", description = "Take the counts of this result folder instead of counting.")
    private String counts = "";

    @Option(names = "--study", description = "Explain the times of this study's result folder.")
    private String study = "";

    @Mixin
    private ResultOptions resultOptions = new ResultOptions();

    /** Creates the command; picocli sets its options. */
    public WorkCommand() {}

    @Override
    protected int execute() throws IOException, InterruptedException {
        SittingTimer timer = new SittingTimer();
        resultOptions.check();
        StudyData times = study.isBlank() ? null : StudyData.read(new ResultFolder(Path.of(study)));
        if (!counts.isBlank()) {
            print(WorkFile.read(new ResultFolder(Path.of(counts)).work()), times);
            return 0;
        }
        WorkFile work = count();
        ResultFolder folder = resultOptions.create();
        work.write(folder.work());
        environment(timer).write(folder.environment());
        ExplanationFile explanation = print(work, times);
        if (explanation != null) {
            explanation.write(folder.explanation());
        }
        HardwareCounters.lines(work.works()).forEach(System.out::println);
        System.out.println("Results: " + folder.path());
        return 0;
    }

    private @Nullable ExplanationFile print(WorkFile work, @Nullable StudyData times) {
        System.out.println();
        WorkTable.lines(work).forEach(System.out::println);
        System.out.println();
        if (times == null) {
            return null;
        }
        ExplanationFile explanation = explain(work, times);
        System.out.println();
        return explanation;
    }

    /** Takes the study's times on the JDK that was counted or, if there are none, on the study's first JDK. */
    private ExplanationFile explain(WorkFile work, StudyData times) {
        List<String> jdks = times.environment().jdks().stream().map(Jdk::label).toList();
        String counted = String.valueOf(work.jdk());
        String jdk = jdks.contains(counted) || jdks.isEmpty() ? counted : jdks.get(0);
        System.out.println("Times: " + times.environment().machine() + ", JDK " + jdk + ", " + TimedWork.TIER
                + "; its caches are " + times.environment().hardware().caches() + ".");
        ExplanationFile explanation = new Explanation(TimedWork.of(work, times, jdk))
                .file(String.valueOf(Path.of(study).toAbsolutePath().normalize().getFileName()), jdk);
        new ExplanationText(explanation).lines().forEach(System.out::println);
        return explanation;
    }

    private WorkFile count() throws IOException, InterruptedException {
        Trace.checkPages(pages);
        MachineCaches machine = new MachineCaches(Path.of("/"));
        List<SieveStrategy> chosen = strategies.isEmpty()
                ? List.of(SieveStrategy.values())
                : strategies.stream().map(SieveStrategy::fromId).toList();
        try (AgentJar agent = AgentJar.create()) {
            SieveCounter counter = new SieveCounter(
                    agent,
                    level1.isBlank() ? machine.level1() : CacheShape.parse(level1),
                    level2.isBlank() ? machine.level2() : CacheShape.parse(level2),
                    pages,
                    Duration.ofSeconds(budgetSeconds));
            return new WorkCount(counter, System.out).of(chosen, sizes);
        }
    }

    /**
     * Returns the environment of this run. It has no options: those that chose caches are in work.json, and those that chose
     * strategies and sizes follow from it.
     */
    private Environment environment(SittingTimer timer) throws IOException {
        Machine machine = Machine.current();
        return new Environment(
                resultOptions.machine(),
                machine.hardware(),
                machine.system(),
                List.of(new Jdk(
                        String.valueOf(Runtime.version().feature()),
                        System.getProperty("java.runtime.version"),
                        System.getProperty("java.vendor"))),
                Map.of(),
                "Serial",
                null,
                0,
                BuildStamp.source(),
                List.of("work"),
                List.of(timer.sitting(0, null)));
    }
}
