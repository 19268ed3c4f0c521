package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.harness.endpoint.Circumstances;
import io.github.eratosthenes.harness.endpoint.EmulatorLog;
import io.github.eratosthenes.harness.endpoint.EmulatorLog.Report;
import io.github.eratosthenes.harness.endpoint.EndpointClient;
import io.github.eratosthenes.harness.endpoint.EndpointOptions;
import io.github.eratosthenes.harness.endpoint.Functions;
import io.github.eratosthenes.harness.endpoint.LocalEndpoint;
import io.github.eratosthenes.harness.endpoint.PriceList;
import io.github.eratosthenes.harness.endpoint.PriceOptions;
import io.github.eratosthenes.harness.endpoint.Survey;
import io.github.eratosthenes.results.command.ConsoleCommand;
import io.github.eratosthenes.results.command.ResultOptions;
import io.github.eratosthenes.results.environment.Machine;
import io.github.eratosthenes.results.files.AtomicFile;
import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.LoadFile.Run;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.statistics.Interval;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code load}: calls functions of several memory sizes at once, and says what that takes and costs. */
@Command(
        name = "load",
        sortOptions = false,
        description = "Call functions of several memory sizes many times; print times, errors and cost.")
public final class LoadCommand extends ConsoleCommand {

    private static final String ALL = "all";

    /** A function that the gateway gave up on reports at its own timeout. */
    private static final int REPORT_TRIES = 40;

    private static final long REPORT_PAUSE_MILLIS = 250;

    @Mixin
    private EndpointOptions endpointOptions = new EndpointOptions();

    @Option(names = "--config", description = "A JSON file of addresses, {\"functions\": {\"128\": \"https://…\"}}.")
    private String config = "";

    @Option(names = "--memory", split = ",", description = "Memory sizes in MB; default 128,256,512,1024.")
    private List<Integer> memory = List.of(128, 256, 512, 1024);

    @Option(names = "--conc", description = "How many calls are open at once at most; default 80.")
    private int concurrency = 80;

    @Option(names = "--execs", description = "How many times each function is called; default 20.")
    private int executions = 20;

    @Option(names = "--loops", description = "The loops of a call; default 1.")
    private int loops = 1;

    @Option(names = "--max", description = "The max of a call; default 1000000.")
    private long max = 1_000_000;

    @Option(
            names = "--strategy",
            split = ",",
            description = "Strategies, one after another; default boolean-array;" + " 'all' for all.")
    private List<String> strategies = List.of("boolean-array");

    @Option(names = "--rate", description = "Calls to start a second; default as fast as --conc lets.")
    private @Nullable Double rate;

    @Option(names = "--timeout", description = "The client's patience with a call, in seconds; default 40.")
    private int timeoutSeconds = 40;

    @Option(
            names = "--function-timeout",
            description = "The functions' own timeout in seconds: local ones get it, and the cost assumes it;"
                    + " default 35.")
    private int functionTimeoutSeconds = 35;

    @Mixin
    private ResultOptions resultOptions = new ResultOptions();

    @Mixin
    private PriceOptions priceOptions = new PriceOptions();

    private final Circumstances circumstances = new Circumstances();

    /** For picocli. */
    public LoadCommand() {}

    @Override
    protected int execute() throws IOException, InterruptedException {
        atLeastOne("--conc", concurrency);
        atLeastOne("--execs", executions);
        atLeastOne("--loops", loops);
        atLeastOne("--timeout", timeoutSeconds);
        if (rate != null && !(rate > 0)) {
            throw new IllegalArgumentException("--rate " + rate + " is not above 0");
        }
        if (!config.isBlank()) {
            run(Functions.read(Path.of(config)), null);
        } else if (!endpointOptions.endpoint().isBlank()) {
            run(Functions.of(endpointOptions.endpoint(), memory), null);
        } else {
            try (LocalEndpoint emulator = endpointOptions.startLocal(memory, functionTimeoutSeconds)) {
                run(Functions.of(emulator.template(), memory), emulator.log());
            }
        }
        return 0;
    }

