package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.log.InvocationReport;
import io.github.eratosthenes.emulator.log.Verdict;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One execution environment: a child JVM with the runtime interface client, and at most one invocation at a time.
 *
 * <pre>
 *   STARTING --first /next--> IDLE --event--> RUNNING --answer--> RETURNING --/next--> IDLE
 *      any of them --the process ends--> DEAD
 * </pre>
 *
 * An event may be handed over before the process has asked for it, while STARTING or RETURNING; it then waits here.
 * Init runs with whole processors, everything after it with the function's share, and idle instances are frozen.
 */
final class Instance {
    /** How long an idle instance is kept; Lambda does not tell, observers find some minutes. */
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(10);

    /** The states of the class comment. */
    private enum State {
        STARTING,
        IDLE,
        RUNNING,
        RETURNING,
        DEAD
    }

    /** When the process initializes. */
    enum Phase {
        /** Before the invocation, unthrottled, within {@link FunctionConfig#initLimit}. */
        INIT,
        /** A second try after a failed init, as a part of the invocation: throttled, within its timeout. */
        INVOKE
    }

    /** Where instances come from and go back to. */
    interface Pool {
        /** The instance can take another event. */
        void available(Instance instance);

        /** The process has ended before it took this event. */
        void returned(Instance instance, Invocation undelivered);

        /** The process has ended. */
        void gone(Instance instance);
    }

    private final String name;
    private final FunctionConfig function;
    private final Phase phase;
    private final InstanceHost host;
    private final Pool pool;

    private final RuntimeProcess process;
    private final long startNanos = System.nanoTime();
    private final CompletableFuture<Void> initialized = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private State state = State.STARTING;
    private Future<?> clock;
    private boolean countsInit;
    private boolean initFailed;
    private boolean outOfTime;
    private boolean closing;
    private OptionalDouble initMillis = OptionalDouble.empty();

    private @Nullable CompletableFuture<Invocation> asking;
    private @Nullable Invocation waiting;
    private @Nullable Invocation current;
    private @Nullable Verdict answer;
    private long currentNanos;

    /**
     * Starts the process for its first event.
     *
     * @throws UncheckedIOException if the machine cannot start it
     */
    Instance(String name, FunctionConfig function, Phase phase, Invocation first, InstanceHost host, Pool pool) {
        this.name = name;
        this.function = function;
        this.phase = phase;
        this.host = host;
        this.pool = pool;
        this.waiting = first;
        this.currentNanos = startNanos;
        this.countsInit = phase == Phase.INVOKE;
        if (phase == Phase.INVOKE) {
            host.log().start(first.requestId());
        }
        this.process = new RuntimeProcess(name, function, phase == Phase.INVOKE, host);
        try {
            this.clock = after(phase == Phase.INIT ? function.initLimit() : function.timeout(), null);
        } catch (RuntimeException | Error e) {
            process.close();
            throw e;
        }
    }

    /** Begins to watch the process; apart from the constructor, which must not let the unfinished object out. */
    void watch() {
        var unused = process.onExit().thenAccept(status -> {
            try {
                exited(status);
                ended.complete(null);
            } catch (RuntimeException | Error e) {
                ended.completeExceptionally(e);
            }
        });
    }

    String name() {
        return name;
    }

    /** Ends when the process asks for its first event, or ends without. */
    CompletableFuture<Void> initialized() {
        return initialized;
    }

    long pid() {
        return process.pid();
    }

    Duration timeout() {
        return function.timeout();
    }

    String arn() {
        return "arn:aws:lambda:us-east-1:123456789012:function:" + function.name();
    }

    /** Whether the process ended before it first asked for an event, and a second try is worth while. */
    synchronized boolean failedInit() {
        return initFailed;
    }

    /** Hands over an event; false if the instance died meanwhile. */
    synchronized boolean offer(Invocation invocation) {
        if (state == State.DEAD || closing || outOfTime) {
            return false;
        }
        waiting = invocation;
        deliver();
        return true;
    }

    /** The process asks for an event; the answer comes when there is one. */
    synchronized CompletableFuture<Invocation> next() {
        CompletableFuture<Invocation> future = new CompletableFuture<>();
        asking = future;
        if (closing || outOfTime || state == State.DEAD) {
            return future; // it has been killed; freezing it now would keep it from dying
        }
        boolean first = state == State.STARTING;
        if (first) {
            initialized.complete(null);
            clock.cancel(false);
            if (phase == Phase.INIT) {
                initMillis = OptionalDouble.of(millisSince(startNanos));
                process.throttle();
            }
        } else if (current != null) {
            finish(answer == null ? Verdict.FUNCTION_ERROR : answer);
        }
        state = State.IDLE;
        if (waiting == null) {
            clock = host.timer().schedule(this::retire, IDLE_LIMIT.toNanos(), TimeUnit.NANOSECONDS);
            process.freeze();
        } else {
            deliver();
        }
        return future;
    }

