package io.github.eratosthenes.harness.endpoint;

import io.github.eratosthenes.results.command.NumberOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options for the endpoint to call. Without an address, an emulator runs for the length of the command.
 *
 * <p>An option with an empty value counts as not given: Maven passes on every property, set or not.
 */
public final class EndpointOptions {

    private static final List<String> APIS = List.of("rest", "http", "url");

    /** As long as a function may run. */
    private static final int MOST_GATEWAY_SECONDS = 900;

    /** A call that fails after this share of the endpoint's timeout may have failed by it. */
    private static final double LATE_SHARE = 0.98;

    @Option(
            names = "--endpoint",
            description = "The functions' address, {memory} in place of the memory size; default: a local emulator.")
    private String endpoint = "";

    @Option(names = "--api", description = "The API in front of local functions: rest (the default), http or url.")
    private String api = "rest";

    @Option(names = "--java", description = "The JDK of the local functions; default: the JDK that runs this program.")
    private String javaHome = "";

    @Option(
            names = "--reserved-mb",
            description = "The reserved memory: what a function's machine holds beside its JVM;"
                    + " default: an estimate for the runtime.")
    private @Nullable Integer reservedMegabytes;

    @Option(
            names = "--integration-timeout",
            description =
                    "How long the endpoint waits for a function, in seconds; default: 29 for rest, 30 for http, and the"
                            + " functions' own timeout for url.")
    private @Nullable Integer gatewayTimeoutSeconds;

    @Option(
            names = "--calibration",
            description =
                    "A calibration.json for the local emulator, as the command calibrate writes it; default none.")
    private String calibration = "";

    @Option(
            names = "--header",
            description =
                    "A header of every call, 'name: value'; the value $NAME stands for an environment variable. It is"
                            + " neither printed nor stored. Repeatable.")
    private List<String> headers = List.of();

    @Option(names = "--emulator-jar", description = "Default emulator/target/eratosthenes-emulator.jar.")
    private Path emulatorJar = Path.of("emulator/target/eratosthenes-emulator.jar");

    @Option(names = "--function-jar", description = "Default lambda/target/eratosthenes-lambda.jar.")
    private Path functionJar = Path.of("lambda/target/eratosthenes-lambda.jar");

    /** For picocli. */
    public EndpointOptions() {}

    /** Returns the address that was given, or nothing. */
    public String endpoint() {
        return endpoint;
    }

    /** Returns what the local functions' machines keep for themselves; null where the emulator decides. */
    public @Nullable Integer reservedMegabytes() {
        return reservedMegabytes;
    }

    /** Returns how long the endpoint waits for a function; null where its kind decides. */
    public @Nullable Integer gatewayTimeoutSeconds() {
        return gatewayTimeoutSeconds;
    }

    /** Returns the local emulator's calibration; empty: none. */
    public String calibration() {
        return calibration;
    }

    /**
     * Returns a client whose calls carry the headers that were given.
     *
     * @throws IllegalArgumentException if one of them cannot be sent
     */
    public EndpointClient client() {
        Headers all = Headers.of(headers, System::getenv);
        return gatewayTimeoutSeconds == null
                ? new EndpointClient(all)
                : new EndpointClient(all, LATE_SHARE * 1000 * gatewayTimeoutSeconds);
    }

    /**
     * Starts a local emulator of the memory sizes.
     *
     * @param functionTimeoutSeconds the functions' own timeout
     * @throws IllegalArgumentException if the emulator would refuse one of the options
     */
    public LocalEndpoint startLocal(List<Integer> memoryMegabytes, int functionTimeoutSeconds) throws IOException {
        check(memoryMegabytes);
        return LocalEndpoint.start(new LocalEndpoint.Settings(
                emulatorJar,
                functionJar,
                memoryMegabytes,
                api,
                javaHome.isBlank() ? null : javaHome,
                functionTimeoutSeconds,
                reservedMegabytes,
                gatewayTimeoutSeconds,
                calibration.isBlank() ? null : calibration));
    }

    private void check(List<Integer> memoryMegabytes) {
        if (!APIS.contains(api)) {
            throw new IllegalArgumentException("--api " + api + " is not one of " + String.join(", ", APIS));
        }
        int smallest = memoryMegabytes.stream()
                .mapToInt(Functions::checkMemory)
                .min()
                .orElseThrow(() -> new IllegalArgumentException("--memory has no memory size"));
        if (reservedMegabytes != null) {
            NumberOption.within("--reserved-mb", reservedMegabytes, 0, smallest - 1);
        }
        if (gatewayTimeoutSeconds != null) {
            NumberOption.within("--integration-timeout", gatewayTimeoutSeconds, 1, MOST_GATEWAY_SECONDS);
        }
    }

    /** Sets the address, the kind of API and the rest as another run had them; headers are not kept, and given anew. */
    public void set(
            String otherEndpoint,
            String otherApi,
            String otherJavaHome,
            @Nullable Integer otherReservedMegabytes,
            @Nullable Integer otherGatewayTimeoutSeconds,
            @Nullable String otherCalibration) {
        endpoint = otherEndpoint;
        api = otherApi;
        javaHome = otherJavaHome;
        reservedMegabytes = otherReservedMegabytes;
        gatewayTimeoutSeconds = otherGatewayTimeoutSeconds;
        calibration = otherCalibration == null ? "" : otherCalibration;
    }

    /** Returns the kind of API that was asked for. */
    public String api() {
        return api;
    }

    /** Returns the local functions' JDK; empty: this program's. */
    public String javaHome() {
        return javaHome;
    }
}
