package io.github.eratosthenes.results.files;

import io.github.eratosthenes.results.statistics.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of load.json: the times and the costs of calls to the endpoint at each memory size.
 *
 * @param endpoint the endpoint that was called
 * @param start when the load began, in UTC to the second
 * @param seconds how long it took
 * @param concurrency the highest number of calls that were open at the same time
 * @param ratePerSecond how many calls were started per second; null if each call waited for an earlier one to end
 * @param confidence the confidence of every interval, such as 0.95
 * @param prices the prices behind the dollars
 * @param callsAfterBreaks how many further calls only restarted a broken instance and are not part of the runs; null in files
 *     of an older version
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

    /** Creates a file without the number of calls after breaks. */
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
     * @param dollarsPerGatewayCall for each call of the gateway; null in files of an older version, whose dollars leave it out
     * @param source where the prices are from
     * @param date when the prices were looked up
     */
    public record Prices(
            String region,
            String architecture,
            double dollarsPerRequest,
            double dollarsPerGigabyteSecond,
            @Nullable Double dollarsPerGatewayCall,
            String source,
            String date) {

        /** Creates prices without a gateway. */
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
     * @param calls the number of calls, successful and failed
     * @param errors how many calls failed, by kind of error; a kind is a verdict such as GATEWAY_TIMEOUT, or a failure of the
     *     client such as CONNECT
     * @param coldStarts how many of the good answers came from a new instance; null if it is unknown
     * @param peakMegabytes the most memory that an instance used; null if it is unknown
     * @param client the client's times of good answers; null if there was none
     * @param function the function's own times of good answers; null if there was none
     * @param billedSeconds the billed time of all calls, including failed ones
     * @param dollars the cost of all calls
     * @param dollarsPerMillionCalls the cost of a million such calls, with its interval over the calls
     * @param limitedByCores whether the machine's cores set the pace, and not the functions' share of them; null if it is
     *     unknown, and for real functions
     * @param coresBusy the share of the cores' time during these calls that was not idle; null if it is unknown, and for
     *     real functions
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

        /** Creates a run without its single calls. */
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
     * @param clientMillis the client's time
     * @param functionMillis the function's own time; null if it did not answer
     * @param billedMillis the billed time
     * @param cold whether it was the instance's first call; null if it is unknown
     * @param instance the instance that answered; null if it is unknown
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
     * @param p50 the median: half of the times are no longer
     * @param p90 90 % of the times are no longer
     * @param p99 99 % of the times are no longer
     * @param max the longest time
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
