package io.github.eratosthenes.emulator;

import io.github.eratosthenes.emulator.cgroup.Cgroups;
import io.github.eratosthenes.emulator.gateway.Api;
import io.github.eratosthenes.emulator.gateway.FunctionUrl;
import io.github.eratosthenes.emulator.gateway.HttpApi;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The main class: serves what the command line asks for until it is interrupted. */
@Command(
        name = "emulator",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Runs a Java handler as AWS Lambda would, behind an API Gateway, on this machine.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the process of --parent has ended",
            "1:the emulator could not start (a port or a log in use, an unreadable jar)",
            "2:a wrong option",
            "130, 143:interrupted or terminated, and everything cleaned up"
        })
public final class EmulatorMain implements Callable<Integer> {
    @Mixin
    private final EmulatorOptions options = new EmulatorOptions();

    private final PrintStream out;

    private EmulatorMain(PrintStream out) {
        this.out = out;
    }

    /** Serves until the process is interrupted or terminated. */
    public static void main(String[] args) {
        int status = commandLine(System.out).execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    static CommandLine commandLine(PrintStream out) {
        return new CommandLine(new EmulatorMain(out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(true) // the build gives some, and a user may give them again
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println("emulator: " + message(e));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static String message(Exception e) {
        return e instanceof UncheckedIOException io && io.getCause() != null
                ? e.getMessage() + ": " + io.getCause().getMessage()
                : String.valueOf(e.getMessage());
    }

    @Override
    public Integer call() throws InterruptedException {
        EmulatorConfig config = options.config();
        Emulator emulator = Emulator.start(config, out);
        CountDownLatch interrupted = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            interrupted.countDown();
            emulator.close();
        }));
        options.parent().ifPresent(EmulatorMain::endWith);
        greet(config, emulator);
        interrupted.await();
        return CommandLine.ExitCode.OK;
    }

    /** Ends this process, and by its shutdown hook everything that belongs to it, as soon as another process has ended. */
    private static void endWith(long pid) {
        Thread watch = new Thread(
                () -> {
                    ProcessHandle.of(pid).ifPresent(other -> other.onExit().join());
                    System.exit(CommandLine.ExitCode.OK);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void greet(EmulatorConfig config, Emulator emulator) {
        Cgroups groups = emulator.groups();
        emulator.swept().forEach(folder -> out.println("Removed what an earlier emulator left in " + folder));
        out.printf(
                Locale.ROOT,
                "%s on JDK %d with the flags of %s, behind %s, %s timeout%s%n",
                config.handler(),
                emulator.runtime().javaVersion(),
                emulator.runtime().version().id(),
                front(config.api()),
                seconds(config.timeout()),
                config.api() instanceof FunctionUrl
                        ? ""
                        : ", integration timeout " + seconds(config.api().integrationTimeout()));
        out.println("memoryLimit: " + groups.memoryLimit() + ", cpu: " + groups.cpu() + ", idle instances: "
                + (groups.freezes() ? "frozen" : "running"));
        out.println("reserved: " + config.machine().reservedMb() + " MB, "
                + (config.machine().calibratedAgainst().isEmpty()
                        ? "uncalibrated"
                        : "calibrated against " + config.machine().calibratedAgainst()));
        if (!groups.advice().isEmpty()) {
            out.println("NOT AS ON LAMBDA: " + groups.advice());
        }
        out.println("A line of JSON for each call: " + config.log());
        String base = "http://" + config.host() + ":" + emulator.port() + "/" + Api.STAGE + "/";
        emulator.functions().keySet().stream().sorted().forEach(path -> out.println("  " + base + path));
        String first = base + config.function(config.memoryMb().get(0)).name();
        options.queries().forEach(query -> out.println("  curl -i '" + first + "?" + query + "'"));
        out.println("Ctrl-C ends it.");
        out.flush();
    }

    private static String front(Api api) {
        return api instanceof FunctionUrl
                ? "a function URL"
                : (api instanceof HttpApi ? "an " : "a ") + api.name().toUpperCase(Locale.ROOT) + " API";
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
