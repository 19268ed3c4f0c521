package io.github.eratosthenes.benchmarks.ruler;

import io.github.eratosthenes.results.files.RulerReadings;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Reads two rulers before and after each iteration, in the benchmark's own JVM, while its threads wait.
 *
 * <p>The rulers' work never changes, so a longer reading means a slower machine. A reading is the shortest of three runs of a
 * ruler, or of more runs if the JVM has fewer than {@value #MANY_ITERATIONS} iterations. So every JVM makes at least as many runs as with
 * that many iterations, and the shortest runs of two JVMs can be compared. Each iteration gets two secondary results in microseconds, {@value RulerReadings#COMPUTE} and {@value
 * RulerReadings#MEMORY}: the longer of the readings before and after it. If both are short, the machine was fast during the iteration.
 *
 * <p>A measured iteration begins when the readings of both rulers are within {@value #PATIENT_SHARE} of the shortest in this JVM, or
 * when patience ends: after {@value #SLICE_PATIENCE_MILLIS} ms for an iteration, and after {@value #FORK_PATIENCE_MILLIS} ms for a
 * JVM, unless the profiler's options set another time. A shared machine is often slow for fractions of a second only, so waiting
 * costs far less than measuring again. Only the rulers decide, never the benchmark's own time.
 *
 * <p>The rulers are warmed up before their first reading, and run during the warm-up iterations too, so they are compiled before
 * they count. They allocate nothing.
 *
 * <p>For any JMH benchmark: {@code -prof io.github.eratosthenes.benchmarks.ruler.RulerProfiler}, or with {@code
 * :patience=MILLIS} after it, and with this jar on the class path. The readings of an iteration take about a quarter of a millisecond,
 * and those of a JVM with few iterations about 15 ms in all.
 */
public final class RulerProfiler implements InternalProfiler {

    private static final Pattern PATIENCE = Pattern.compile("patience=([0-9]{1,6})");
    private static final int RUNS = 3;
    private static final int MANY_ITERATIONS = 60;
    private static final long WARM_UP_MILLIS = 100;
    private static final double PATIENT_SHARE = 1.05;
    private static final long SLICE_PATIENCE_MILLIS = 150;
    private static final long FORK_PATIENCE_MILLIS = 1_500;

    private final Scale compute;
    private final Scale memory;
    private final Ruler ruler = new Ruler();
    private boolean warm;
    private int runs = RUNS;
    private long patienceNanos;

    /** Creates a profiler with the default patience, for JMH. */
    public RulerProfiler() {
        this(FORK_PATIENCE_MILLIS);
    }

    /**
     * Creates a profiler with options, for JMH.
     *
     * @throws ProfilerException if the options are neither empty nor {@code patience=MILLIS}
     */
    public RulerProfiler(String options) throws ProfilerException {
        this(patienceMillis(options));
    }

    private RulerProfiler(long patienceMillis) {
        patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        compute = new Scale(RulerReadings.COMPUTE, ruler::compute);
        memory = new Scale(RulerReadings.MEMORY, ruler::memory);
    }

    private static long patienceMillis(String options) throws ProfilerException {
        if (options.isEmpty()) {
            return FORK_PATIENCE_MILLIS;
        }
        Matcher matcher = PATIENCE.matcher(options);
        if (!matcher.matches()) {
            throw new ProfilerException("'" + options + "' is not patience=MILLIS, from 0 to 999999");
        }
        return Long.parseLong(matcher.group(1));
    }

    /** Returns the options of a profiler with a given patience. */
    public static String options(long patienceMillis) {
        return "patience=" + patienceMillis;
    }

    @Override
    public String getDescription() {
        return "Fixed work timed before and after each iteration, which begins when the machine is fast";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        begin(iteration.getType() == IterationType.MEASUREMENT, iteration.getCount());
    }

    /**
     * Reads the rulers; before a measured iteration, waits for a fast machine.
     *
     * @param iterations how many such iterations this JVM has
     */
    void begin(boolean counts, int iterations) {
        runs = counts ? runs(iterations) : RUNS;
        if (!warm) {
            ruler.warmUp(WARM_UP_MILLIS);
            warm = true;
        }
        compute.before(runs);
        memory.before(runs);
        if (counts) {
            waitForAFastMachine();
        }
    }

    /** Returns the number of runs in a reading: more for few iterations, so that their sum is at least that of many iterations. */
    static int runs(int iterations) {
        return RUNS * Math.max(1, (MANY_ITERATIONS + iterations - 1) / iterations);
    }

    private void waitForAFastMachine() {
        long start = System.nanoTime();
        long patience = Math.min(patienceNanos, TimeUnit.MILLISECONDS.toNanos(SLICE_PATIENCE_MILLIS));
        while (!(compute.isFast() && memory.isFast()) && System.nanoTime() - start < patience) {
            compute.before(runs);
            memory.before(runs);
        }
        patienceNanos -= Math.min(patienceNanos, System.nanoTime() - start);
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        return end();
    }

    /** Reads the rulers again. */
    List<ScalarResult> end() {
        return List.of(compute.after(runs), memory.after(runs));
    }

    /** One ruler with its readings. */
    private static final class Scale {

        private static final double NANOS_PER_MICRO = TimeUnit.MICROSECONDS.toNanos(1);

        private final String name;
        private final LongSupplier run;
        private long before;
        private long shortest = Long.MAX_VALUE;

        Scale(String name, LongSupplier run) {
            this.name = name;
            this.run = run;
        }

        void before(int runs) {
            before = reading(runs);
        }

        boolean isFast() {
            return before <= PATIENT_SHARE * shortest;
        }

        ScalarResult after(int runs) {
            return new ScalarResult(
                    name, Math.max(before, reading(runs)) / NANOS_PER_MICRO, "us", AggregationPolicy.AVG);
        }

        private long reading(int runs) {
            long reading = Long.MAX_VALUE;
            for (int i = 0; i < runs; i++) {
                reading = Math.min(reading, run.getAsLong());
            }
            shortest = Math.min(shortest, reading);
            return reading;
        }
    }
}
