package io.github.eratosthenes.emulator.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.emulator.cgroup.Cgroup;
import io.github.eratosthenes.emulator.cgroup.NoCgroups;
import io.github.eratosthenes.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PeakMemoryTest {
    private static final long MEGABYTE = 1L << 20;
    private static final long LIMIT = 128 * MEGABYTE;

    private final FakeCgroup cgroup = new FakeCgroup();
    private final PeakMemory memory = new PeakMemory(cgroup, Long.MAX_VALUE, LIMIT);

    @Test
    void theKernelsFigureIsRoundedUpToWholeMegabytes() {
        memory.sample();
        assertThat(memory.megabytes()).isZero();
        cgroup.peak = 40 * MEGABYTE + 1;
        memory.sample();
        assertThat(memory.megabytes()).isEqualTo(41);
    }

    @Test
    void noPeakIsAboveTheLimit() {
        cgroup.peak = LIMIT + 4096;
        memory.sample();
        assertThat(memory.megabytes()).isEqualTo(128);
    }

    @Test
    void nearTheLimitIsLessThanAMegabyteFromIt() {
        cgroup.peak = LIMIT - MEGABYTE;
        memory.sample();
        assertThat(memory.nearLimit()).isFalse();
        cgroup.peak++;
        memory.sample();
        assertThat(memory.nearLimit()).isTrue();
    }

    @Test
    void aKillAtTheLimitMakesThePeakTheLimit() {
        cgroup.peak = 100 * MEGABYTE;
        memory.sample();
        assertThat(memory.brokeLimit()).isFalse();
        assertThat(memory.megabytes()).isEqualTo(100);
        cgroup.killed = true;
        assertThat(memory.brokeLimit()).isTrue();
        assertThat(memory.megabytes()).isEqualTo(128);
    }

    @Test
    void withoutACgroupTheProcessIsAskedForAsLongAsItRuns() throws IOException, InterruptedException {
        Requirement.that(Files.exists(Path.of("/proc/self/status")), "only Linux shows a process's peak");
        Process process = new ProcessBuilder("sleep", "300").start();
        try {
            PeakMemory own = new PeakMemory(new NoCgroups("none").create("f-1", LIMIT), process.pid(), LIMIT);
            own.sample();
            long sampled = own.megabytes();
            assertThat(sampled).isPositive();
            process.destroyForcibly().waitFor();
            own.sample();
            assertThat(own.megabytes()).isEqualTo(sampled);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Shows what the test says. */
    private static final class FakeCgroup implements Cgroup {
        private long peak;
        private boolean killed;

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
            return peak;
        }

        @Override
        public boolean memoryKilled() {
            return killed;
        }

        @Override
        public void close() {}
    }
}
