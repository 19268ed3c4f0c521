package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.harness.breakpoints.Edge.End;
import io.github.eratosthenes.harness.endpoint.Call;
import io.github.eratosthenes.harness.endpoint.EndpointClient;
import io.github.eratosthenes.harness.endpoint.Reply;
import io.github.eratosthenes.harness.endpoint.ReplyKind;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.MemoryEdge;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Looks for one edge on an endpoint. */
final class Search {

    /** The max of a search for loops: small enough that time is all that breaks. */
    static final long TIME_MAX = 1_000_000;

    private static final double RESOLUTION = 0.01;
    private static final long LOWEST_MAX = 1000;
    private static final long FIRST_MAX = 1_000_000;
    private static final long FIRST_LOOPS = 5;
    private static final int MOST_TRIES = 40;

    /** Beyond the gateway's own limit, so that the gateway ends a call and not the client. */
    private static final Duration GRACE = Duration.ofSeconds(12);

    /**
     * The storage is made and filled with zeros, so that every page of it is touched, before the sieving begins: one too
     * large fails within a second or two at every memory size, for processor shares grow with them. One that is not refused
     * by now fits.
     */
    private static final Duration MEMORY_PATIENCE = Duration.ofSeconds(6);

    /** A try that says nothing of the function is made again so many times. */
    private static final int MOST_AGAIN = 2;

    private final Planned planned;
    private final WarmFunction function;
    private final Budget budget;
    private final double limitSeconds;
    private final Tries tries;
    private final @Nullable Long predicted;
    private final LoopTimes times = new LoopTimes();

    /**
     * How thoroughly an edge is looked for.
     *
     * @param confirmations how many tries must agree on either side
     * @param precision how far the two sides of an edge of time may be apart, as a share
     */
    record Tries(int confirmations, double precision) {}

    Search(
            Planned planned,
            URI function,
            EndpointClient client,
            Budget budget,
            double limitSeconds,
            Tries tries,
            OptionalLong largestMax) {
        this.planned = planned;
        this.function = new WarmFunction(planned, function, client, budget);
        this.budget = budget;
        this.limitSeconds = limitSeconds;
        this.tries = tries;
        this.predicted = largestMax.isPresent() ? largestMax.getAsLong() : null;
    }

    /**
     * Looks for the edge.
     *
     * @throws TroubleException if the endpoint keeps failing in a way that says nothing of its limits
     */
    Breakpoint run() throws TroubleException {
        function.settleWarmUp();
        return planned.kind() == Kind.MEMORY ? max() : loops();
    }

    /**
     * Tries both sides of what was found once more.
     *
     * @return it, checked once more, and wider where a side no longer held; nothing where the budget ran out
     * @throws TroubleException as {@link #run()}
     */
    Optional<Breakpoint> again(Breakpoint found) throws TroubleException {
        Long passing = found.passing();
        Long failing = found.failing();
        String verdict = found.verdict();
        if (passing == null || failing == null || verdict == null) {
            return Optional.of(found.checked(passing, failing, verdict, found.outcome(), found.reason()));
        }
        function.settleWarmUp();
        Edge before = new Edge(
                End.FOUND, passing, failing, verdict, ReplyKind.valueOf(verdict).isTime());
        boolean ofMax = planned.kind() == Kind.MEMORY;
        EdgeCheck check = new EdgeCheck(
                ofMax ? maxSettings() : loopsSettings(), value -> ofMax ? attempt(value, 1) : attempt(TIME_MAX, value));
        return check.of(before).map(edge -> {
            String reason = ofMax
                    ? Reasons.ofMax(planned, edge, predicted, found.memoryEdge())
                    : Reasons.ofCheckedLoops(edge, found.predicted(), found.reason());
            return found.checked(edge.passing(), edge.failing(), edge.verdict(), outcome(edge), reason);
        });
    }

    private Breakpoint max() throws TroubleException {
        Edge edge = new EdgeSearch(maxSettings(), max -> attempt(max, 1)).run();
        MemoryEdge beyond = edge.slow() ? beyond(edge) : null;
        return breakpoint(edge, edge.passing(), predicted, Reasons.ofMax(planned, edge, predicted, beyond), beyond);
    }

    private Breakpoint loops() throws TroubleException {
        Edge edge = new EdgeSearch(loopsSettings(), loops -> attempt(TIME_MAX, loops)).run();
        LoopTimes.Prediction prediction = times.prediction(limitSeconds);
        Long expected = prediction == null ? null : prediction.loops();
        return breakpoint(edge, TIME_MAX, expected, Reasons.ofLoops(edge, prediction, times), null);
    }

