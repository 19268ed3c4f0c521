package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.harness.endpoint.Circumstances;
import io.github.eratosthenes.harness.endpoint.EmulatorLog;
import io.github.eratosthenes.harness.endpoint.EmulatorLog.Report;
import io.github.eratosthenes.harness.endpoint.EndpointClient;
import io.github.eratosthenes.harness.endpoint.EndpointOptions;
import io.github.eratosthenes.harness.endpoint.Functions;
import io.github.eratosthenes.harness.endpoint.PriceList;
import io.github.eratosthenes.harness.endpoint.PriceOptions;
import io.github.eratosthenes.harness.endpoint.Survey;
import io.github.eratosthenes.results.environment.Machine;
import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.LoadFile.Run;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.text.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends a load, one strategy after another, and makes its figures and its report. */
final class LoadSession {

    /** A function that the gateway gave up on reports at its own timeout. */
    private static final int REPORT_TRIES = 40;

    private static final long REPORT_PAUSE_MILLIS = 250;

    private final LoadSettings settings;
    private final PriceOptions priceOptions;
    private final EndpointOptions endpointOptions;
    private final PrintStream out;
    private long callsAfterBreaks;
    private final Circumstances circumstances = new Circumstances();

    /** Begins a session. */
    LoadSession(LoadSettings settings, PriceOptions priceOptions, EndpointOptions endpointOptions, PrintStream out) {
        this.settings = settings;
        this.priceOptions = priceOptions;
        this.endpointOptions = endpointOptions;
        this.out = out;
    }

    /**
     * The results of a load.
     *
     * @param file the figures
     * @param report the same for people
     * @param circumstances when and where
     */
    record Result(LoadFile file, List<String> report, Circumstances circumstances) {}

    /**
     * Calls the functions.
     *
     * @param log a local emulator's log; null of other endpoints
     */
    Result run(Functions functions, @Nullable Path log) throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        Map<String, List<String>> comparisons = new LinkedHashMap<>();
        PriceList priceList = priceOptions.list();
        PriceList.Region prices;
        Endpoint endpoint;
        try (EndpointClient client = endpointOptions.client();
                CpuWatch cores = new CpuWatch(Machine.current())) {
            cores.start();
            Survey.Found found =
                    Survey.of(client, functions, settings.strategies().get(0));
            found.silent().values().forEach(out::println);
            endpoint = found.endpoint();
            prices = priceOptions.of(priceList, found.architecture());
            for (String strategy : settings.strategies()) {
                List<Done> calls = calls(client, functions, strategy);
                Billing billing =
                        new Billing(prices, endpoint.api(), reports(log, calls), settings.functionTimeoutSeconds());
                for (int size : functions.memoryMegabytes()) {
                    List<Done> ofSize = calls.stream()
                            .filter(call -> call.target().memoryMegabytes() == size)
                            .toList();
                    Double busy = endpoint.local() ? cores.busy(ofSize) : null;
                    runs.add(Summary.of(
                            ofSize.get(0).target(), settings.max(), settings.loops(), ofSize, billing, busy));
                }
                comparisons.put(strategy, CostComparison.lines(calls, billing));
            }
        }
        LoadFile file = new LoadFile(
                endpoint,
                circumstances.start(),
                circumstances.seconds(),
                settings.concurrency(),
                settings.ratePerSecond(),
                Interval.CONFIDENCE,
                priceList.record(prices, endpoint.api()),
                callsAfterBreaks,
                runs);
        return new Result(file, LoadReport.lines(file, comparisons), circumstances);
    }

    private List<Done> calls(EndpointClient client, Functions functions, String strategy) throws InterruptedException {
        List<Target> targets = functions.memoryMegabytes().stream()
                .map(size -> new Target(strategy, size, functions.address(size)))
                .toList();
        out.println(strategy + ": " + Figures.counted(targets.size(), "function") + ", "
                + Figures.counted(settings.executions(), "call") + " each, at most "
                + settings.concurrency() + " at once; " + Figures.counted(settings.loops(), "loop") + " to "
                + settings.max());
        AtomicInteger finished = new AtomicInteger();
        int all = targets.size() * settings.executions();
        try (LoadProgress progress = new LoadProgress(out, all, finished)) {
            progress.start();
            Duration patience = Duration.ofSeconds(settings.timeoutSeconds());
            LoadRunner runner = new LoadRunner(client, settings.concurrency(), settings.ratePerSecond(), patience);
            List<Done> done = runner.run(targets, settings.executions(), settings.max(), settings.loops(), finished);
            callsAfterBreaks += runner.callsAfterBreaks();
            return done;
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
}
