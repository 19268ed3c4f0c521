package io.github.eratosthenes.results.files;

import io.github.eratosthenes.results.statistics.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What calls to the endpoint took and cost at each memory size; the content of load.json.
 *
 * @param endpoint what answered
 * @param start when the load began, in UTC to the second
 * @param seconds how long it took
 * @param concurrency how many calls were open at most
 * @param ratePerSecond the rate that calls were started at; null where each waited for one before it
 * @param confidence the confidence of every interval, such as 0.95
 * @param prices what the dollars were reckoned with
 * @param callsAfterBreaks how many further calls only started a broken instance again and are not among the runs'; null in
 *     files of an older version
 * @param runs one for each strategy, max, loops and memory size
 */
public record LoadFile(
        Endpoint endpoint,
        String start,
        long seconds,
        int concurrency,
        @Nullable Double ratePerSecond,
        double confidence,
        Prices prices,
        @Nullable Long callsAfterBreaks,
        List<Run> runs) {

    /** A file that does not say how many calls came after breaks. */
    public LoadFile(
            Endpoint endpoint,
            String start,
            long seconds,
            int concurrency,
            @Nullable Double ratePerSecond,
            double confidence,
            Prices prices,
            List<Run> runs) {
        this(endpoint, start, seconds, concurrency, ratePerSecond, confidence, prices, null, runs);
    }

    /**
     * The prices of a region.
     *
     * @param region the region, such as us-east-1
     * @param architecture x86_64 or arm64
     * @param dollarsPerRequest for each request
     * @param dollarsPerGigabyteSecond for each GB-second
     * @param dollarsPerGatewayCall for each call of the gateway; null in files of an older version, whose dollars are without
     * @param source where they are from
     * @param date when they were looked up
     */
    public record Prices(
            String region,
            String architecture,
            double dollarsPerRequest,
            double dollarsPerGigabyteSecond,
            @Nullable Double dollarsPerGatewayCall,
            String source,
            String date) {

        /** Prices without a gateway. */
        public Prices(
                String region,
                String architecture,
                double dollarsPerRequest,
                double dollarsPerGigabyteSecond,
                String source,
                String date) {
            this(region, architecture, dollarsPerRequest, dollarsPerGigabyteSecond, null, source, date);
        }
    }

    /**
     * All calls of one kind to one function.
     *
     * @param strategy the strategy's id
     * @param max the limit
     * @param loops the loops
     * @param memoryMegabytes the function's memory size
     * @param calls how many were made: those answered well and those by kind of error
     * @param errors how many failed, by kind; a kind is a verdict such as GATEWAY_TIMEOUT, or what the client met, such as
     *     CONNECT
     * @param coldStarts how many of the good answers came from a new instance; null where they do not tell
     * @param peakMegabytes the highest memory that an instance used; null where nobody tells
     * @param client the time as the client met it, of good answers; null where there was none
     * @param function the time as the function gave it, of good answers; null where there was none
     * @param billedSeconds the time billed for all calls, failed ones too
     * @param dollars what all calls cost
     * @param dollarsPerMillionCalls what a million such calls cost, with its interval over the calls
     * @param limitedByCores whether the machine's cores, not the functions' share of them, set the pace; null where that
     *     is not known, and of real functions
     * @param coresBusy the share of the cores' time during these calls that was not idle; null where that is not known, and
     *     of real functions
     * @param singleCalls each call, in the order of their starts; null in files of an older version
     */
    public record Run(
            String strategy,
            long max,
            int loops,
            int memoryMegabytes,
            long calls,
            Map<String, Long> errors,
            @Nullable Long coldStarts,
            @Nullable Double peakMegabytes,
            @Nullable Latency client,
            @Nullable Latency function,
            double billedSeconds,
            double dollars,
            Interval dollarsPerMillionCalls,
            @Nullable Boolean limitedByCores,
            @Nullable Double coresBusy,
            @Nullable List<SingleCall> singleCalls) {

        /** A run without its single calls. */
        public Run(
                String strategy,
                long max,
                int loops,
                int memoryMegabytes,
                long calls,
                Map<String, Long> errors,
                @Nullable Long coldStarts,
                @Nullable Double peakMegabytes,
                @Nullable Latency client,
                @Nullable Latency function,
                double billedSeconds,
                double dollars,
                Interval dollarsPerMillionCalls,
                @Nullable Boolean limitedByCores,
                @Nullable Double coresBusy) {
            this(
                    strategy,
                    max,
                    loops,
                    memoryMegabytes,
                    calls,
                    errors,
                    coldStarts,
                    peakMegabytes,
                    client,
                    function,
                    billedSeconds,
                    dollars,
                    dollarsPerMillionCalls,
                    limitedByCores,
                    coresBusy,
                    null);
        }

        /** Returns how many calls failed. */
        public long failed() {
            return errors.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * One call.
     *
     * @param kind OK, or the kind of error
     * @param clientMillis the time as the client met it
     * @param functionMillis the time as the function gave it; null where it did not answer
     * @param billedMillis the time billed
     * @param cold whether it was the instance's first call; null where nobody tells
     * @param instance which instance answered; null where nobody tells
     */
    public record SingleCall(
            String kind,
            double clientMillis,
            @Nullable Double functionMillis,
            double billedMillis,
            @Nullable Boolean cold,
            @Nullable String instance) {}

    /**
     * Times, in milliseconds.
     *
     * @param mean the mean with its interval
     * @param p50 what half of them stay within
     * @param p90 what 90 % of them stay within
     * @param p99 what 99 % of them stay within
     * @param max the longest
     */
    public record Latency(Interval mean, double p50, double p90, double p99, double max) {}

    /** Reads a load.json. */
    public static LoadFile read(Path file) throws IOException {
        return JsonFile.read(file, LoadFile.class);
    }

    /** Writes a load.json, atomically. */
    public void write(Path file) throws IOException {
        JsonFile.write(file, this);
    }
}
