package io.github.eratosthenes.emulator;

import io.github.eratosthenes.emulator.cgroup.HostCgroups;
import io.github.eratosthenes.emulator.gateway.Uploads;
import io.github.eratosthenes.emulator.log.FunctionLog;
import io.github.eratosthenes.emulator.runtime.Limits;
import io.github.eratosthenes.emulator.runtime.Machine;
import io.github.eratosthenes.emulator.runtime.ManagedRuntime;
import io.github.eratosthenes.emulator.runtime.ReservedVariables;
import io.github.eratosthenes.emulator.runtime.RuntimeVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options of the command line, which it checks and turns into an {@link EmulatorConfig}.
 *
 * <p>System properties named {@code emulator.port}, {@code emulator.api} and {@code emulator.log} replace the defaults of those
 * three options: so a Maven profile can have defaults of its own and still let a user give the options.
 */
final class EmulatorOptions {
    /** Longer than the gateway waits, so that a slow call ends with the gateway's 504, as on AWS. */
    private static final String TIMEOUT_SECONDS = "35";

    /** Lambda's longest timeout. */
    private static final int MOST_SECONDS = 900;

    @Option(names = "--jar", required = true, paramLabel = "FILE", description = "The function's jar.")
    private Path jar = Path.of("");

    @Option(
            names = "--handler",
            required = true,
            paramLabel = "CLASS::METHOD",
            description = "The handler, as package.Class::method or package.Class.")
    private String handler = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "function",
            description = "The functions' name: they are served at /prod/NAME-<memory>, the first of them also at"
                    + " /prod/NAME (default: ${DEFAULT-VALUE}).")
    private String name = "";

    @Option(
            names = "--memory",
            paramLabel = "MB",
            split = ",",
            defaultValue = "128,256,512,1024",
            description = "The memory sizes, 128 to 10240, one function each (default: ${DEFAULT-VALUE}).")
    private List<Integer> memory = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = TIMEOUT_SECONDS,
            description = "The functions' timeout, 1 to 900 (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${sys:emulator.port:-3000}",
            description = "The port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
    private String host = "";

    @Mixin
    private final ApiOptions apiOptions = new ApiOptions();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "100",
            description =
                    "The most instances of a function at a time, each of which may take its memory size (default: ${DEFAULT-VALUE}).")
    private int concurrency;

    @Mixin
    private final MachineOptions machineOptions = new MachineOptions();

    @Option(
            names = "--java",
            paramLabel = "HOME",
            description = "The JDK to run the functions with (default: the emulator's own).")
    private @Nullable Path javaHome;

    @Option(
            names = "--runtime",
            paramLabel = "RUNTIME",
            description = "The managed runtime whose flags the functions get: java17, java21 or java25"
                    + " (default: that of the JDK).")
    private @Nullable String runtime;

    @Option(
            names = "--snap-start",
            description = "Starts the functions as if from a snapshot; java25 then uses its optimizing compiler.")
    private boolean snapStart;

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How Lambda's lines are written to standard output (default: ${DEFAULT-VALUE}).")
    private FunctionLog.Format logFormat = FunctionLog.Format.TEXT;

    @Option(
            names = "--env",
            paramLabel = "KEY=VALUE",
            description = "An environment variable of the functions; AWS_LAMBDA_EXEC_WRAPPER and JAVA_TOOL_OPTIONS"
                    + " work as on Lambda, which refuses those that it sets itself. Repeatable.")
    private Map<String, String> environment = new LinkedHashMap<>();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            defaultValue = "${sys:emulator.log:-emulator.jsonl}",
            description = "The file that gets a line of JSON for each call; it starts empty, and no other emulator"
                    + " may use it meanwhile (default: ${DEFAULT-VALUE}).")
    private Path log = Path.of("");

    @Option(
            names = "--try",
            paramLabel = "QUERY",
            description = "A query string; the emulator prints a curl command for it at the start. Repeatable.")
    private List<String> queries = List.of();

    @Option(
            names = "--parent",
            paramLabel = "PID",
            description = "Ends the emulator when the process with this id ends, for whatever reason (default: none).")
    private @Nullable Long parent;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Returns the query strings to print curl lines for. */
    List<String> queries() {
        return queries;
    }

    /** Returns the process with which to end. */
    OptionalLong parent() {
        return parent == null ? OptionalLong.empty() : OptionalLong.of(parent);
    }

    /**
     * Checks the options.
     *
     * @throws ParameterException if one is out of its bounds; the message has the value and the bounds
     */
    EmulatorConfig config() {
        require(Files.isReadable(jar), "--jar " + jar + " is not a readable file");
        memory.forEach(size -> require(
                size >= Limits.LEAST_MEMORY_MB && size <= Limits.MOST_MEMORY_MB,
                "--memory " + size + " is not " + Limits.LEAST_MEMORY_MB + " to " + Limits.MOST_MEMORY_MB));
        require(name.matches("[A-Za-z0-9_-]{1,58}"), "--name " + name + " is not 1 to 58 of A-Z a-z 0-9 _ -");
        require(Set.copyOf(memory).size() == memory.size(), "--memory " + memory + " has a size twice");
        require(timeout >= 1 && timeout <= MOST_SECONDS, "--timeout " + timeout + " is not 1 to " + MOST_SECONDS);
        require(port >= 0 && port <= 65535, "--port " + port + " is not 0 to 65535");
        require(concurrency >= 1, "--concurrency " + concurrency + " is not positive");
        List<String> reserved = ReservedVariables.in(environment.keySet());
        require(
                reserved.isEmpty(),
                "--env " + String.join(", ", reserved) + " cannot be set: Lambda reserves it for itself");
        ManagedRuntime.Settings settings = runtimeSettings();
        Machine machine = machine(settings);
        return new EmulatorConfig(
                jar,
                handler,
                name,
                memory,
                Duration.ofSeconds(timeout),
                Limits.INIT,
                Uploads.LIMIT,
                apiOptions.api(),
                concurrency,
                Runtime.getRuntime().availableProcessors(),
                machine,
                environment,
                settings,
                host,
                port,
                log.toAbsolutePath(),
                Path.of(System.getProperty("java.io.tmpdir")),
                new HostCgroups(Path.of("/proc/self")));
    }

    private ManagedRuntime.Settings runtimeSettings() {
        RuntimeVersion version = null;
        try {
            version = runtime == null ? null : RuntimeVersion.of(runtime);
        } catch (IllegalArgumentException e) {
            require(false, "--runtime " + e.getMessage());
        }
        return new ManagedRuntime.Settings(
                javaHome == null ? Path.of(System.getProperty("java.home")) : javaHome,
                version,
                snapStart,
                logFormat == FunctionLog.Format.JSON);
    }

    private Machine machine(ManagedRuntime.Settings settings) {
        RuntimeVersion version = settings.version() != null
                ? settings.version()
                : RuntimeVersion.ofJdk(ManagedRuntime.versionOf(settings.javaHome()));
        int smallest = memory.stream().mapToInt(Integer::intValue).min().orElse(0);
        Machine machine = machineOptions.machine(version);
        require(
                machine.reservedMb() < smallest,
                "--reserved-mb " + machine.reservedMb() + " is not less than the smallest memory size, " + smallest);
        return machine;
    }

    private void require(boolean condition, String message) {
        if (!condition && command != null) {
            throw new ParameterException(command.commandLine(), message);
        }
    }
}
