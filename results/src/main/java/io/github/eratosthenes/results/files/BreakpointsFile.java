package io.github.eratosthenes.results.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The content of breakpoints.json: where each strategy breaks at each memory size.
 *
 * <p>An edge is the place between the largest input that passes and the smallest that fails.
 *
 * @param endpoint the endpoint that was called
 * @param start when the search began, in UTC to the second
 * @param seconds how long it took
 * @param calls how many requests it sent
 * @param confirmations how many tries in a row had to pass at {@link Breakpoint#passing()}, and how many to
 *     fail at {@link Breakpoint#failing()}
 * @param timeLimitSeconds the time limit that an answer had to meet: the gateway's, not the function's
 * @param callsAfterBreaks how many of the requests only restarted a broken instance and do not count as tries; null in files
 *     of an older version
 * @param breakpoints one for each strategy, memory size and kind
 */
public record BreakpointsFile(
        Endpoint endpoint,
        String start,
        long seconds,
        long calls,
        int confirmations,
        double timeLimitSeconds,
        @Nullable Long callsAfterBreaks,
        List<Breakpoint> breakpoints) {

    /** Creates a file without the number of calls after breaks. */
    public BreakpointsFile(
            Endpoint endpoint,
            String start,
            long seconds,
            long calls,
            int confirmations,
            double timeLimitSeconds,
            List<Breakpoint> breakpoints) {
        this(endpoint, start, seconds, calls, confirmations, timeLimitSeconds, null, breakpoints);
    }

    /** The parameter that was raised until a call failed. */
    public enum Kind {
        /** The limit max, with one loop. */
        MEMORY,
        /** The number of loops, with a fixed {@link Breakpoint#max()}. */
        TIME
    }

    /** Why the search ended. */
    public enum Outcome {
        /** The edge was found, and the resource that the kind names ran out there. */
        BROKE,
        /** The edge was found, but time ran out there, not memory: a larger max is too slow before it is too big. */
        STOPPED_BY_TIME,
        /** Nothing broke up to the highest max that the strategy takes. */
        STOPPED_BY_HIGHEST_MAX,
        /** The search used up its calls or its time; the edge lies somewhere between passing and failing. */
        STOPPED_BY_BUDGET
    }

    /**
     * An edge. Every try up to {@code passing} passed, and every try from {@code failing} on failed. The values in between
     * were not tried, or passed once and failed once.
     *
     * @param strategy the strategy's id
     * @param memoryMegabytes the function's memory size
     * @param kind the parameter that was raised
     * @param max the limit; for {@link Kind#MEMORY} the same as passing
     * @param passing the largest max, or number of loops, up to which all tries passed; null if even the smallest failed
     * @param failing the smallest max, or number of loops, from which all tries failed; null if none failed
     * @param verdict how the tries at failing ended: as the emulator names it (HEAP_OOM, KILLED, GATEWAY_TIMEOUT, …) or, on a
     *     real endpoint, as its status and body show; null if none failed
     * @param outcome why the search ended
     * @param predicted where the edge was expected, in the unit of passing; null if nothing predicts it
     * @param reason an explanation: what stops a strategy that never breaks, or why measurement and prediction differ; null
     *     if there is none
     * @param memoryEdge where memory runs out beyond the edge of time. A call that needs too much memory fails at once, so
     *     this edge can be found too; null if it was not searched for
     * @param rechecks how many times both sides were tried again later in the run; a side that gave another answer then was
     *     moved outwards
     */
    public record Breakpoint(
            String strategy,
            int memoryMegabytes,
            Kind kind,
            @Nullable Long max,
            @Nullable Long passing,
            @Nullable Long failing,
            @Nullable String verdict,
            Outcome outcome,
            @Nullable Long predicted,
            @Nullable String reason,
            @Nullable MemoryEdge memoryEdge,
            int rechecks) {

        /** Creates a breakpoint without an edge of memory beyond it, as the search found it. */
        public Breakpoint(
                String strategy,
                int memoryMegabytes,
                Kind kind,
                @Nullable Long max,
                @Nullable Long passing,
                @Nullable Long failing,
                @Nullable String verdict,
                Outcome outcome,
                @Nullable Long predicted,
                @Nullable String reason) {
            this(strategy, memoryMegabytes, kind, max, passing, failing, verdict, outcome, predicted, reason, null, 0);
        }

        /** Returns this breakpoint after one more check of both sides. */
        public Breakpoint checked(
                @Nullable Long newPassing,
                @Nullable Long newFailing,
                @Nullable String newVerdict,
                Outcome newOutcome,
                @Nullable String newReason) {
            return new Breakpoint(
                    strategy,
                    memoryMegabytes,
                    kind,
                    kind == Kind.MEMORY ? newPassing : max,
                    newPassing,
                    newFailing,
                    newVerdict,
                    newOutcome,
                    predicted,
                    newReason,
                    memoryEdge,
                    rechecks + 1);
        }

        /** Returns whether both sides are the same as those of another breakpoint. */
        public boolean isAt(Breakpoint other) {
            return Objects.equals(passing, other.passing) && Objects.equals(failing, other.failing);
        }

        /** Returns {@link #passing()}, and 0 where even the smallest failed. */
        public long reached() {
            return passing == null ? 0 : passing;
        }
    }

    /**
     * The edge of memory beyond the edge of time.
     *
     * @param passing the largest max for which memory sufficed, although the answer was too late
     * @param failing the smallest max for which memory did not suffice
     * @param verdict how the tries at failing ended
     */
    public record MemoryEdge(long passing, long failing, String verdict) {}

    /** Reads a breakpoints.json. */
    public static BreakpointsFile read(Path file) throws IOException {
        return JsonFile.read(file, BreakpointsFile.class);
    }

    /** Writes a breakpoints.json, atomically. */
    public void write(Path file) throws IOException {
        JsonFile.write(file, this);
    }
}
