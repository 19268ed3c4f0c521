package io.github.eratosthenes.emulator.runtime;

import java.time.Duration;
import java.util.Map;

/**
 * The configuration of one function.
 *
 * @param name its name, which is also its path below the stage
 * @param handler the handler in Lambda's notation, {@code package.Class::method}
 * @param memoryMb its memory size in MB, which also sets its processor share
 * @param timeout the time after which an invocation is killed
 * @param initLimit the time after which an init is killed
 * @param concurrency the most instances at a time
 * @param machine the machine that it runs on
 * @param environment the function's environment variables
 */
public record FunctionConfig(
        String name,
        String handler,
        int memoryMb,
        Duration timeout,
        Duration initLimit,
        int concurrency,
        Machine machine,
        Map<String, String> environment) {

    private static final long MEGABYTE = 1L << 20;

    /** Copies the environment. */
    public FunctionConfig {
        environment = Map.copyOf(environment);
    }

    /** Returns its name as the runtime is told. */
    public String arn() {
        return "arn:aws:lambda:us-east-1:123456789012:function:" + name;
    }

    /** Returns the bytes that the instance's processes may have together. */
    public long memoryLimitBytes() {
        return (memoryMb - machine.reservedMb()) * MEGABYTE;
    }

    /** Returns the part of a processor that an instance has once it has initialized; more than 1 where it has several. */
    public double processors() {
        return memoryMb / machine.megabytesPerCpu();
    }

    /** Returns the processor time that an instance gets in each period once it has initialized. */
    public Duration cpuQuota(Duration period) {
        return Duration.ofNanos(Math.round(period.toNanos() * processors()));
    }

    /**
     * Returns the vCPUs that an instance sees: two up to 3008 MB, then one for every 1769 MB begun. Its share of them is
     * another thing.
     *
     * <p>Source: rwnx/lambda-cpuinfo, which asked functions of all sizes.
     */
    int visibleProcessors() {
        return memoryMb <= 3008 ? 2 : Math.max(3, (memoryMb + Limits.MEGABYTES_PER_CPU - 1) / Limits.MEGABYTES_PER_CPU);
    }
}
