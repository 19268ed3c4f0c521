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
    private final @Nullable Double loadAtStart = Machine.load();
    private final @Nullable CpuTimes cpuAtStart = Machine.current().cpuTimes();

    /** A clock that starts now. */
    SittingClock(Environment earlier) {
        this.earlier = earlier;
    }

    /** Returns the record with this sitting as it stands. */
    Environment environment(int roundsDone) {
        CpuTimes cpu = Machine.current().cpuTimes();
        List<Sitting> sittings = new ArrayList<>(earlier.sittings());
        sittings.add(new Sitting(
                start.truncatedTo(ChronoUnit.SECONDS).toString(),
                Duration.between(start, Instant.now()).toSeconds(),
                roundsDone,
                loadAtStart,
                Machine.load(),
                cpu == null || cpuAtStart == null ? null : cpu.stolenSince(cpuAtStart)));
        return earlier.withSittings(sittings);
    }
}
