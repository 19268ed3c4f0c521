package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.cgroup.Cgroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The most memory that the processes of an instance have had together.
 *
 * <p>The kernel keeps that figure in the cgroup. Where there is none, the process's own peak serves, which is gone with the
 * process: so the figure is sampled at the end of each invocation and before each kill.
 */
final class PeakMemory {
    private static final long MEGABYTE = 1L << 20;

    private final Cgroup cgroup;
    private final long pid;
    private final long limitBytes;
    private long bytes;

    /**
     * Starts with a peak of 0.
     *
     * @param cgroup where the kernel may keep the peak
     * @param pid the process to ask where the kernel keeps none
     * @param limitBytes the most memory that the processes may have
     */
    PeakMemory(Cgroup cgroup, long pid, long limitBytes) {
        this.cgroup = cgroup;
        this.pid = pid;
        this.limitBytes = limitBytes;
    }

    /** Takes the present figure if it is a new peak. */
    void sample() {
        long peak = cgroup.peakBytes();
        // a process that is being killed may get a little beyond the limit
        bytes = Math.max(bytes, peak > 0 ? Math.min(peak, limitBytes) : residentBytes());
    }

    /** Returns whether the kernel has killed a process at the limit, which then was the peak. */
    boolean brokeLimit() {
        boolean broke = cgroup.memoryKilled();
        if (broke) {
            bytes = limitBytes;
        }
        return broke;
    }

    /** Returns whether less than 1 MB was left to the limit. */
    boolean nearLimit() {
        return bytes > limitBytes - MEGABYTE;
    }

    /** Returns the peak in whole MB, rounded up. */
    long megabytes() {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }

    /** Returns the process's own peak; 0 once the process has ended. */
    private long residentBytes() {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
