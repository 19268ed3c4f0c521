package io.github.eratosthenes.emulator.function;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Counts the processor time that a process spends on one invocation.
 *
 * <p>Wall time grows when the machine is busy with something else; processor time does not. Together they tell whether the
 * function got the share that it has. Safe for use by several threads at once.
 */
public final class CpuMeter {
    private Supplier<OptionalLong> counter = OptionalLong::empty;
    private OptionalLong before = OptionalLong.empty();

    CpuMeter() {}

    /**
     * Begins to count.
     *
     * @param totalNanos what the process has had since it was started, while it has a cgroup
     * @param sinceStart whether all of that belongs to the invocation, as it does where the runtime starts inside it
     */
    synchronized void start(Supplier<OptionalLong> totalNanos, boolean sinceStart) {
        counter = totalNanos;
        before = sinceStart ? OptionalLong.of(0) : totalNanos.get();
    }

    /** Stops counting, once; the counter is not asked again. */
    synchronized void stop() {
        OptionalLong last = counter.get();
        counter = () -> last;
    }

    /** Returns the milliseconds so far; empty before the start, and where the kernel does not tell. */
    public synchronized OptionalDouble millis() {
        OptionalLong now = counter.get();
        return now.isEmpty() || before.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((now.getAsLong() - before.getAsLong()) / 1e6);
    }
}
