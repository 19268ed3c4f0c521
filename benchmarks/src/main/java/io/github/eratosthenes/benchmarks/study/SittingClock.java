package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.environment.Environment;
import io.github.eratosthenes.benchmarks.environment.Environment.Sitting;
import io.github.eratosthenes.benchmarks.environment.Machine;
import io.github.eratosthenes.benchmarks.environment.Machine.CpuTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times the present sitting of a study and adds it to the study's record. */
final class SittingClock {

    private final Environment earlier;
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime(); // the time of day may jump
    private final @Nullable Double loadAtStart = Machine.load();
    private final @Nullable CpuTimes cpuAtStart = Machine.current().cpuTimes();

    private final @Nullable Double busyAtStart;

    /**
     * A clock that starts now.
     *
     * @param earlier the record of the study, with its earlier sittings
     * @param busyAtStart as in {@link Sitting#busyAtStart()}
     */
    SittingClock(Environment earlier, @Nullable Double busyAtStart) {
        this.earlier = earlier;
        this.busyAtStart = busyAtStart;
    }

    /** Returns the record with this sitting as it stands. */
    Environment environment(int roundsDone) {
        CpuTimes cpu = Machine.current().cpuTimes();
        List<Sitting> sittings = new ArrayList<>(earlier.sittings());
        sittings.add(new Sitting(
                start.truncatedTo(ChronoUnit.SECONDS).toString(),
                Duration.ofNanos(System.nanoTime() - startNanos).toSeconds(),
                roundsDone,
                loadAtStart,
                busyAtStart,
                Machine.load(),
                cpu == null || cpuAtStart == null ? null : cpu.stolenSince(cpuAtStart)));
        return earlier.withSittings(sittings);
    }
}
