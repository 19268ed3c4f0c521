package io.github.eratosthenes.results.environment;

import io.github.eratosthenes.results.environment.Machine.CpuTimes;
import io.github.eratosthenes.results.files.Environment.Sitting;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times one run of a command from now on, and records the machine's load and stolen time during the run. */
public final class SittingTimer {

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final long startNanos = System.nanoTime(); // the time of day may jump
    private final @Nullable Double loadAtStart = Machine.load();
    private final @Nullable CpuTimes cpuAtStart = Machine.current().cpuTimes();

    /** Starts the timer. */
    public SittingTimer() {}

    /** Returns when the run began, in UTC to the second. */
    public String start() {
        return start.toString();
    }

    /** Returns how long the run has taken so far. */
    public long seconds() {
        return Duration.ofNanos(System.nanoTime() - startNanos).toSeconds();
    }

    /**
     * Returns the record of the run so far.
     *
     * @param roundsDone as in {@link Sitting#roundsDone()}
     * @param busyAtStart as in {@link Sitting#busyAtStart()}
     */
    public Sitting sitting(int roundsDone, @Nullable Double busyAtStart) {
        CpuTimes cpu = Machine.current().cpuTimes();
        return new Sitting(
                start(),
                seconds(),
                roundsDone,
                loadAtStart,
                busyAtStart,
                Machine.load(),
                cpu == null || cpuAtStart == null ? null : cpu.stolenSince(cpuAtStart));
    }
}
