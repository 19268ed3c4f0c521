package io.github.eratosthenes.emulator;

import io.github.eratosthenes.emulator.cgroup.CgroupFiles;
import io.github.eratosthenes.emulator.cgroup.Cgroups;
import io.github.eratosthenes.emulator.function.InstanceHost;
import io.github.eratosthenes.emulator.function.LambdaFunction;
import io.github.eratosthenes.emulator.function.RuntimeApi;
import io.github.eratosthenes.emulator.function.StartGate;
import io.github.eratosthenes.emulator.gateway.Gateway;
import io.github.eratosthenes.emulator.gateway.Uploads;
import io.github.eratosthenes.emulator.log.FunctionLog;
import io.github.eratosthenes.emulator.log.InvocationLog;
import io.github.eratosthenes.emulator.log.LogFollower;
import io.github.eratosthenes.emulator.log.LogWriter;
import io.github.eratosthenes.emulator.runtime.ManagedRuntime;
import io.github.eratosthenes.emulator.runtime.RuntimeFiles;
import io.github.eratosthenes.emulator.workspace.Workspace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A running emulator; closing it removes everything but its log. */
final class Emulator implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();
    private final ManagedRuntime runtime;
    private final Cgroups groups;
    private final List<Path> swept;
    private final LogWriter writer;
    private final Gateway gateway;

    /**
     * Starts everything.
     *
     * @param out where the functions' log goes
     */
    static Emulator start(EmulatorConfig config, PrintStream out) {
        return new Emulator(config, out);
    }

    private Emulator(EmulatorConfig config, PrintStream out) {
        try {
            swept = Workspace.sweep(config.workspaces());
            Workspace workspace = opened(Workspace.create(config.workspaces()));
            groups = config.cgroups().open(workspace.name());
            workspace.record(groups.roots());
            parts.push(() -> groups.roots().forEach(CgroupFiles::remove));
            runtime = new ManagedRuntime(
                    config.runtime(),
                    RuntimeFiles.unpack(
                            config.jar(), workspace.folder(), config.runtime().javaHome()));
            writer = opened(new LogWriter(out));
            FunctionLog functionLog = FunctionLog.of(
                    config.runtime().jsonLog() ? FunctionLog.Format.JSON : FunctionLog.Format.TEXT, writer);
            LogFollower follower = opened(new LogFollower(writer));
            InvocationLog invocationLog = opened(new InvocationLog(config.log(), groups, functionLog));
            ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Emulator::daemon);
            parts.push(timer::shutdownNow);
            RuntimeApi runtimeApi = opened(new RuntimeApi());
            StartGate starts = new StartGate(config.startsAtOnce(), timer);
            InstanceHost host = new InstanceHost(runtime, groups, runtimeApi, functionLog, follower, timer, starts);
            for (int memory : config.memoryMb()) {
                LambdaFunction function = new LambdaFunction(config.function(memory), host);
                functions.putIfAbsent(config.name(), function);
                functions.put(function.config().name(), function);
            }
            Uploads uploads =
                    new Uploads(config.uploadLimit(), Runtime.getRuntime().maxMemory() / 2);
            gateway = opened(new Gateway(
                    config.host(),
                    config.port(),
                    config.api(),
                    config.machine(),
                    functions,
                    groups,
                    invocationLog,
                    uploads));
            Set.copyOf(functions.values()).forEach(this::opened); // to end before the gateway, which waits for them
            runtimeApi.serve();
            invocationLog.begin();
            gateway.serve();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "clock");
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return gateway.port();
    }

    /** Returns the functions by their paths below the stage. */
    Map<String, LambdaFunction> functions() {
        return Map.copyOf(functions);
    }

    /** Returns what prints the functions' log. */
    LogWriter writer() {
        return writer;
    }

    Cgroups groups() {
        return groups;
    }

    ManagedRuntime runtime() {
        return runtime;
    }

    /** Returns the folders of earlier emulators that were removed at the start. */
    List<Path> swept() {
        return swept;
    }

    /** Ends everything in the opposite order; if a part fails, the others end all the same. */
    @Override
    public void close() {
        RuntimeException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                failure = failure == null ? new IllegalStateException("the emulator did not end cleanly") : failure;
                failure.addSuppressed(e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
