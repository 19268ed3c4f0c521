package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.StudySettings.Size;
import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.command.Arguments;
import io.github.eratosthenes.results.command.ConsoleCommand;
import io.github.eratosthenes.results.command.ListOption;
import io.github.eratosthenes.results.command.NumberOption;
import io.github.eratosthenes.results.command.ResultOptions;
import io.github.eratosthenes.results.command.ResumeOption;
import io.github.eratosthenes.results.environment.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * {@code study}: measures every cell in interleaved rounds, writes a result folder and prints its report.
 *
 * <p>An option with an empty value counts as not given, because Maven passes on all properties, even unset ones.
 */
@Command(
        name = "study",
        sortOptions = false,
        description = "Measure the strategies in interleaved rounds, and write a result folder.")
public final class StudyCommand extends ConsoleCommand {

    /** The options that may be used with --resume; the resumed study keeps its own values of the others. */
    private static final Set<String> WITH_RESUME = Set.of("--resume", "--results");

    private static final String PREPARE = "--prepare";

    /** The environment variables from which a JVM takes options, in addition to its command line. */
    private static final List<String> OPTIONS_OF_EVERY_JVM =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** How much of the memory one heap may have. */
    private static final double HEAP_SHARE = 0.8;

    /** How long an idle study watches the machine's load before the first cell. */
    private static final Duration LOOK_AT_MACHINE = Duration.ofSeconds(3);

    @Option(names = "--study", description = "The study: quick (the default), full or yardstick.")
    private String preset = "";

    @Mixin
    private ResultOptions resultOptions = new ResultOptions();

    @Option(names = "--jvms", description = "JDK homes or java executables, separated by commas; default: this JVM.")
    private String jvms = "";

    @Option(names = "--tiers", split = ",", description = "C2, C1 or both; default: C2 in quick, both in full.")
    private List<Tier> tiers = List.of();

    @Option(names = "--strategies", split = ",", description = "Ids of strategies; default: all.")
    private List<String> strategies = List.of();

    @Option(names = "--sizes", split = ",", description = "Values of max, with xLOOPS if not 1, such as 1000000x4.")
    private List<String> sizes = List.of();

    @Option(
            names = "--rounds",
            description = "How often every cell runs; default: 4 in quick, 10 in full, 5 in yardstick.")
    private @Nullable Integer rounds;

    @Option(names = "--effort", description = "Least warm-up in ms, slices, ms per slice; default: 1000,60,6.")
    private String effort = "";

    @Option(
            names = "--budget",
            description = "Skip longer operations, in ms; default: 2000 in quick, 120000 in full, 60000 in yardstick.")
    private @Nullable Long budgetMillis;

    @Option(
            names = "--against",
            description = "Another benchmarks.jar: both builds run in the same rounds, and the report compares them.")
    private String against = "";

    @Option(names = "--seed", description = "The seed of the random order of the cells; default: 20.")
    private long seed = 20;

    @Option(names = "--plan", description = "Only probe, and print which cells the study would measure and its time.")
    private boolean planOnly;

    @Option(
            names = PREPARE,
            description = "Only probe, and keep the plan in a new result folder; --resume measures it.")
    private boolean prepareOnly;

    @Mixin
    private ResumeOption resumeOption = new ResumeOption();

    @Option(names = "--jmh-args", description = "Run plain JMH with these arguments and -foe true; no study.")
    private String jmhArguments = "";

    /** Creates the command; picocli sets its options. */
    public StudyCommand() {}

    @Override
    protected int execute() throws IOException {
        if (!jmhArguments.isBlank()) {
            PlainJmh.run(Arguments.split(jmhArguments));
            return 0;
        }
        StudySession session = new StudySession(resultOptions.results(), LOOK_AT_MACHINE, System.out);
        printOptionsOfEveryJvm();
        if (planOnly) {
            session.printPlan(plan(settings()));
            return 0;
        }
        if (resumeOption.isGiven()) {
            return resume(session);
        }
        resultOptions.check();
        Path other = otherJar();
        StudySettings settings = settings();
        StudyPlan plan = plan(settings);
        List<String> options =
                given().stream().filter(option -> !option.startsWith(PREPARE)).toList();
        return prepareOnly
                ? session.prepare(plan, settings.jvms(), other, resultOptions.machine(), options)
                : session.begin(plan, settings.jvms(), other, resultOptions.machine(), options);
    }

