package io.github.eratosthenes.results.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where each strategy breaks at each memory size; the content of breakpoints.json.
 *
 * @param endpoint what answered
 * @param start when the search began, in UTC to the second
 * @param seconds how long it took
 * @param calls how many requests it sent
 * @param confirmations how many tries had to pass at {@link Breakpoint#passing()}, and to fail at
 *     {@link Breakpoint#failing()}
 * @param timeLimitSeconds the time limit that an answer had to meet: the gateway's, not the function's
 * @param callsAfterBreaks how many of the requests only started a broken instance again and count as no try; null in files of
 *     an older version
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

    /** A file that does not say how many calls came after breaks. */
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

    /** What was raised until it broke. */
    public enum Kind {
        /** The limit, max, with one loop. */
        MEMORY,
        /** The loops, with {@link Breakpoint#max()} fixed. */
        TIME
    }

    /** Why the search ended. */
    public enum Outcome {
        /** The edge was found, and what broke is what the kind names. */
        BROKE,
        /** The edge was found, but it is the time limit that broke: a larger max is too slow before it is too big. */
        STOPPED_BY_TIME,
        /** Nothing broke up to the highest max that the strategy takes. */
        STOPPED_BY_HIGHEST_MAX,
        /** The calls or the time of the search ran out; the edge lies somewhere between passing and failing. */
        STOPPED_BY_BUDGET
    }

    /**
     * An edge: every try up to {@code passing} passed, every try from {@code failing} on failed, and between them lies
     * what was not tried, or passed one time and failed another.
     *
     * @param strategy the strategy's id
     * @param memoryMegabytes the function's memory size
     * @param kind what was raised
     * @param max the limit; for {@link Kind#MEMORY}, that of the edge: the same as passing
     * @param passing the largest max, or most loops, up to which all passed; null where even the smallest failed
     * @param failing the smallest max, or fewest loops, from which all failed; null where none failed
     * @param verdict how the tries at failing ended, as the emulator names it (HEAP_OOM, KILLED, GATEWAY_TIMEOUT, …) or, of
     *     a real endpoint, as far as status and body tell; null where none failed
     * @param outcome why the search ended
     * @param predicted where the edge was expected, in the unit of passing; null where nothing predicts it
     * @param reason in words: what stops a strategy that never breaks, or why measured and predicted differ; null where
     *     there is nothing to say
     * @param memoryEdge where memory breaks although time runs out before: a call for too much memory fails at once, so
     *     that edge shows all the same; null where it was not looked for
     * @param rechecks how many times both sides were tried once more later in the run; a side that no longer held was
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

        /** A breakpoint without an edge beyond it, as its search found it. */
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

        /** Returns this as it is after one more check of both sides. */
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

        /** Returns whether both sides are those of another. */
        public boolean isAt(Breakpoint other) {
            return Objects.equals(passing, other.passing) && Objects.equals(failing, other.failing);
        }

        /** Returns {@link #passing()}, and 0 where even the smallest failed. */
        public long reached() {
            return passing == null ? 0 : passing;
        }
    }

    /**
     * Where memory breaks beyond the reach of time.
     *
     * @param passing the largest max at which memory sufficed, the answer being too late
     * @param failing the smallest max at which it did not
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
