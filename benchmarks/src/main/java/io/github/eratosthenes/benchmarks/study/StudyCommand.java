package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.environment.Environment;
import io.github.eratosthenes.benchmarks.environment.Environment.Jdk;
import io.github.eratosthenes.benchmarks.environment.Environment.Sitting;
import io.github.eratosthenes.benchmarks.environment.GitState;
import io.github.eratosthenes.benchmarks.environment.Machine;
import io.github.eratosthenes.benchmarks.results.AtomicFile;
import io.github.eratosthenes.benchmarks.results.JmhFile;
import io.github.eratosthenes.benchmarks.results.ResultFolder;
import io.github.eratosthenes.benchmarks.results.StudyFile;
import io.github.eratosthenes.benchmarks.study.StudySettings.Size;
import io.github.eratosthenes.core.SieveStrategy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.util.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code study}: measures every cell in interleaved rounds, writes a result folder and prints its report.
 *
 * <p>An option with an empty value counts as not given: Maven passes on every property, set or not.
 */
@Command(
        name = "study",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measure the strategies in interleaved rounds and write a result folder.")
public final class StudyCommand implements Callable<Integer> {

    private static final String COLLECTOR = "Serial";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--study", defaultValue = "quick", description = "quick (the default) or full.")
    private String preset = "quick";

    @Option(names = "--results", defaultValue = "results", description = "Where result folders go: ./results.")
    private Path results = Path.of("results");

    @Option(names = "--machine", defaultValue = "", description = "The machine's label: its CPU and cores.")
    private String machine = "";

    @Option(names = "--jvms", defaultValue = "", description = "JDK homes or java executables, with commas: this JVM.")
    private String jvms = "";

    @Option(names = "--tiers", split = ",", description = "C2, C1 or both: C2 in quick, both in full.")
    private List<Tier> tiers = List.of();

    @Option(names = "--strategies", split = ",", description = "Ids of strategies: all.")
    private List<String> strategies = List.of();

    @Option(names = "--sizes", split = ",", description = "Limits, each with xLOOPS if not 1, as 1000000x4.")
    private List<String> sizes = List.of();

    @Option(names = "--rounds", description = "Rounds: 5 in quick, 10 in full.")
    private @Nullable Integer rounds;

    @Option(names = "--effort", defaultValue = "", description = "Warm-up iterations, iterations, ms of each: 5,5,100.")
    private String effort = "";

    @Option(names = "--budget", defaultValue = "2000", description = "The longest operation measured, in ms: 2000.")
    private long budgetMillis = 2000;

    @Option(names = "--seed", defaultValue = "20", description = "What the order of the cells is drawn from: 20.")
    private long seed = 20;

    @Option(
            names = "--resume",
            defaultValue = "",
            description = "Go on with the newest unfinished folder, or a given one.")
    private String resume = "";

    @Option(
            names = "--jmh-args",
            defaultValue = "",
            description = "No study: run JMH with these arguments, -foe true added.")
    private String jmhArguments = "";

    /** For picocli. */
    public StudyCommand() {}

    @Override
    public Integer call() throws IOException {
        if (!jmhArguments.isBlank()) {
            PlainJmh.run(jmhArguments);
            return 0;
        }
        try {
            study(settings());
            return 0;
        } catch (CellFailedException | IllegalArgumentException | IOException e) {
            System.err.println("study: " + e.getMessage());
            return 1;
        }
    }

    private StudySettings settings() throws IOException {
        Preset base = Arrays.stream(Preset.values())
                .filter(value -> value.name().equalsIgnoreCase(preset))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown study '" + preset + "'; known: quick, full"));
        return new StudySettings(
                preset,
                rounds == null ? base.rounds() : rounds,
                strategies.isEmpty()
                        ? List.of(SieveStrategy.values())
                        : strategies.stream().map(SieveStrategy::fromId).toList(),
                sizes.isEmpty() ? base.sizes() : sizes.stream().map(Size::parse).toList(),
                jvms.isBlank() ? List.of(Jvm.current()) : Jvm.list(jvms),
                tiers.isEmpty() ? base.tiers() : tiers,
                effort.isBlank() ? base.effort() : Effort.parse(effort),
                budgetMillis,
                seed);
    }

    private void study(StudySettings settings) throws IOException, CellFailedException {
        PrintStream out = System.out;
        Machine thisMachine = Machine.current();
        String label = machine.isBlank() ? thisMachine.label() : Machine.slug(machine);
        StudyPlan plan = StudyPlan.of(settings, Machine.memoryMegabytes());
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ResultFolder folder = ResultFolder.create(results, LocalDate.ofInstant(start, ZoneOffset.UTC), label);
        out.println(folder.path() + ": " + plan.measured().size() + " cells, " + settings.rounds() + " rounds");
        Double loadAtStart = Machine.load();
        Rounds done = new Rounds();
        try (PrintStream log = new PrintStream(Files.newOutputStream(folder.log()), false, StandardCharsets.UTF_8)) {
            new Study(settings, plan, folder, done).run(log, out);
        }
        Sitting sitting = new Sitting(
                start.toString(),
                Duration.between(start, Instant.now()).toSeconds(),
                done.size(),
                loadAtStart,
                Machine.load());
        environment(settings, label, thisMachine, List.of(sitting)).write(folder.environment());
        report(folder, out);
    }

    private Environment environment(StudySettings settings, String label, Machine thisMachine, List<Sitting> sittings) {
        Map<String, List<String>> arguments = new LinkedHashMap<>();
        settings.tiers().forEach(tier -> arguments.put(tier.name(), ForkRunner.fixedArguments(tier)));
        return new Environment(
                label,
                thisMachine.hardware(),
                thisMachine.system(),
                settings.jvms().stream()
                        .map(jvm -> new Jdk(jvm.label(), jvm.version(), jvm.vendor()))
                        .toList(),
                arguments,
                COLLECTOR,
                Version.getPlainVersion(),
                settings.seed(),
                GitState.of(results.toAbsolutePath()),
                commandLine(),
                sittings);
    }

    /** Returns the arguments less those that only name folders of this machine, or that Maven passed on empty. */
    private List<String> commandLine() {
        List<String> arguments =
                spec == null ? List.of() : spec.commandLine().getParseResult().originalArgs();
        List<String> kept = new ArrayList<>();
        kept.add("study");
        arguments.stream()
                .filter(argument -> argument.startsWith("-") && !argument.endsWith("="))
                .filter(argument -> !argument.startsWith("--results"))
                .map(argument -> argument.replace(System.getProperty("user.home"), "~"))
                .forEach(kept::add);
        return kept;
    }

    private static void report(ResultFolder folder, PrintStream out) throws IOException {
        List<String> lines = new StudyReport(StudyFile.read(folder.study()), JmhFile.read(folder.jmh())).lines();
        AtomicFile.write(
                folder.report(),
                file -> file.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
        out.println();
        lines.forEach(out::println);
        out.println();
        out.println("Results: " + folder.path());
    }
}
