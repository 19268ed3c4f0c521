package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.harness.endpoint.EndpointOptions;
import io.github.eratosthenes.harness.endpoint.Functions;
import io.github.eratosthenes.harness.endpoint.LocalEndpoint;
import io.github.eratosthenes.harness.endpoint.PriceList;
import io.github.eratosthenes.harness.endpoint.PriceOptions;
import io.github.eratosthenes.harness.load.ReportLines.Report;
import io.github.eratosthenes.page.ReportPage;
import io.github.eratosthenes.results.command.ConsoleCommand;
import io.github.eratosthenes.results.command.ListOption;
import io.github.eratosthenes.results.command.ResultOptions;
import io.github.eratosthenes.results.files.AtomicFile;
import io.github.eratosthenes.results.files.JsonFile;
import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code load}: calls functions of several memory sizes at once, and reports times and cost. */
@Command(
        name = "load",
        sortOptions = false,
        description = "Calls functions of several memory sizes many times; prints times, errors and cost.")
public final class LoadCommand extends ConsoleCommand {

    private static final int FAILED = 1;
    private static final String ALL = "all";

    @Mixin
    private EndpointOptions endpointOptions = new EndpointOptions();

    @Option(names = "--config", description = "A JSON file of addresses, {\"functions\": {\"128\": \"https://…\"}}.")
    private String config = "";

    @Option(
            names = "--reports",
            split = ",",
            description =
                    "Makes no calls: reads REPORT lines, text or JSON, of sam logs or CloudWatch exports, and prints"
                            + " real durations, memory and bills.")
    private List<Path> reports = List.of();

    @Option(names = "--memory", split = ",", description = "Memory sizes in MB; default 128,256,512,1024.")
    private List<Integer> memory = List.of(128, 256, 512, 1024);

    @Option(names = "--conc", description = "The most calls that are open at once; default 80.")
    private int concurrency = 80;

    @Option(names = "--execs", description = "How many times each function is called; default 20.")
    private int executions = 20;

    @Option(names = "--loops", description = "How many times each call sieves; default 1.")
    private int loops = 1;

    @Option(names = "--max", description = "The highest number that each call sieves; default 1000000.")
    private long max = 1_000_000;

    @Option(
            names = "--strategies",
            split = ",",
            description = "Ids of strategies, one after another; default boolean-array; 'all' for all.")
    private List<String> strategies = List.of("boolean-array");

    @Option(names = "--rate", description = "How many calls to start per second; default: as many as --conc allows.")
    private @Nullable Double rate;

    @Option(names = "--timeout", description = "How long the client waits for an answer, in seconds; default 40.")
    private int timeoutSeconds = 40;

    @Option(
            names = "--function-timeout",
            description = "The functions' own timeout in seconds: local ones get it, and the cost assumes it;"
                    + " default 35.")
    private int functionTimeoutSeconds = LocalEndpoint.FUNCTION_TIMEOUT_SECONDS;

    @Mixin
    private ResultOptions resultOptions = new ResultOptions();

    @Mixin
    private PriceOptions priceOptions = new PriceOptions();

    /** For picocli. */
    public LoadCommand() {}

    @Override
    protected int execute() throws IOException, InterruptedException {
        ListOption.distinct("--memory", memory);
        LoadSession session = session();
        resultOptions.check();
        if (!reports.isEmpty()) {
            return report(reports);
        }
        if (!config.isBlank()) {
            return write(session.run(Functions.read(Path.of(config)), null));
        }
        if (!endpointOptions.endpoint().isBlank()) {
            return write(session.run(Functions.of(endpointOptions.endpoint(), memory), null));
        }
        try (LocalEndpoint emulator = endpointOptions.startLocal(memory, functionTimeoutSeconds)) {
            return write(session.run(Functions.of(emulator.template(), memory), emulator.log()));
        }
    }

    private List<String> strategyIds() {
        return strategies.equals(List.of(ALL))
                ? Arrays.stream(SieveStrategy.values()).map(SieveStrategy::id).toList()
                : strategies.stream().map(id -> SieveStrategy.fromId(id).id()).toList();
    }

    private LoadSession session() {
        return new LoadSession(settings(), priceOptions, endpointOptions, System.out);
    }

    /** Prints what real REPORT lines say, and writes it; calls nobody. */
    private int report(List<Path> files) throws IOException {
        List<Report> found = ReportLines.read(files);
        PriceList prices = priceOptions.list();
        ReportSummary.lines(found, priceOptions.of(prices, null)).forEach(System.out::println);
        ResultFolder folder = resultOptions.create();
        JsonFile.write(folder.path().resolve("reports.json"), found);
        System.out.println();
        System.out.println("Results: " + folder.path());
        return 0;
    }

    private LoadSettings settings() {
        return new LoadSettings(
                strategyIds(), max, loops, executions, concurrency, rate, timeoutSeconds, functionTimeoutSeconds);
    }

    /**
     * Prints and writes what a load showed.
     *
     * @return the exit code: a load of which not one call was answered has measured nothing
     */
    private int write(LoadSession.Result result) throws IOException {
        System.out.println();
        result.report().forEach(System.out::println); // first: it is there even where nothing can be written
        LoadFile file = result.file();
        ResultFolder folder = resultOptions.create();
        file.write(folder.load());
        AtomicFile.writeLines(folder.loadCsv(), LoadCsv.lines(file));
        AtomicFile.writeLines(folder.loadText(), result.report());
        result.circumstances()
                .environment(
                        resultOptions.machine(), file.endpoint(), settings().commandLine(), null)
                .write(folder.environment());
        System.out.println();
        System.out.println("Results: " + folder.path());
        System.out.println(ReportPage.line(ReportPage.write(folder)));
        if (file.runs().stream().allMatch(run -> run.failed() == run.calls())) {
            System.err.println("load: no call was answered well; the errors are in the report");
            return FAILED;
        }
        return 0;
    }
}
