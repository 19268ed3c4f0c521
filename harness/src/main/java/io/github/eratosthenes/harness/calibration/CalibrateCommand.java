package io.github.eratosthenes.harness.calibration;

import io.github.eratosthenes.harness.endpoint.EndpointClient;
import io.github.eratosthenes.harness.endpoint.EndpointOptions;
import io.github.eratosthenes.harness.endpoint.Functions;
import io.github.eratosthenes.harness.endpoint.PriceList.Region;
import io.github.eratosthenes.harness.endpoint.PriceOptions;
import io.github.eratosthenes.results.command.ConsoleCommand;
import io.github.eratosthenes.results.command.ListOption;
import io.github.eratosthenes.results.command.ResultOptions;
import io.github.eratosthenes.results.environment.SittingTimer;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code calibrate}: measures the figures of an endpoint that an emulator has to match. */
@Command(
        name = "calibrate",
        sortOptions = false,
        description = "Measures processor share, memory, init and network of functions; writes calibration.json.")
public final class CalibrateCommand extends ConsoleCommand {

    /** The first call, the warm-up and the one with the loops. */
    private static final int CALLS_FOR_EACH_SIZE = 3;

    /** A try, and before it a break and the start after it. */
    private static final int CALLS_FOR_EACH_TRY = 3;

    /** Most of a try is the start after the break, which took nine seconds at 128 MB on the local emulator. */
    private static final double SECONDS_FOR_EACH_TRY = 25;

    @Mixin
    private EndpointOptions endpointOptions = new EndpointOptions();

    @Option(names = "--memory", split = ",", description = "Memory sizes in MB; default 128,256,512,1024.")
    private List<Integer> memory = List.of(128, 256, 512, 1024);

    @Mixin
    private ResultOptions resultOptions = new ResultOptions();

    @Mixin
    private PriceOptions priceOptions = new PriceOptions();

    /** For picocli. */
    public CalibrateCommand() {}

    @Override
    protected int execute() throws IOException {
        if (endpointOptions.endpoint().isBlank()) {
            throw new IllegalArgumentException("calibrate needs --endpoint, the address of the functions to measure");
        }
        Functions functions = Functions.of(endpointOptions.endpoint(), ListOption.distinct("--memory", memory));
        resultOptions.check();
        printCost(functions, priceOptions.of(priceOptions.list(), null));
        SittingTimer timer = new SittingTimer();
        try (EndpointClient client = endpointOptions.client()) {
            Calibration calibration = new CalibrationSession(client, functions, System.out).run(timer.start());
            ResultFolder folder = resultOptions.create();
            Path file = folder.path().resolve("calibration.json");
            calibration.write(file);
            System.out.println("Calibration: " + file + " (" + timer.seconds() + " s)");
        }
        return 0;
    }

    private static void printCost(Functions functions, Region prices) {
        List<Integer> sizes = functions.memoryMegabytes();
        int calls = sizes.size() * CALLS_FOR_EACH_SIZE
                + CalibrationSession.NETWORK_CALLS
                + CalibrationSession.MOST_TRIES * CALLS_FOR_EACH_TRY;
        double seconds = 2 * CalibrationSession.SHARE_SECONDS;
        double searching = CalibrationSession.MOST_TRIES * SECONDS_FOR_EACH_TRY;
        double dollars = calls * (prices.dollarsPerRequest() + prices.dollarsPerGatewayCall("rest"))
                + sizes.stream()
                        .mapToDouble(size -> prices.dollars(size, seconds))
                        .sum()
                + prices.dollars(sizes.get(0), searching);
        System.out.printf(
                Locale.ROOT,
                "About %d calls in %.0f minutes; on real functions they cost about $%.4f (%s, %s).%n",
                calls,
                Math.ceil((sizes.size() * seconds + searching) / 60),
                dollars,
                prices.region(),
                prices.architecture());
    }
}
