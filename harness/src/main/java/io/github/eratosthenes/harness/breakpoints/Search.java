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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks for one edge on an endpoint. */
final class Search {

    /** The max of a search for loops: small enough that time is all that breaks. */
    static final long TIME_MAX = 1_000_000;

    private static final double RESOLUTION = 0.01;
    private static final double SLOW_RESOLUTION = 0.08;
    private static final long LOWEST_MAX = 1000;
    private static final long FIRST_MAX = 1_000_000;
    private static final long FIRST_LOOPS = 5;
    private static final int MOST_TRIES = 40;

    /** Beyond the gateway's own limit, so that the gateway ends a call and not the client. */
    private static final Duration GRACE = Duration.ofSeconds(12);

    /** An array too large fails within a second or two even at 128 MB; one that is not yet refused by now fits. */
    private static final Duration MEMORY_PATIENCE = Duration.ofSeconds(10);

    /** The call after a break starts the runtime inside itself, with the function's share of a processor. */
    private static final Duration RESTART_PATIENCE = Duration.ofSeconds(40);

    /** How long a new instance is warmed up, as far as a few loops on a cold one can tell. */
    private static final double WARM_UP_SECONDS = 3;

    private static final long MOST_WARM_UP_LOOPS = 1000;

    private static final int TROUBLE_TRIES = 4;
    private static final long TROUBLE_PAUSE_SECONDS = 2;

    private final Planned planned;
    private final URI function;
    private final EndpointClient client;
    private final Budget budget;
    private final double limitSeconds;
    private final int confirmations;
    private final @Nullable Long predicted;
    private final LoopTimes times = new LoopTimes();
    private long warmUpLoops;
    private boolean warm;
    private boolean broken;

    Search(
            Planned planned,
            URI function,
            EndpointClient client,
            Budget budget,
            double limitSeconds,
            int confirmations,
            OptionalLong largestMax) {
        this.planned = planned;
        this.function = function;
        this.client = client;
        this.budget = budget;
        this.limitSeconds = limitSeconds;
        this.confirmations = confirmations;
        this.predicted = largestMax.isPresent() ? largestMax.getAsLong() : null;
    }

    /**
     * Looks for the edge.
     *
     * @throws TroubleException if the endpoint keeps failing in a way that says nothing of its limits
     */
    Breakpoint run() throws TroubleException {
        settleWarmUp();
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
        settleWarmUp();
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
                lowest, highest, start, expected, seconds, RESOLUTION, SLOW_RESOLUTION, confirmations, MOST_TRIES);
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
        // An array is refused or not, however warm the code is.
        warmUpLoops = 0;
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
        boolean newInstance = !warm;
        Optional<Reply> reply =
                reply(Call.of(planned.strategy().id(), max, loops), patience, ReplyKind.GATEWAY_TIMEOUT);
        reply.ifPresent(one -> times.add(loops, one, newInstance));
        return reply.map(one -> new Attempt(
                one.kind().isGood(),
                one.kind().isTime(),
                one.clientMillis() / 1000,
                one.kind().name()));
    }

    /** A try that passes unless memory breaks at once. */
    private Optional<Attempt> memoryAttempt(long max) throws TroubleException {
        return reply(Call.of(planned.strategy().id(), max, 1), MEMORY_PATIENCE, ReplyKind.STALLED)
                .map(reply -> new Attempt(
                        !reply.kind().isMemory(), false, 0, reply.kind().name()));
    }

    /**
     * Calls, on an instance that is warm if it can be had.
     *
     * @param allowed a kind that is an answer here, whatever it is elsewhere
     */
    private Optional<Reply> reply(Call call, Duration patience, ReplyKind allowed) throws TroubleException {
        for (int tries = 1; ; tries++) {
            if (!warmUp() || !budget.take()) {
                return Optional.empty();
            }
            Reply reply = client.call(function, call, patience);
            warm = reply.kind().isGood();
            broken = reply.kind().isBreak();
            if (!reply.kind().isTrouble() || reply.kind() == allowed) {
                return Optional.of(reply);
            }
            if (tries == TROUBLE_TRIES || reply.kind() == ReplyKind.BAD_REQUEST) {
                throw new TroubleException(planned + ", " + call.max() + " × " + call.loops() + ": " + reply.kind()
                        + ", " + reply.detail());
            }
            pause();
        }
    }

    private boolean warmUp() {
        if (warm) {
            return true;
        }
        if (!budget.take()) {
            return false;
        }
        if (broken) {
            budget.countCallAfterBreak(); // it starts the runtime inside itself, which is no try's time
        }
        broken = false;
        client.call(function, Call.small(planned.strategy().id()), RESTART_PATIENCE);
        if (warmUpLoops > 0 && budget.take()) {
            warmUpCode();
        }
        return true;
    }

    /** Loops for a while, so that a try finds the code compiled as the tries before it did. */
    private void warmUpCode() {
        client.call(function, Call.of(planned.strategy().id(), TIME_MAX, warmUpLoops), MEMORY_PATIENCE.plus(GRACE));
    }

    /** Settles how long a new instance is warmed up: first with a few loops, whose time tells how many are enough. */
    private void settleWarmUp() {
        if (!warmUp() || !budget.take()) {
            return;
        }
        Reply reply = client.call(
                function, Call.of(planned.strategy().id(), TIME_MAX, FIRST_LOOPS), MEMORY_PATIENCE.plus(GRACE));
        warm = reply.kind().isGood();
        double loops = WARM_UP_SECONDS / (reply.clientMillis() / 1000) * FIRST_LOOPS;
        warmUpLoops = Math.max(1, Math.min(MOST_WARM_UP_LOOPS, Math.round(loops)));
        if (warm && budget.take()) {
            warmUpCode();
        }
    }

    private static void pause() throws TroubleException {
        try {
            TimeUnit.SECONDS.sleep(TROUBLE_PAUSE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TroubleException("interrupted");
        }
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