    private static void atLeastOne(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " " + value + " is below 1, the lowest allowed");
        }
    }

    private void run(Functions functions, @Nullable Path log) throws IOException, InterruptedException {
        PriceList priceList = priceOptions.list();
        PriceList.Region regional = priceOptions.of(priceList);
        List<Run> runs = new ArrayList<>();
        Map<String, List<String>> comparisons = new LinkedHashMap<>();
        Endpoint endpoint;
        try (EndpointClient client = new EndpointClient();
                CpuWatch cores = new CpuWatch(Machine.current())) {
            cores.start();
            endpoint = Survey.of(client, functions, strategyIds().get(0), endpointOptions.reservedMegabytes());
            for (String strategy : strategyIds()) {
                List<Done> calls = calls(client, functions, strategy);
                Billing billing = new Billing(regional, reports(log, calls), functionTimeoutSeconds);
                for (int size : functions.memoryMegabytes()) {
                    List<Done> ofSize = calls.stream()
                            .filter(call -> call.target().memoryMegabytes() == size)
                            .toList();
                    Double busy = endpoint.local() ? cores.busy(ofSize) : null;
                    runs.add(Summary.of(ofSize.get(0).target(), max, loops, ofSize, billing, busy));
                }
                comparisons.put(strategy, CostComparison.lines(calls, billing));
            }
        }
        LoadFile file = new LoadFile(
                endpoint,
                circumstances.start(),
                circumstances.seconds(),
                concurrency,
                rate,
                Interval.CONFIDENCE,
                priceList.record(regional),
                runs);
        write(file, LoadReport.lines(file, comparisons));
    }

    private List<String> strategyIds() {
        return strategies.equals(List.of(ALL))
                ? Arrays.stream(SieveStrategy.values()).map(SieveStrategy::id).toList()
                : strategies.stream().map(id -> SieveStrategy.fromId(id).id()).toList();
    }

    private List<Done> calls(EndpointClient client, Functions functions, String strategy) throws InterruptedException {
        List<Target> targets = functions.memoryMegabytes().stream()
                .map(size -> new Target(strategy, size, functions.address(size)))
                .toList();
        int all = targets.size() * executions;
        System.out.println(strategy + ": " + targets.size() + " functions, " + executions + " calls each, at most "
                + concurrency + " at once; " + loops + " loop(s) to " + max);
        AtomicInteger finished = new AtomicInteger();
        PrintStream out = System.out;
        try (LoadProgress progress = new LoadProgress(out, all, finished)) {
            progress.start();
            return new LoadRunner(client, concurrency, rate, Duration.ofSeconds(timeoutSeconds))
                    .run(targets, executions, max, loops, finished);
        }
    }

    /** Reads the emulator's reports of these calls, once all are there. */
    private static Map<String, Report> reports(@Nullable Path log, List<Done> calls)
            throws IOException, InterruptedException {
        if (log == null) {
            return Map.of();
        }
        List<String> wanted = calls.stream()
                .map(call -> call.reply().trace().requestId())
                .filter(Objects::nonNull)
                .toList();
        Map<String, Report> reports = EmulatorLog.read(log);
        for (int tries = 0; tries < REPORT_TRIES && !reports.keySet().containsAll(wanted); tries++) {
            TimeUnit.MILLISECONDS.sleep(REPORT_PAUSE_MILLIS);
            reports = EmulatorLog.read(log);
        }
        return reports;
    }

    private void write(LoadFile file, List<String> report) throws IOException {
        System.out.println();
        report.forEach(System.out::println); // first: it is there even where nothing can be written
        ResultFolder folder = resultOptions.create();
        file.write(folder.load());
        AtomicFile.writeLines(folder.loadCsv(), LoadCsv.lines(file));
        AtomicFile.writeLines(folder.loadText(), report);
        circumstances
                .environment(resultOptions.machine(), file.endpoint(), commandLine(), null)
                .write(folder.environment());
        System.out.println();
        System.out.println("Results: " + folder.path());
    }

    private List<String> commandLine() {
        List<String> commandLine = new ArrayList<>(List.of(
                "load",
                "--strategy=" + String.join(",", strategies),
                "--max=" + max,
                "--loops=" + loops,
                "--execs=" + executions,
                "--conc=" + concurrency));
        if (rate != null) {
            commandLine.add("--rate=" + rate);
        }
        return commandLine;
    }
}
