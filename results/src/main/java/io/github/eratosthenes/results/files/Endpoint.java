package io.github.eratosthenes.results.files;

import org.jspecify.annotations.Nullable;

/**
 * The endpoint that answered the calls of a {@link BreakpointsFile} or a {@link LoadFile}, and how its limits were enforced.
 *
 * @param kind {@link #EMULATOR} or {@link #AWS}
 * @param url the address, with {@code {memory}} in place of the memory size
 * @param api {@code rest}, {@code http} or {@code url}
 * @param memoryLimit what enforced the memory limit: {@code cgroup-v1}, {@code cgroup-v2}, {@code heap-only} or {@code lambda}
 * @param cpu what enforced the processor share: {@code cgroup-v1}, {@code cgroup-v2}, {@code unthrottled} or {@code lambda}
 * @param reservedMegabytes the memory set aside in each function for the share that the real service uses; 0 on AWS
 * @param jdk the feature version of the functions' JDK, such as 25; null if it is unknown
 * @param tier the highest compiler tier, C1 or C2; null if it is unknown
 * @param calibration the endpoint that an emulator's memory, processor and network were calibrated against; null
 *     without a calibration, and on AWS
 */
public record Endpoint(
        String kind,
        String url,
        String api,
        String memoryLimit,
        String cpu,
        int reservedMegabytes,
        @Nullable String jdk,
        @Nullable String tier,
        @Nullable String calibration) {

    /** The kind of an emulator. */
    public static final String EMULATOR = "emulator";

    /** The kind of functions on AWS. */
    public static final String AWS = "aws";

    /** Creates an endpoint that was not calibrated. */
    public Endpoint(
            String kind,
            String url,
            String api,
            String memoryLimit,
            String cpu,
            int reservedMegabytes,
            @Nullable String jdk,
            @Nullable String tier) {
        this(kind, url, api, memoryLimit, cpu, reservedMegabytes, jdk, tier, null);
    }

    /** Returns whether the endpoint is an emulator, whose functions run on the client's machine. */
    public boolean local() {
        return kind.equals(EMULATOR);
    }

    /** Returns a description of the endpoint for people. */
    public String label() {
        return local()
                ? "Local emulator, " + (calibration == null ? "uncalibrated" : "calibrated against " + calibration)
                        + ": memory limit " + memoryLimit + ", processor " + cpu + ", JDK " + jdk
                        + ", " + tier
                : "Real functions at " + url + ", JDK " + jdk;
    }
}