    private EdgeSearch.Settings maxSettings() {
        long highest = planned.strategy().traits().highestMax();
        return settings(LOWEST_MAX, highest, Math.min(FIRST_MAX, highest), predicted, limitSeconds);
    }

    private EdgeSearch.Settings loopsSettings() {
        return settings(1, Integer.MAX_VALUE, FIRST_LOOPS, null, limitSeconds);
    }

    private EdgeSearch.Settings settings(
            long lowest, long highest, long start, @Nullable Long expected, double seconds) {
        return new EdgeSearch.Settings(
                lowest,
                highest,
                start,
                expected,
                seconds,
                RESOLUTION,
                tries.precision(),
                tries.confirmations(),
                MOST_TRIES);
    }

    /** Looks for the edge of memory where time runs out before it. */
    private @Nullable MemoryEdge beyond(Edge edge) throws TroubleException {
        Long passing = edge.passing();
        if (predicted == null
                || passing == null
                || planned.strategy().traits().segmented()
                || edge.end() != End.FOUND
                || predicted <= passing) {
            return null;
        }
        function.needsNoWarmUp();
        long highest = planned.strategy().traits().highestMax();
        long start = Math.round(predicted * (1 - RESOLUTION / 2));
        Edge memory = new EdgeSearch(
                        settings(passing, highest, Math.max(passing, start), predicted, Double.POSITIVE_INFINITY),
                        max -> memoryAttempt(max))
                .run();
        return memory.passing() == null || memory.failing() == null || memory.verdict() == null
                ? null
                : new MemoryEdge(memory.passing(), memory.failing(), memory.verdict());
    }

    private Optional<Attempt> attempt(long max, long loops) throws TroubleException {
        Duration patience = Duration.ofMillis(Math.round(limitSeconds * 1000)).plus(GRACE);
        for (int again = 0; ; again++) {
            boolean newInstance = !function.isWarm();
            Optional<Reply> reply =
                    function.reply(Call.of(planned.strategy().id(), max, loops), patience, ReplyKind.GATEWAY_TIMEOUT);
            if (reply.isEmpty() || again == MOST_AGAIN || tells(reply.get())) {
                reply.ifPresent(one -> times.add(loops, one, newInstance));
                return reply.map(Search::attempt);
            }
            budget.countAgain();
        }
    }

    /**
     * Returns whether a try says something of the function: one that ran out of time on a machine too busy to give it its share
     * does not; nor does one of loops, which need little memory, on an instance that other calls have filled.
     */
    private boolean tells(Reply reply) {
        boolean starved = reply.kind().isTime() && reply.isStarved();
        boolean filled = reply.kind().isMemory() && planned.kind() == Kind.TIME;
        return !starved && !filled;
    }

    private static Attempt attempt(Reply reply) {
        return new Attempt(
                reply.kind().isGood(),
                reply.kind().isTime(),
                reply.ownMillis() / 1000,
                reply.kind().name());
    }

    /** Makes a try that passes unless memory breaks at once. */
    private Optional<Attempt> memoryAttempt(long max) throws TroubleException {
        return function.reply(Call.of(planned.strategy().id(), max, 1), MEMORY_PATIENCE, ReplyKind.STALLED)
                .map(reply -> new Attempt(
                        !reply.kind().isMemory(), false, 0, reply.kind().name()));
    }

    private Breakpoint breakpoint(
            Edge edge,
            @Nullable Long max,
            @Nullable Long expected,
            @Nullable String reason,
            @Nullable MemoryEdge beyond) {
        return new Breakpoint(
                planned.strategy().id(),
                planned.memoryMegabytes(),
                planned.kind(),
                max,
                edge.passing(),
                edge.failing(),
                edge.verdict(),
                outcome(edge),
                expected,
                reason,
                beyond,
                0);
    }

    private Outcome outcome(Edge edge) {
        return switch (edge.end()) {
            case OUT_OF_BUDGET -> Outcome.STOPPED_BY_BUDGET;
            case NOTHING_FAILS -> Outcome.STOPPED_BY_HIGHEST_MAX;
            case FOUND -> planned.kind() == Kind.MEMORY && edge.slow() ? Outcome.STOPPED_BY_TIME : Outcome.BROKE;
        };
    }
}