    private void deliver() {
        Invocation invocation = waiting;
        CompletableFuture<Invocation> asker = asking;
        if (invocation == null || asker == null) {
            return;
        }
        waiting = null;
        asking = null;
        current = invocation;
        answer = null;
        state = State.RUNNING;
        if (countsInit) {
            countsInit = false;
        } else {
            host.log().start(invocation.requestId());
            currentNanos = System.nanoTime();
        }
        clock.cancel(false);
        clock = after(function.timeout().minusNanos(System.nanoTime() - currentNanos), invocation);
        process.thaw();
        asker.complete(invocation);
    }

    /** The process answers; false if it was not asked. */
    synchronized boolean responded(String requestId, InvocationResult result) {
        Invocation invocation = current;
        if (state != State.RUNNING
                || invocation == null
                || !invocation.requestId().equals(requestId)) {
            return false;
        }
        answer = result.verdict();
        state = State.RETURNING;
        invocation.result().complete(result);
        if (result.verdict() != Verdict.HEAP_OOM) { // after which the client ends the process
            pool.available(this);
        }
        return true;
    }

    /** Starts the clock that ends the process if it is still at {@code work}, or at its init if that is null. */
    private Future<?> after(Duration limit, @Nullable Invocation work) {
        return host.timer().schedule(() -> timeIsUp(work), limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void timeIsUp(@Nullable Invocation work) {
        if (work == null ? state == State.STARTING : work.equals(current)) {
            outOfTime = true;
            process.kill();
        }
    }

    /** Ends an instance that has been idle for long. */
    synchronized void retire() {
        if (state == State.IDLE && waiting == null) {
            var unused = kill();
        }
    }

    private void exited(int status) {
        Invocation undelivered;
        try {
            undelivered = cleanUp(status);
        } finally {
            pool.gone(this);
        }
        if (undelivered != null) {
            pool.returned(this, undelivered);
        }
    }

    /** Ends what was going on and removes what belongs to the process; returns the event that it never took. */
    private synchronized @Nullable Invocation cleanUp(int status) {
        boolean starting = state == State.STARTING;
        state = State.DEAD;
        initialized.complete(null);
        clock.cancel(false);
        process.collect();
        boolean killed = process.memory().brokeLimit();
        if (asking != null) {
            asking.cancel(false); // lets go of the request, which its client no longer waits for
        }
        Invocation undelivered = waiting;
        waiting = null;
        if (starting && !closing) {
            undelivered = initEnded(undelivered, killed);
        } else if (current != null) {
            runEnded(current, status, killed);
        }
        process.close();
        return undelivered;
    }

    private @Nullable Invocation initEnded(@Nullable Invocation first, boolean killed) {
        boolean inInvoke = phase == Phase.INVOKE;
        Verdict verdict = killed ? Verdict.KILLED : outOfTime ? timeoutVerdict() : Verdict.INIT_ERROR;
        host.log().initFailed(verdict, millisSince(startNanos), inInvoke);
        if (!inInvoke || first == null) {
            initFailed = true;
            return first;
        }
        current = first;
        if (outOfTime) {
            host.log().timeout(first.requestId(), function.timeout());
        }
        finish(verdict);
        return null;
    }

    private void runEnded(Invocation invocation, int status, boolean killed) {
        if (answer != null) {
            finish(answer);
        } else if (outOfTime) {
            host.log().timeout(invocation.requestId(), function.timeout());
            finish(timeoutVerdict());
            return;
        } else {
            finish(killed ? Verdict.KILLED : Verdict.EXIT);
        }
        if (!closing) {
            host.log().exit(invocation.requestId(), status);
        }
    }

    private Verdict timeoutVerdict() {
        return process.memory().nearLimit() ? Verdict.NEAR_LIMIT_TIMEOUT : Verdict.LAMBDA_TIMEOUT;
    }

    /** Ends the current invocation: its lines, its report and, if nobody was quicker, its client's answer. */
    private void finish(Verdict verdict) {
        Invocation invocation = current;
        if (invocation == null) {
            throw new IllegalStateException(name + " has no invocation to finish");
        }
        current = null;
        clock.cancel(false);
        process.collect();
        InvocationReport report = new InvocationReport(
                verdict,
                function.name(),
                function.memoryMb(),
                name,
                millisSince(currentNanos),
                initMillis,
                process.memory().megabytes());
        initMillis = OptionalDouble.empty();
        host.log().end(invocation.requestId(), report);
        invocation.result().complete(InvocationResult.failure(verdict));
        invocation.report().complete(report);
    }

    /** Kills the process and removes what belongs to it; the future ends when that is done. */
    Future<?> kill() {
        synchronized (this) {
            closing = true;
            if (state != State.DEAD) {
                process.kill();
            }
        }
        return ended;
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