    /** Prints options from the environment, which are easily overlooked: a build server may set them for every program. */
    private static void printOptionsOfEveryJvm() {
        for (String variable : OPTIONS_OF_EVERY_JVM) {
            String options = System.getenv(variable);
            if (options != null && !options.isBlank()) {
                System.out.println("Every measured JVM gets the options of " + variable + " too: " + options);
            }
        }
    }

    private int resume(StudySession session) throws IOException {
        List<String> settled = given().stream()
                .map(argument -> argument.substring(0, argument.indexOf('=')))
                .filter(name -> !WITH_RESUME.contains(name))
                .toList();
        if (!settled.isEmpty()) {
            throw new IllegalArgumentException(
                    String.join(", ", settled) + " cannot be used with --resume: the study keeps its own value");
        }
        return resumeOption.isNewest()
                ? session.resumeNewest()
                : session.resume(resultOptions.results().resolve(resumeOption.folder()));
    }

    @SuppressWarnings("ClosingStandardOutputStreams") // closing the probe ends its line, not the stream
    private static StudyPlan plan(StudySettings settings) throws IOException {
        long heapLimit = Math.round(HEAP_SHARE * Machine.memoryMegabytes());
        try (AnnouncingProbe probe =
                new AnnouncingProbe(new ForkedProbe(settings.budgetMillis()), settings.cells(), System.out)) {
            return StudyPlan.of(settings, heapLimit, probe);
        }
    }

    private StudySettings settings() throws IOException {
        Preset base = preset.isBlank() ? Preset.QUICK : Preset.of(preset);
        StudySettings settings = new StudySettings(
                base.label(),
                rounds == null ? base.rounds() : (int) NumberOption.atLeast("--rounds", rounds, 1),
                workloads(base),
                jvms.isBlank() ? List.of(Jvm.current()) : Jvm.list(jvms),
                tiers.isEmpty() ? base.tiers() : ListOption.distinct("--tiers", tiers),
                against.isBlank() ? List.of() : List.of(Build.values()),
                effort.isBlank() ? base.effort() : Effort.parse(effort),
                budgetMillis == null ? base.budgetMillis() : NumberOption.atLeast("--budget", budgetMillis, 1),
                seed);
        return settings.measuresAs(base) ? settings : settings.custom();
    }

    private List<Workload> workloads(Preset base) {
        if (strategies.isEmpty() && sizes.isEmpty()) {
            return base.workloads();
        }
        if (base == Preset.YARDSTICK) {
            throw new IllegalArgumentException(
                    "--strategies and --sizes are for studies of sieves, not for the yardstick");
        }
        return StudySettings.sieving(
                strategies.isEmpty()
                        ? List.of(SieveStrategy.values())
                        : ListOption.distinct("--strategies", strategies).stream()
                                .map(SieveStrategy::fromId)
                                .toList(),
                sizes.isEmpty()
                        ? base.sizes()
                        : ListOption.distinct(
                                "--sizes", sizes.stream().map(Size::parse).toList()));
    }

    private @Nullable Path otherJar() throws IOException {
        if (against.isBlank()) {
            return null;
        }
        Path jar = Path.of(against);
        if (!Files.isRegularFile(jar)) {
            throw new IOException("--against " + jar + " is not a file; give another build's benchmarks.jar");
        }
        return jar.toAbsolutePath();
    }

    /** Returns the options that count, one string each, without those that Maven passed on empty. */
    private List<String> given() {
        List<String> given = new ArrayList<>();
        for (OptionSpec option : spec().commandLine().getParseResult().matchedOptions()) {
            List<String> values = option.originalStringValues();
            String value = option.isMultiValue() ? String.join(",", values) : values.get(values.size() - 1);
            if (!value.isBlank()) {
                given.add(option.longestName() + "=" + value);
            }
        }
        return given;
    }
}
