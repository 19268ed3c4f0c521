package io.github.eratosthenes.results.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of environment.json: where, when and how a result was measured. A value that the machine does not report is null.
 *
 * @param machine the label of the machine: chosen, or made from its CPU and cores; never its host name
 * @param hardware the processor and the memory
 * @param system the operating system and its limits for this process
 * @param jdks the JVMs under test
 * @param jvmArguments the arguments of each tier; a cell's heap size is in study.json
 * @param collector the garbage collector
 * @param jmhVersion the version of JMH; null for calls to an endpoint
 * @param seed the seed of the random order of the cells
 * @param source the source code that the program was built from
 * @param commandLine the study's arguments
 * @param sittings the runs of the command; more than one if it was interrupted and resumed
 */
public record Environment(
        String machine,
        Hardware hardware,
        OperatingSystem system,
        List<Jdk> jdks,
        Map<String, List<String>> jvmArguments,
        String collector,
        @Nullable String jmhVersion,
        long seed,
        Source source,
        List<String> commandLine,
        List<Sitting> sittings) {

    /**
     * The processor and the memory.
     *
     * @param cpu the model's name
     * @param cores the logical processors that this process may use
     * @param caches level and type with size, of the first core
     * @param governor the frequency governor of the first core
     * @param hypervisor whether this is a virtual machine
     * @param memoryMegabytes the machine's memory
     */
    public record Hardware(
            @Nullable String cpu,
            int cores,
            Map<String, String> caches,
            @Nullable String governor,
            @Nullable Boolean hypervisor,
            long memoryMegabytes) {}

    /**
     * The operating system and its limits for this process.
     *
     * @param name its name
     * @param kernel the kernel's version
     * @param distribution the distribution's name
     * @param transparentHugePages always, madvise or never
     * @param containerMemoryLimit the cgroup's memory limit in bytes
     * @param containerCpuQuota the cgroup's CPU quota, as cores
     */
    public record OperatingSystem(
            String name,
            String kernel,
            @Nullable String distribution,
            @Nullable String transparentHugePages,
            @Nullable Long containerMemoryLimit,
            @Nullable Double containerCpuQuota) {}

    /**
     * A JVM under test.
     *
     * @param label its name in tables and results
     * @param version the full version
     * @param vendor who built it
     */
    public record Jdk(String label, String version, String vendor) {}

    /**
     * The source that the program was built from, as it was at the time of the build.
     *
     * @param commit the commit; null if it was built outside a git repository
     * @param dirty whether tracked files differed from it; null if it was built outside a git repository
     */
    public record Source(@Nullable String commit, @Nullable Boolean dirty) {}

    /**
     * A run of the command, from its start to its end or interruption.
     *
     * @param start when it began, in UTC to the second
     * @param seconds how long it has taken so far
     * @param roundsDone how many rounds the result held at its end
     * @param loadAtStart the load average over a minute before the first cell, the study's own probes included
     * @param busyAtStart the share of the processors' time that other programs used while the study waited before the first
     *     cell; null if it is unknown, and for calls to an endpoint
     * @param loadAtEnd the load average over a minute after the last cell
     * @param stolenShare the share of CPU time that the hypervisor stole from this machine's programs
     */
    public record Sitting(
            String start,
            long seconds,
            int roundsDone,
            @Nullable Double loadAtStart,
            @Nullable Double busyAtStart,
            @Nullable Double loadAtEnd,
            @Nullable Double stolenShare) {}

    /** Reads an environment.json. */
    public static Environment read(Path file) throws IOException {
        return JsonFile.read(file, Environment.class);
    }

    /** Writes an environment.json, atomically. */
    public void write(Path file) throws IOException {
        JsonFile.write(file, this);
    }

    /** Returns the same with other sittings. */
    public Environment withSittings(List<Sitting> others) {
        return new Environment(
                machine,
                hardware,
                system,
                jdks,
                jvmArguments,
                collector,
                jmhVersion,
                seed,
                source,
                commandLine,
                List.copyOf(others));
    }
}
