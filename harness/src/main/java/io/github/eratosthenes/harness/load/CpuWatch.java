package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.harness.endpoint.Clock;
import io.github.eratosthenes.results.environment.Machine;
import io.github.eratosthenes.results.environment.Machine.CpuTimes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads this machine's count of idle time again and again, to tell how busy the cores were while calls ran. */
final class CpuWatch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 250;

    private final Machine machine;
    private final List<Look> looks = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Clock.named("cpu-watch");

    CpuWatch(Machine machine) {
        this.machine = machine;
    }

    /** The count at a moment. */
    record Look(long nanos, CpuTimes times) {}

    /** Begins to look. */
    void start() {
        var unused = clock.scheduleAtFixedRate(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        CpuTimes times = machine.cpuTimes();
        if (times != null) {
            looks.add(new Look(System.nanoTime(), times));
        }
    }

    /**
     * Returns the share of the cores' time, from the first of these calls to the end of the last, that was not idle; null
     * where the machine does not tell.
     */
    @Nullable
    Double busy(List<Done> calls) {
        look();
        long from = calls.stream().mapToLong(Done::startNanos).min().orElse(0);
        long to = calls.stream().mapToLong(Done::endNanos).max().orElse(0);
        return busy(looks, from, to);
    }

    /** Returns the share between the last look before a time and the first after another. */
    static @Nullable Double busy(List<Look> looks, long fromNanos, long toNanos) {
        Look first = null;
        Look last = null;
        for (Look look : looks) {
            if (first == null || look.nanos() - fromNanos <= 0) {
                first = look;
            }
            if (last == null || last.nanos() - toNanos < 0) {
                last = look;
            }
        }
        return first == null || last == null ? null : last.times().busySince(first.times());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
