package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.harness.endpoint.EndpointClient;
import io.github.eratosthenes.harness.endpoint.EndpointOptions;
import io.github.eratosthenes.harness.endpoint.Functions;
import io.github.eratosthenes.harness.endpoint.LocalEndpoint;
import io.github.eratosthenes.harness.endpoint.PriceList;
import io.github.eratosthenes.harness.endpoint.PriceOptions;
import io.github.eratosthenes.harness.endpoint.Survey;
import io.github.eratosthenes.page.ReportPage;
import io.github.eratosthenes.results.command.ConsoleCommand;
import io.github.eratosthenes.results.command.ListOption;
import io.github.eratosthenes.results.command.NumberOption;
import io.github.eratosthenes.results.command.ResultOptions;
import io.github.eratosthenes.results.command.ResumeOption;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.text.Durations;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.ShellText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code breakpoints}: finds where each strategy breaks at each memory size. */
@Command(
        name = "breakpoints",
        sortOptions = false,
        description = "Finds the largest max (highest number to sieve) and the most loops that a function answers.")
public final class BreakpointsCommand extends ConsoleCommand {

    private static final int FAILED = 1;

    /** More tries of one edge would take weeks. */
    private static final int MOST_TRIES = 100;

    /** Wider, and an edge of time says next to nothing. */
    private static final int MOST_PERCENT = 50;

    @Mixin
    private EndpointOptions endpointOptions = new EndpointOptions();

    @Option(names = "--strategies", split = ",", description = "Ids of strategies; default all.")
    private List<String> strategies = List.of();

    @Option(names = "--memory", split = ",", description = "Memory sizes in MB; default 128,256,512,1024.")
    private List<Integer> memory = List.of(128, 256, 512, 1024);

    @Option(names = "--kinds", split = ",", description = "MEMORY, TIME or both (the default).")
    private List<Kind> kinds = List.of(Kind.values());

    @Option(
            names = "--confirmations",
            description = "Tries that must agree on each side of an edge, where calls begin to fail; default 1.")
    private int confirmations = 1;

    @Option(
            names = "--rechecks",
            description =
                    "Rounds at the end that try both sides of every edge again, and widen the interval if one side"
                            + " no longer holds; default 1.")
    private int rechecks = 1;

    @Option(
            names = "--precision",
            description = "How far the two sides of an edge of time may be apart, in per cent; default 8.")
    private int precision = 8;

    @Option(names = "--minutes", description = "The time budget of this sitting; default 240.")
    private long minutes = 240;

    @Option(names = "--calls", description = "The call budget of this sitting; default 10000.")
    private long calls = 10_000;

    @Mixin
    private ResultOptions resultOptions = new ResultOptions();

    @Mixin
    private ResumeOption resumeOption = new ResumeOption();

    @Option(names = "--plan", description = "Only prints the searches, with their expected time and cost.")
    private boolean planOnly;

    @Mixin
    private PriceOptions priceOptions = new PriceOptions();

    /** For picocli. */
    public BreakpointsCommand() {}

    @Override
    protected int execute() throws IOException, InterruptedException {
        NumberOption.atLeast("--minutes", minutes, 1);
        NumberOption.atLeast("--calls", calls, 1);
        return resumeOption.isGiven() ? resume() : begin();
    }

    private int begin() throws IOException, InterruptedException {
        Plan plan = plan();
        resultOptions.check();
        return run(plan, null, resultOptions.machine());
    }

    private int resume() throws IOException, InterruptedException {
        Path results = resultOptions.results();
        ResultFolder folder = resumeOption.isNewest()
                ? Plan.newest(results).orElseThrow(() -> new IOException("there is no unfinished run in " + results))
                : new ResultFolder(results.resolve(resumeOption.folder()));
        Plan plan = Plan.read(folder);
        endpointOptions.set(
                plan.endpoint(),
                plan.api(),
                plan.javaHome(),
                plan.reservedMegabytes(),
                plan.gatewayTimeoutSeconds(),
                plan.calibration());
        return run(plan, folder, machine(folder));
    }

    /** Returns the label as the run began with it; the folder's name may have a number after it. */
    private static String machine(ResultFolder folder) throws IOException {
        return Files.isRegularFile(folder.environment())
                ? Environment.read(folder.environment()).machine()
                : folder.path().getFileName().toString().replaceFirst("^[0-9-]{11}", "");
    }

    private Plan plan() {
        List<String> ids = strategies.isEmpty()
                ? Arrays.stream(SieveStrategy.values()).map(SieveStrategy::id).toList()
                : strategies.stream().map(id -> SieveStrategy.fromId(id).id()).toList();
        return new Plan(
                ListOption.distinct("--strategies", ids),
                ListOption.distinct("--memory", memory),
                ListOption.distinct("--kinds", kinds),
                NumberOption.within("--confirmations", confirmations, 1, MOST_TRIES),
                NumberOption.within("--rechecks", rechecks, 0, MOST_TRIES),
                NumberOption.within("--precision", precision, 1, MOST_PERCENT),
                endpointOptions.endpoint(),
                endpointOptions.api(),
                endpointOptions.javaHome(),
                endpointOptions.reservedMegabytes(),
                endpointOptions.gatewayTimeoutSeconds(),
                endpointOptions.calibration().isBlank() ? null : endpointOptions.calibration());
    }

