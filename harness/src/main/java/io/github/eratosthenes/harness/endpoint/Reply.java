package io.github.eratosthenes.harness.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a call.
 *
 * @param kind how it ended
 * @param status the HTTP status; 0 where there was none
 * @param detail the kind in words, with what came; empty of a good answer
 * @param clientMillis the time from before the request to after the answer
 * @param answer what a function answered; null where it did not
 * @param trace what the headers tell
 */
public record Reply(
        ReplyKind kind,
        int status,
        String detail,
        double clientMillis,
        @Nullable Answer answer,
        Trace trace) {

    /** A function that gets this part of its processor share, or more, is taken to have got all of it. */
    private static final double WHOLE_SHARE = 0.97;

    /** Returns whether the machine gave the function less than its share, so that the call took longer than it needed. */
    public boolean isStarved() {
        return ownMillis() < WHOLE_SHARE * clientMillis;
    }

    /**
     * Returns the time that the call takes where the function gets its whole share of a processor, which it always uses; the
     * client's time where nobody tells, and for a share of a processor or more, which one thread may leave unused.
     */
    public double ownMillis() {
        Double millis = trace.cpuMillis();
        Double share = trace.cpuShare();
        return millis == null || share == null || share >= 1 ? clientMillis : Math.min(clientMillis, millis / share);
    }

    /** Returns this with another detail. */
    Reply withDetail(String other) {
        return new Reply(kind, status, other, clientMillis, answer, trace);
    }

    /**
     * The body of a good answer; the tutorial's own function sends only the first three.
     *
     * @param durationSeconds the time of all loops
     * @param max the limit
     * @param loops the loops
     * @param strategy the strategy's id
     * @param primes how many primes there are
     * @param coldStart whether it was the instance's first call
     * @param jvm the JVM, where the call asked for it
     * @param instance a name of the instance that answered; null of a function that does not tell
     */
    public record Answer(
            double durationSeconds,
            long max,
            long loops,
            @Nullable String strategy,
            @Nullable Long primes,
            @Nullable Boolean coldStart,
            @Nullable Jvm jvm,
            @Nullable String instance) {

        /** Creates an answer of a function that does not name its instance. */
        public Answer(
                double durationSeconds,
                long max,
                long loops,
                @Nullable String strategy,
                @Nullable Long primes,
                @Nullable Boolean coldStart,
                @Nullable Jvm jvm) {
            this(durationSeconds, max, loops, strategy, primes, coldStart, jvm, null);
        }
    }

    /**
     * The JVM of a function.
     *
     * @param version its full version
     * @param tier the highest compiler tier, C1 or C2
     * @param architecture x86_64 or arm64; null where it does not tell
     * @param diag all that it tells, as JSON
     */
    public record Jvm(String version, String tier, @Nullable String architecture, JsonNode diag) {

        /** Returns the feature release, such as 25. */
        public String feature() {
            return version.replaceFirst("[^0-9].*", "");
        }
    }

    /**
     * The figures in the headers of an answer.
     *
     * @param api rest, http or url; null where none of them answered
     * @param requestId the emulator's id of the call; null of a real endpoint
     * @param memoryLimit what keeps the emulator's memory limit; null of a real endpoint
     * @param cpu what keeps the emulator's processor share; null of a real endpoint
     * @param reservedMegabytes what the emulator keeps of each memory size; 0 of a real endpoint
     * @param calibration what the emulator is calibrated against; null where it is not, and of a real endpoint
     * @param cpuMillis the processor time that the call took until its answer; null where nothing tells
     * @param cpuShare the part of a processor that the function has; null where nothing limits it, and of a real endpoint
     */
    public record Trace(
            @Nullable String api,
            @Nullable String requestId,
            @Nullable String memoryLimit,
            @Nullable String cpu,
            int reservedMegabytes,
            @Nullable String calibration,
            @Nullable Double cpuMillis,
            @Nullable Double cpuShare) {
        static final Trace NONE = new Trace(null, null, null, null);

        /** Creates the trace of an endpoint that reserves nothing and is not calibrated. */
        public Trace(
                @Nullable String api, @Nullable String requestId, @Nullable String memoryLimit, @Nullable String cpu) {
            this(api, requestId, memoryLimit, cpu, 0, null, null, null);
        }
    }
}
