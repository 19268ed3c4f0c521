package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.report.ReportFile;
import io.github.eratosthenes.benchmarks.study.PlannedCell.Skipped;
import io.github.eratosthenes.page.ReportPage;
import io.github.eratosthenes.results.environment.BuildStamp;
import io.github.eratosthenes.results.environment.Machine;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.Environment.Jdk;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyFile;
import io.github.eratosthenes.results.text.Durations;
import io.github.eratosthenes.results.text.ErrorText;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.ShellText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.util.Version;

/** One run of the command. It begins or resumes a study, and reports at the end. */
final class StudySession {

    private static final String COLLECTOR = "Serial";

    /** The time that the rounds are planned to take, divided by the time after which no repeat begins. */
    private static final int ROUNDS_PER_REPEATS = 2;

    private static final int FAILED = 1;
    private static final int INTERRUPTED = 130;

    private static final List<String> PATHS_OF_THIS_MACHINE = List.of("--results=", "--jvms=", "--against=");

    private final Path results;
    private final Duration lookAtMachine;
    private final PrintStream out;

    /**
     * Creates a session.
     *
     * @param results the directory of its result folders
     * @param lookAtMachine how long it watches the machine's load, itself idle, before the first cell
     * @param out gets the progress and the report
     */
    StudySession(Path results, Duration lookAtMachine, PrintStream out) {
        this.results = results;
        this.lookAtMachine = lookAtMachine;
        this.out = out;
    }

    /** Prints the cells that a plan would measure, and how long that would take. */
    void printPlan(StudyPlan plan) {
        plan.measured().forEach(cell -> out.println(cell.cell() + "  " + cell.expectedMillis() + " ms per round"));
        plan.skipped().forEach(this::print);
        out.println(summary(plan, 0));
    }

    private void print(Skipped cell) {
        out.println(cell.cell() + "  skipped: " + cell.reason());
    }

    private static String summary(StudyPlan plan, int roundsDone) {
        int roundsLeft = plan.rounds() - roundsDone;
        return Figures.counted(plan.measured().size(), "cell") + ", "
                + plan.skipped().size() + " skipped, " + Figures.counted(roundsLeft, "round") + " to run, about "
                + Durations.text(plan.expected(roundsLeft));
    }

    /**
     * Runs a new study in a new result folder.
     *
     * @return the exit code
     * @throws IllegalArgumentException if the plan skips every sieve, so that there is nothing to report
     */
    int begin(StudyPlan plan, List<Jvm> jvms, @Nullable Path otherJar, String machine, List<String> arguments)
            throws IOException {
        ResultFolder folder = newFolder(plan, machine);
        return run(plan, jvms, otherJar, folder, environment(plan, jvms, machine, arguments));
    }

    /**
     * Keeps a plan in a new result folder, where it is an unfinished study without a round.
     *
     * @return the exit code
     * @throws IllegalArgumentException if the plan skips every sieve
     */
    int prepare(StudyPlan plan, List<Jvm> jvms, @Nullable Path otherJar, String machine, List<String> arguments)
            throws IOException {
        ResultFolder folder = newFolder(plan, machine);
        environment(plan, jvms, machine, arguments).write(folder.environment());
        plan.file(0, null).write(folder.study());
        new UnfinishedStudy(folder).start(jvms, otherJar);
        out.println(summary(plan, 0));
        out.println(kept(0, plan, folder));
        return 0;
    }

    private ResultFolder newFolder(StudyPlan plan, String machine) throws IOException {
        if (plan.measured().isEmpty()) {
            throw new IllegalArgumentException("nothing is left to measure: "
                    + plan.skipped().stream()
                            .findFirst()
                            .map(cell -> cell.cell() + " is skipped, " + cell.reason())
                            .orElse("the plan has no cell"));
        }
        return ResultFolder.create(results, LocalDate.now(ZoneOffset.UTC), machine);
    }

    /** Resumes the study that was interrupted last. */
    int resumeNewest() throws IOException {
        ResultFolder newest = UnfinishedStudy.newest(results)
                .orElseThrow(() -> new IOException("there is no unfinished study in " + results));
        return resume(newest.path());
    }

