package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.harness.endpoint.Call;
import io.github.eratosthenes.harness.endpoint.EndpointClient;
import io.github.eratosthenes.harness.endpoint.Reply;
import io.github.eratosthenes.harness.endpoint.ReplyKind;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Calls one function for one search, on an instance that is warm if it can be had. */
final class WarmFunction {

    private static final long FIRST_LOOPS = 5;

    /** How long a new instance is warmed up, as far as a few loops on a cold one can tell. */
    private static final double WARM_UP_SECONDS = 3;

    private static final long MOST_WARM_UP_LOOPS = 1000;

    /** The warm-up is short: one that takes longer than this, and the start before it, tells of trouble. */
    private static final Duration WARM_UP_PATIENCE = Duration.ofSeconds(22);

    /** The call after a break starts the runtime inside itself, with the function's share of a processor. */
    private static final Duration RESTART_PATIENCE = Duration.ofSeconds(40);

    private static final int TROUBLE_TRIES = 4;
    private static final long TROUBLE_PAUSE_SECONDS = 2;

    private final Planned planned;
    private final URI function;
    private final EndpointClient client;
    private final Budget budget;
    private long warmUpLoops;
    private boolean warm;
    private boolean broken;

    WarmFunction(Planned planned, URI function, EndpointClient client, Budget budget) {
        this.planned = planned;
        this.function = function;
        this.client = client;
        this.budget = budget;
    }

    /** Returns whether the last call was answered, so that its instance takes the next. */
    boolean isWarm() {
        return warm;
    }

    /**
     * Calls the function, and warms up a new instance before.
     *
     * @param allowed a kind that is an answer here, whatever it is elsewhere
     * @return nothing where the budget has run out
     * @throws TroubleException if the endpoint keeps failing in a way that says nothing of its limits
     */
    Optional<Reply> reply(Call call, Duration patience, ReplyKind allowed) throws TroubleException {
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
        client.call(function, Call.of(planned.strategy().id(), Search.TIME_MAX, warmUpLoops), WARM_UP_PATIENCE);
    }

    /** Settles how long a new instance is warmed up: first with a few loops, whose time tells how many are enough. */
    void settleWarmUp() {
        if (!warmUp() || !budget.take()) {
            return;
        }
        Reply reply =
                client.call(function, Call.of(planned.strategy().id(), Search.TIME_MAX, FIRST_LOOPS), WARM_UP_PATIENCE);
        warm = reply.kind().isGood();
        double loops = WARM_UP_SECONDS / (reply.clientMillis() / 1000) * FIRST_LOOPS;
        warmUpLoops = Math.max(1, Math.min(MOST_WARM_UP_LOOPS, Math.round(loops)));
        if (warm && budget.take()) {
            warmUpCode();
        }
    }

    /** Stops warming up: an array is refused or not, however warm the code is. */
    void needsNoWarmUp() {
        warmUpLoops = 0;
    }

    private static void pause() throws TroubleException {
        try {
            TimeUnit.SECONDS.sleep(TROUBLE_PAUSE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TroubleException("interrupted");
        }
    }
}
