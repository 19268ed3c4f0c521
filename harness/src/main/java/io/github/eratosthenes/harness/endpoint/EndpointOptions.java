package io.github.eratosthenes.harness.endpoint;

import io.github.eratosthenes.results.command.NumberOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * The options that say which endpoint is called; without an address an emulator is started for as long as it takes.
 *
 * <p>An option with an empty value counts as not given: Maven passes on every property, set or not.
 */
public final class EndpointOptions {

    private static final List<String> APIS = List.of("rest", "http");

    @Option(
            names = "--endpoint",
            description = "The functions' address, {memory} for the memory size; default: a local emulator of its own.")
    private String endpoint = "";

    @Option(names = "--api", description = "The local emulator's kind of API, rest (the default) or http.")
    private String api = "rest";

    @Option(names = "--java", description = "The local functions' JDK; default this program's.")
    private String javaHome = "";

    @Option(names = "--reserved-mb", description = "What each local function's machine keeps for itself; default 0.")
    private int reservedMegabytes;

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

    /** Returns what the local functions' machines keep for themselves. */
    public int reservedMegabytes() {
        return reservedMegabytes;
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
                reservedMegabytes));
    }

    private void check(List<Integer> memoryMegabytes) {
        if (!APIS.contains(api)) {
            throw new IllegalArgumentException("--api " + api + " is not one of " + String.join(", ", APIS));
        }
        int smallest = memoryMegabytes.stream()
                .mapToInt(Functions::checkMemory)
                .min()
                .orElseThrow(() -> new IllegalArgumentException("--memory has no memory size"));
        NumberOption.within("--reserved-mb", reservedMegabytes, 0, smallest - 1);
    }

    /** Sets the address, the kind of API and the rest as another run had them. */
    public void set(String otherEndpoint, String otherApi, String otherJavaHome, int otherReservedMegabytes) {
        endpoint = otherEndpoint;
        api = otherApi;
        javaHome = otherJavaHome;
        reservedMegabytes = otherReservedMegabytes;
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