    /**
     * Resumes the study of a folder.
     *
     * @return the exit code
     * @throws IOException if the study is finished, or if its program or its JVMs are no longer the same
     */
    int resume(Path path) throws IOException {
        ResultFolder folder = new ResultFolder(path);
        if (!Files.isDirectory(folder.unfinished())) {
            throw new IOException("there is no unfinished study in " + path);
        }
        Environment environment = Environment.read(folder.environment());
        UnfinishedStudy unfinished = new UnfinishedStudy(folder);
        List<Jvm> jvms = unfinished.jvms();
        requireSame("JVMs", environment.jdks(), jdks(jvms));
        Path otherJar = unfinished.otherJar();
        requireSame("program", unfinished.program(), UnfinishedStudy.programs(otherJar));
        return run(StudyPlan.of(StudyFile.read(folder.study())), jvms, otherJar, folder, environment);
    }

    private static void requireSame(String what, Object before, Object now) throws IOException {
        if (!before.equals(now)) {
            throw new IOException("cannot resume: the " + what + " of the unfinished study was " + before
                    + " and is now " + now + "; start a new study");
        }
    }

    private int run(
            StudyPlan plan, List<Jvm> jvms, @Nullable Path otherJar, ResultFolder folder, Environment environment)
            throws IOException {
        Study study = new Study(
                plan,
                jvms,
                otherJar,
                folder,
                new SittingClock(environment, busyNow()),
                new Gate(Gate.THRESHOLD),
                plan.expected(plan.rounds()).dividedBy(ROUNDS_PER_REPEATS));
        out.println("Results go to " + folder.path());
        out.println(summary(plan, study.roundsDone()));
        plan.skipped().forEach(this::print);
        UnfinishedStudy unfinished = new UnfinishedStudy(folder);
        List<String> report;
        Path page;
        try (InterruptNotice notice = new InterruptNotice(out, () -> kept(study.roundsDone(), plan, folder))) {
            try {
                study.run(out);
                report = ReportFile.write(folder);
                page = ReportPage.write(folder);
                unfinished.discard();
            } catch (CellFailedException | IOException e) {
                if (notice.comes()) {
                    return INTERRUPTED;
                }
                System.err.println("study: " + ErrorText.of(e));
                System.err.println("JMH's own output: " + unfinished.log());
                System.err.println(kept(study.roundsDone(), plan, folder));
                return FAILED;
            }
        }
        out.println();
        report.forEach(out::println);
        out.println();
        out.println("Results: " + folder.path());
        out.println(ReportPage.line(page));
        return 0;
    }

    private String kept(int roundsDone, StudyPlan plan, ResultFolder folder) {
        return roundsDone + " of " + plan.rounds() + " rounds are kept in " + folder.path()
                + "; resume: -Djmh.resume (or study --results=" + ShellText.quoted(results.toString()) + " --resume="
                + ShellText.quoted(folder.path().getFileName().toString()) + ")";
    }

    private @Nullable Double busyNow() throws IOException {
        try {
            return Machine.current().busyWhileWaiting(lookAtMachine);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the first cell", e);
        }
    }

    private static Environment environment(StudyPlan plan, List<Jvm> jvms, String machine, List<String> arguments)
            throws IOException {
        Map<String, List<String>> jvmArguments = new LinkedHashMap<>();
        plan.measured().stream()
                .map(cell -> cell.cell().tier())
                .forEach(tier -> jvmArguments.putIfAbsent(tier.name(), ForkRunner.fixedArguments(tier)));
        Machine thisMachine = Machine.current();
        return new Environment(
                machine,
                thisMachine.hardware(),
                thisMachine.system(),
                jdks(jvms),
                jvmArguments,
                COLLECTOR,
                Version.getPlainVersion(),
                plan.seed(),
                BuildStamp.source(),
                commandLine(arguments),
                List.of());
    }

    private static List<Jdk> jdks(List<Jvm> jvms) {
        return jvms.stream()
                .map(jvm -> new Jdk(jvm.label(), jvm.version(), jvm.vendor()))
                .toList();
    }

    /** Returns the options without those that hold paths of this machine; the JVMs are in jdks. */
    private static List<String> commandLine(List<String> arguments) {
        List<String> commandLine = new ArrayList<>(List.of("study"));
        arguments.stream()
                .filter(argument -> PATHS_OF_THIS_MACHINE.stream().noneMatch(argument::startsWith))
                .forEach(commandLine::add);
        return commandLine;
    }
}
