package io.github.eratosthenes.emulator.cgroup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Stands in for cgroups on a machine without usable ones: only the JVM's own heap limit holds. */
public final class NoCgroups implements Cgroups {
    private final String reason;

    /**
     * Limits nothing.
     *
     * @param reason what {@link #advice} returns
     */
    public NoCgroups(String reason) {
        this.reason = reason;
    }

    @Override
    public Cgroup create(String name, long memoryBytes) {
        return new Nothing();
    }

    @Override
    public String memoryLimit() {
        return "heap-only";
    }

    @Override
    public String cpu() {
        return UNTHROTTLED;
    }

    @Override
    public boolean freezes() {
        return false;
    }

    @Override
    public List<Path> roots() {
        return List.of();
    }

    @Override
    public String advice() {
        return reason;
    }

    /** Limits nothing and knows nothing. */
    private static final class Nothing implements Cgroup {
        @Override
        public List<Path> joinFiles() {
            return List.of();
        }

        @Override
        public void limitCpu(Duration quota, Duration period) {}

        @Override
        public OptionalLong cpuNanos() {
            return OptionalLong.empty();
        }

        @Override
        public void freeze() {}

        @Override
        public void thaw() {}

        @Override
        public long peakBytes() {
            return 0;
        }

        @Override
        public boolean memoryKilled() {
            return false;
        }

        @Override
        public void close() {}
    }
}
