package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.cgroup.Cgroup;
import io.github.eratosthenes.emulator.log.LogTail;
import io.github.eratosthenes.emulator.runtime.FunctionConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The process of an instance: a child JVM with the runtime interface client, in a cgroup of its own.
 *
 * <p>This class starts, throttles, freezes and kills the process, and cleans up after it; it knows nothing about events. The
 * process belongs to its starter, who closes it once it has ended. Not safe for use by several threads at once.
 */
final class RuntimeProcess implements AutoCloseable {
    /** The period in which Lambda counts processor time. Source: pwrdrvr/lambda-throttling. */
    private static final Duration CPU_PERIOD = Duration.ofMillis(20);

    /** Joins every cgroup named before "--", then becomes the command after it. */
    private static final String JOIN =
            "until [ \"$1\" = -- ]; do echo $$ > \"$1\" || exit 126; shift; done; shift; exec \"$@\"";

    private final String name;
    private final Instance owner;
    private final FunctionConfig function;
    private final InstanceHost host;
    private final CompletableFuture<Void> initialized = new CompletableFuture<>();
    private final Cgroup cgroup;
    private final Process process;
    private final PeakMemory memory;
    private final LogTail output;
    private final long startNanos = System.nanoTime();
    private Future<?> follower;
    private OptionalDouble initMillis = OptionalDouble.empty();
    private volatile @Nullable String initErrorType; // set by a thread of the Runtime API

    /**
     * Starts the process.
     *
     * @param name its own name, which its cgroup and its part of the Runtime API bear too
     * @param owner its instance, whose lock the caller has
     * @param throttled whether it gets no more than the function's share of a processor from the start
     * @throws UncheckedIOException if the machine cannot start it
     */
    RuntimeProcess(String name, Instance owner, boolean throttled, InstanceHost host) {
        this.name = name;
        this.owner = owner;
        this.function = owner.function();
        this.host = host;
        this.cgroup = host.groups().create(name, function.memoryLimitBytes());
        try {
            if (throttled) {
                limitCpu(cgroup, function);
            }
            host.api().register(this);
            this.process = launch(name, owner.name(), function, cgroup, host);
            this.memory = new PeakMemory(cgroup, process.pid(), function.memoryLimitBytes());
            this.output = new LogTail(process.getInputStream(), host.log()::line);
            this.follower = host.follower().follow(output);
        } catch (RuntimeException | Error e) {
            host.api().unregister(this);
            cgroup.close(); // with the process, if there is one
            throw e;
        }
    }

    private static Process launch(
            String name, String instance, FunctionConfig function, Cgroup cgroup, InstanceHost host) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", JOIN, "sh"));
        cgroup.joinFiles().forEach(file -> command.add(file.toString()));
        command.add("--");
        command.addAll(host.runtime().command(function));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(host.runtime().directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment()
                .putAll(host.runtime().environment(function, host.api().addressFor(name), instance));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
        }
    }

    private static void limitCpu(Cgroup cgroup, FunctionConfig function) {
        cgroup.limitCpu(function.cpuQuota(CPU_PERIOD), CPU_PERIOD);
    }

    String name() {
        return name;
    }

    /** Returns its instance. */
    Instance owner() {
        return owner;
    }

    /** Returns a future that ends when the runtime asks for its first event, or the process is closed without that. */
    CompletableFuture<Void> initialized() {
        return initialized;
    }

    /**
     * Ends the init: the runtime has asked for its first event.
     *
     * @param before whether it was before the invocation, with whole processors, which end with it
     */
    void endInit(boolean before) {
        if (before) {
            initMillis = OptionalDouble.of(ageMillis());
            limitCpu(cgroup, function);
        }
        initialized.complete(null);
    }

    /** Returns the time of an init before the invocation, once: it belongs to the first invocation. */
    OptionalDouble takeInitMillis() {
        OptionalDouble taken = initMillis;
        initMillis = OptionalDouble.empty();
        return taken;
    }

    /** Takes the kind of error that ends the init. */
    void failInit(String errorType) {
        initErrorType = errorType;
    }

    /** Returns the kind of error that the runtime has given for a failed init; null if it gave none. */
    @Nullable
    String initErrorType() {
        return initErrorType;
    }

    long pid() {
        return process.pid();
    }

    /** Returns the time since the start, in milliseconds. */
    double ageMillis() {
        return (System.nanoTime() - startNanos) / 1e6;
    }

    /** Returns a future that gets the exit status when the process ends. */
    CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Freezes the process, if this machine can. */
    void freeze() {
        if (host.groups().freezes()) {
            follower.cancel(false);
            cgroup.freeze();
        }
    }

    /** Lets a frozen process continue. */
    void thaw() {
        if (follower.isCancelled()) {
            follower = host.follower().follow(output);
        }
        cgroup.thaw();
    }

    /** Kills the process and, since there may be no cgroup to find them by, those that it has started. */
    void kill() {
        memory.sample();
        cgroup.thaw(); // a frozen process would not die
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Passes on what has been printed so far, and samples the memory. */
    void collect() {
        output.flush();
        memory.sample();
    }

    /** Returns the processor time since the start, in nanoseconds; empty where the kernel does not tell. */
    OptionalLong cpuNanos() {
        return cgroup.cpuNanos();
    }

    PeakMemory memory() {
        return memory;
    }

    /** Removes what belongs to the process, with whatever else still runs in its cgroup. */
    @Override
    public void close() {
        initialized.complete(null);
        follower.cancel(false);
        cgroup.close();
        deletePerformanceData();
    }

    /** Removes the performance data file, which a killed JVM leaves behind. */
    private void deletePerformanceData() {
        Path file = Path.of("/tmp", "hsperfdata_" + System.getProperty("user.name"), Long.toString(process.pid()));
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
