package io.github.eratosthenes.emulator.cgroup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** The kernel's control over the processes of one instance: how much memory and processor they get. */
public interface Cgroup extends AutoCloseable {

    /** Returns the files into which a process writes its id to join. */
    List<Path> joinFiles();

    /** Lets the processes run for {@code quota} in every {@code period}, all threads and processors counted together. */
    void limitCpu(Duration quota, Duration period);

    /** Returns the processor time that the processes have had together, in nanoseconds; empty where the kernel does not tell. */
    OptionalLong cpuNanos();

    /** Stops every process where it stands. */
    void freeze();

    /** Lets frozen processes go on. */
    void thaw();

    /** Returns the peak of the memory that the processes had together, in bytes; 0 if the kernel does not report it. */
    long peakBytes();

    /** Returns whether the kernel has killed one of the processes because memory ran out. */
    boolean memoryKilled();

    /** Kills whatever still runs in it and removes it. */
    @Override
    void close();
}
