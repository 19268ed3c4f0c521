package io.github.eratosthenes.publication.run;

import io.github.eratosthenes.page.ReportPage;
import io.github.eratosthenes.publication.run.PublicationRun.StepFailedException;
import io.github.eratosthenes.results.command.ConsoleCommand;
import io.github.eratosthenes.results.command.NumberOption;
import io.github.eratosthenes.results.command.ResultOptions;
import io.github.eratosthenes.results.command.ResumeOption;
import io.github.eratosthenes.results.environment.Machine;
import io.github.eratosthenes.results.files.Environment.Hardware;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.text.ErrorText;
import io.github.eratosthenes.results.text.ShellText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code publish}: measures everything that is published, in one folder, and makes charts, page, notebook and findings of it. */
@Command(
        name = "publish",
        sortOptions = false,
        description =
                "Measure everything that is published, part by part, in one folder; then draw and write what follows.")
public final class PublishCommand extends ConsoleCommand {

    private static final int FAILED = 1;

    @Mixin
    private ResultOptions resultOptions = new ResultOptions();

    @Option(names = "--project", description = "The project's root; default the current folder.")
    private Path project = Path.of("");

    @Option(
            names = "--jvms",
            description = "Homes of JDKs, between commas: the newest measures everything, all of them the variants;"
                    + " default this JVM's.")
    private String jvms = "";

    @Option(
            names = "--rounds",
            description =
                    "How often the study runs every cell; default 10, and 2 with --quick. Variants and yardstick run half as"
                            + " often.")
    private @Nullable Integer rounds;

    @Option(
            names = "--parts",
            split = ",",
            description =
                    "Which parts: study, variants, yardstick, work, breakpoints, breakpoints-reserved, load, charts,"
                            + " notebook, findings; default all.")
    private List<String> parts = List.of();

    @Option(names = "--quick", description = "Try all commands with small sizes. The figures mean nothing.")
    private boolean quick;

    @Option(names = "--plan", description = "Only print the parts and how long each would take.")
    private boolean planOnly;

    @Mixin
    private ResumeOption resumeOption = new ResumeOption();

    @Option(names = "--other-machine", description = "Allow parts from different machines in one publication.")
    private boolean otherMachine;

    /** The build gives it: a signal may end Maven alone. */
    @Option(names = "--end-with-parent", hidden = true)
    private boolean endWithParent;

    /** For picocli. */
    public PublishCommand() {}

    @Override
    protected int execute() throws IOException, InterruptedException {
        if (endWithParent) {
            Interruption.endWithParent();
        }
        project = project.toAbsolutePath().normalize();
        Jars.of(project).check();
        List<Jdk> jdks = jvms.isBlank() ? List.of(Jdk.current()) : Jdk.list(jvms);
        return resumeOption.isGiven() ? resume(jdks) : begin(jdks);
    }

    private int begin(List<Jdk> jdks) throws IOException, InterruptedException {
        int defaultRounds = quick ? Settings.QUICK_ROUNDS : Settings.ROUNDS;
        Hardware hardware = Machine.current().hardware();
        resultOptions.check();
        PublicationFile file = new PublicationFile(
                resultOptions.machine(),
                hardware.cpu(),
                hardware.cores(),
                quick,
                rounds == null ? defaultRounds : (int) NumberOption.atLeast("--rounds", rounds, 1),
                jdks.stream().map(Jdk::version).toList(),
                Step.chosen(parts).stream().map(Step::id).toList(),
                List.of());
        Path path = planOnly
                ? resultOptions.results().resolve(file.machine())
                : resultOptions.create().path();
        return run(new PublicationFolder(path), file, jdks);
    }

    private int resume(List<Jdk> jdks) throws IOException, InterruptedException {
        if (quick || rounds != null) {
            throw new IllegalArgumentException((quick ? "--quick" : "--rounds")
                    + " cannot be given with --resume: the publication has settled it");
        }
        Path results = resultOptions.results();
        PublicationFolder folder = resumeOption.isNewest()
                ? PublicationFolder.newestUnfinished(results)
                        .orElseThrow(() -> new IOException("there is no unfinished publication in " + results
                                + "; to add parts to a finished one, name it: --resume=FOLDER"))
                : new PublicationFolder(results.resolve(resumeOption.folder()));
        PublicationFile file = PublicationFile.read(folder.path());
        List<String> versions = jdks.stream().map(Jdk::version).toList();
        if (!file.jdks().equals(versions)) {
            throw new IllegalArgumentException("the publication was begun on JDK " + String.join(" and ", file.jdks())
                    + ", not on " + String.join(" and ", versions) + "; give the same homes with --jvms");
        }
        PublicationFile chosen = parts.isEmpty() ? file : file.withSteps(Step.chosen(parts));
        return run(folder, chosen, jdks);
    }

    private int run(PublicationFolder folder, PublicationFile file, List<Jdk> jdks)
            throws IOException, InterruptedException {
        String goOn = "go on with " + resumption(folder, jdks);
        try (Interruption interruption =
                new Interruption(() -> System.out.println("\nInterrupted" + (planOnly ? "" : "; " + goOn)))) {
            PublicationRun run = run(folder, file, jdks, interruption);
            try {
                run.checkMachine(Machine.current().hardware());
                if (!planOnly) {
                    file.write(folder.path());
                }
                run.plan(!planOnly);
                if (!planOnly) {
                    System.out.println("Results go to " + folder.path());
                    run.run();
                    run.report().forEach(System.out::println);
                    System.out.println(ReportPage.line(ReportPage.write(new ResultFolder(folder.path()))));
                }
                return 0;
            } catch (StepFailedException e) {
                interruption.waitIfComing();
                System.err.println("publish: " + ErrorText.of(e));
                System.err.println(goOn);
                return FAILED;
            }
        }
    }

    private PublicationRun run(
            PublicationFolder folder, PublicationFile file, List<Jdk> jdks, Interruption interruption) {
        Settings settings = new Settings(file.quick(), file.rounds(), jdks, file.machine());
        PublicationRun run = new PublicationRun(
                folder,
                file,
                new ProjectCommands(project, folder, settings),
                interruption.child(),
                otherMachine,
                System.out);
        interruption.keepsTimeOf(run);
        return run;
    }

    /** Returns what the user types to go on. */
    private String resumption(PublicationFolder folder, List<Jdk> jdks) {
        List<String> options = new ArrayList<>(List.of("--resume=" + folder.name()));
        Path results = folder.path().resolveSibling("");
        if (!results.equals(project.resolve("benchmarks/results"))) {
            options.add("--results=" + results);
        }
        if (!jvms.isBlank()) {
            options.add(
                    "--jvms=" + jdks.stream().map(jdk -> jdk.home().toString()).collect(Collectors.joining(",")));
        }
        return "./mvnw -Ppublication -Dpublication.args=" + ShellText.quoted(String.join(" ", options));
    }
}
