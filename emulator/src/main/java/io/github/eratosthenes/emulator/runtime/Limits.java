package io.github.eratosthenes.emulator.runtime;

import java.time.Duration;

/**
 * The limits that AWS fixes and nobody can configure.
 *
 * <p>Sources: AWS, "Lambda quotas", "Understanding the Lambda execution environment lifecycle" and "Configure Lambda function
 * memory".
 */
public final class Limits {
    /** The time a runtime has from its start to its first request for an event. */
    public static final Duration INIT = Duration.ofSeconds(10);

    /** The largest event of a synchronous invocation. */
    public static final int REQUEST_BYTES = 6 * 1024 * 1024;

    /** The largest answer of a synchronous invocation: 6 MB and 100 bytes, as Lambda's own error message has it. */
    public static final int RESPONSE_BYTES = 6_291_556;

    /** The memory size that buys one whole processor. */
    static final int MEGABYTES_PER_CPU = 1769;

    /** The smallest memory size. */
    public static final int LEAST_MEMORY_MB = 128;

    /** The largest memory size. */
    public static final int MOST_MEMORY_MB = 10240;

    private Limits() {}
}