    private int run(Plan plan, @Nullable ResultFolder unfinished, String label)
            throws IOException, InterruptedException {
        if (!plan.endpoint().isBlank()) {
            return run(plan, Functions.of(plan.endpoint(), plan.memoryMegabytes()), unfinished, label);
        }
        try (LocalEndpoint emulator =
                endpointOptions.startLocal(plan.memoryMegabytes(), LocalEndpoint.FUNCTION_TIMEOUT_SECONDS)) {
            return run(plan, Functions.of(emulator.template(), plan.memoryMegabytes()), unfinished, label);
        }
    }

    private int run(Plan plan, Functions functions, @Nullable ResultFolder unfinished, String label)
            throws IOException, InterruptedException {
        PrintStream out = System.out;
        try (EndpointClient client = endpointOptions.client()) {
            Survey.Found found = Survey.of(client, functions, plan.strategies().get(0));
            Endpoint endpoint = found.endpoint();
            Lanes lanes = endpoint.local() ? Lanes.local(Runtime.getRuntime().availableProcessors()) : Lanes.remote();
            Forecast forecast = new Forecast(plan.limitSeconds(endpoint), plan.confirmations());
            out.println(BreakpointsReport.heading(endpoint));
            print(plan, lanes, forecast, found);
            if (planOnly) {
                return 0;
            }
            ResultFolder folder = unfinished == null ? resultOptions.create() : unfinished;
            Budget budget = new Budget(time(minutes), calls);
            BreakpointsRun run = new BreakpointsRun(
                    plan,
                    functions,
                    endpoint,
                    found.silent(),
                    client,
                    budget,
                    folder,
                    label,
                    commandLine(plan, endpoint),
                    out);
            out.println("Results go to " + folder.path() + "; an interrupted run goes on with --results="
                    + ShellText.quoted(resultOptions.results().toString()) + " --resume="
                    + ShellText.quoted(folder.path().getFileName().toString()));
            List<String> troubles = run.run(lanes, forecast);
            if (budget.again() > 0) {
                out.println(Figures.counted(budget.again(), "call")
                        + " said nothing of the function, and the try was made again: the function did not get its share of a"
                        + " processor, or its instance was full of what other calls had left.");
            }
            return report(run, troubles, folder);
        }
    }

    /** Returns a time of so many minutes; one too long for a duration has no end. */
    private static Duration time(long minutes) {
        return minutes > Duration.ofSeconds(Long.MAX_VALUE).toMinutes()
                ? Duration.ofSeconds(Long.MAX_VALUE)
                : Duration.ofMinutes(minutes);
    }

    private void print(Plan plan, Lanes lanes, Forecast forecast, Survey.Found found) throws IOException {
        Endpoint endpoint = found.endpoint();
        found.silent().values().forEach(System.out::println);
        System.out.println(plan.searches().size() + " searches and "
                + Figures.counted(plan.rechecks(), "round") + " of checks, about "
                + Durations.text(forecast.together(plan.rounds(), lanes)) + ", at most "
                + Figures.counted(minutes, "minute") + " and " + Figures.counted(calls, "call") + ".");
        if (!endpoint.local()) {
            List<Planned> searches =
                    plan.rounds().stream().flatMap(List::stream).toList();
            PriceList.Region prices = priceOptions.of(priceOptions.list(), found.architecture());
            System.out.printf(
                    Locale.ROOT,
                    "Cost on real functions (%s, %s): about $%.2f, at most $%.2f.%n",
                    prices.region(),
                    prices.architecture(),
                    forecast.dollars(searches, prices, endpoint.api()),
                    forecast.mostDollars(searches, calls, prices, endpoint.api()));
        }
    }

    private static int report(BreakpointsRun run, List<String> troubles, ResultFolder folder) throws IOException {
        System.out.println();
        BreakpointsReport.lines(run.file()).forEach(System.out::println);
        System.out.println();
        System.out.println("Results: " + folder.path());
        System.out.println(ReportPage.line(ReportPage.write(folder)));
        troubles.forEach(trouble -> System.err.println("breakpoints: " + trouble));
        return troubles.isEmpty() ? 0 : FAILED;
    }

    private static List<String> commandLine(Plan plan, Endpoint endpoint) {
        List<String> commandLine = new ArrayList<>(List.of("breakpoints"));
        commandLine.add("--strategies=" + String.join(",", plan.strategies()));
        commandLine.add("--memory="
                + plan.memoryMegabytes().stream().map(String::valueOf).collect(Collectors.joining(",")));
        commandLine.add("--kinds=" + plan.kinds().stream().map(Kind::name).collect(Collectors.joining(",")));
        commandLine.add("--confirmations=" + plan.confirmations());
        commandLine.add("--rechecks=" + plan.rechecks());
        commandLine.add("--precision=" + plan.precisionPercent());
        commandLine.add("--reserved-mb=" + endpoint.reservedMegabytes());
        return commandLine;
    }
}
