package io.github.eratosthenes.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks again and again how busy this machine's cores are. */
final class CpuWatch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 200;

    /** From here on functions wait for a core, and no longer for their share of it. */
    private static final double BUSY = 0.9;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final List<Look> looks = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "cpu-watch");
        thread.setDaemon(true);
        return thread;
    });

    CpuWatch() {
        var unused = clock.scheduleAtFixedRate(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How busy the cores were since the last look. */
    private record Look(long nanos, double load) {}

    private void look() {
        double load = system.getCpuLoad();
        if (load >= 0) {
            looks.add(new Look(System.nanoTime(), load));
        }
    }

    /** Returns whether the cores were busy for more than half of the time while these calls ran. */
    boolean limited(List<Done> calls) {
        long from = calls.stream().mapToLong(Done::startNanos).min().orElse(0);
        long to = calls.stream().mapToLong(Done::endNanos).max().orElse(0);
        List<Look> during = looks.stream()
                .filter(look -> look.nanos() - from > 0 && look.nanos() - to <= 0)
                .toList();
        long busy = during.stream().filter(look -> look.load() >= BUSY).count();
        return 2 * busy > during.size();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
