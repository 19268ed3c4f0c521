package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.log.Verdict;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One execution environment: a process, and at most one invocation at a time.
 *
 * <p>{@link InstanceState} describes its life. Every move from state to state is made under the instance's lock, by
 * {@link #move}. The instance owns its {@link RuntimeProcess}: it starts the process for its first event, nobody else
 * kills it, and {@link #exited}, which runs once however the process has ended, removes what is left of it.
 */
final class Instance {
    /** How long an idle instance is kept; Lambda does not tell, observers find some minutes. */
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(10);

    private final String name;
    private final FunctionConfig function;
    private final InstanceHost host;
    private final InstancePool pool;
    private final Clock clock;
    private final CompletableFuture<Void> initialized = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private InstanceState state = InstanceState.NEW;
    private @Nullable RuntimeProcess process;
    private OptionalDouble initMillis = OptionalDouble.empty();

    /** The runtime's request for an event, until it gets one. */
    private @Nullable CompletableFuture<Invocation> asking;

    /** An event that the runtime gets when it next asks. */
    private @Nullable Invocation waiting;

    /** The invocation that the process works on, or whose part its init is. */
    private @Nullable Run run;

    /** Makes an instance without a process; {@link #start} is to start one. */
    Instance(String name, FunctionConfig function, InstanceHost host, InstancePool pool) {
        this.name = name;
        this.function = function;
        this.host = host;
        this.pool = pool;
        this.clock = new Clock(host.timer());
    }

    String name() {
        return name;
    }

    FunctionConfig function() {
        return function;
    }

    synchronized InstanceState state() {
        return state;
    }

    synchronized long pid() {
        return process().pid();
    }

    /** Returns a future that ends when the runtime asks for its first event, or the process ends without. */
    CompletableFuture<Void> initialized() {
        return initialized;
    }

    /**
     * Starts the process for its first event.
     *
     * @param init {@code INIT} to initialize it before the invocation, {@code INVOKE_INIT} to do so inside
     * @return false if the instance was killed before
     * @throws java.io.UncheckedIOException if the machine cannot start the process; the instance is dead then
     */
    synchronized boolean start(Invocation first, InstanceState init) {
        if (state != InstanceState.NEW) {
            return false;
        }
        boolean inside = init == InstanceState.INVOKE_INIT;
        try {
            if (inside) {
                run = new Run(first, function, name, host.log());
            } else {
                waiting = first;
            }
            killAfter(inside ? function.timeout() : function.initLimit());
            process = new RuntimeProcess(name, function, inside, host);
        } catch (RuntimeException | Error e) {
            endUnstarted();
            throw e;
        }
        move(init);
        // in another thread: this one has the lock, under which the pool is not to be called
        var unused = process.onExit().thenAcceptAsync(this::exited).whenComplete((done, failure) -> {
            if (failure == null) {
                ended.complete(null);
            } else {
                ended.completeExceptionally(failure);
            }
        });
        return true;
    }

    private void endUnstarted() {
        move(InstanceState.DEAD);
        clock.stop();
        initialized.complete(null);
        ended.complete(null);
    }

    /** Hands over an event; false if the instance takes none any more. */
    synchronized boolean offer(Invocation invocation) {
        if (state == InstanceState.IDLE) {
            run(invocation);
        } else if (state == InstanceState.RETURNING) {
            waiting = invocation;
        } else {
            return false;
        }
        return true;
    }

    /** Takes the runtime's request for an event; the future gets one when there is one. */
    synchronized CompletableFuture<Invocation> next() {
        CompletableFuture<Invocation> future = new CompletableFuture<>();
        asking = future;
        switch (state) {
            case INIT -> {
                initialized.complete(null);
                initMillis = OptionalDouble.of(process().ageMillis());
                process().throttle();
                runWaitingOrIdle();
            }
            case INVOKE_INIT -> {
                initialized.complete(null);
                handOver();
            }
            case IDLE -> runWaitingOrIdle();
            case RUNNING, RETURNING -> {
                Verdict answer = run().answer();
                finish(answer == null ? Verdict.FUNCTION_ERROR : answer);
                runWaitingOrIdle();
            }
            case NEW, TIMED_OUT, CLOSING, INIT_FAILED, DEAD -> {
                // it has been killed; freezing it now would keep it from dying
            }
        }
        return future;
    }

    private void runWaitingOrIdle() {
        Invocation next = waiting;
        if (next != null) {
            waiting = null;
            run(next);
        } else {
            move(InstanceState.IDLE);
            clock.set(IDLE_LIMIT, this::retire);
            process().freeze();
        }
    }

    private void run(Invocation invocation) {
        run = new Run(invocation, function, name, host.log());
        killAfter(function.timeout());
        handOver();
    }

    private void handOver() {
        move(InstanceState.RUNNING);
        process().thaw();
        Objects.requireNonNull(asking, name).complete(run().invocation());
        asking = null;
    }

    /** Takes the runtime's answer; false if the runtime was not asked. */
    synchronized boolean responded(String requestId, InvocationResult result) {
        if (state != InstanceState.RUNNING || !run().invocation().requestId().equals(requestId)) {
            return false;
        }
        move(InstanceState.RETURNING);
        run().answer(result);
        if (result.verdict() != Verdict.HEAP_OOM) { // after which the client ends the process
            pool.available(this);
        }
        return true;
    }

    /** Sets the clock to kill the process if it is then still at what it is at now: this run, or its init. */
    private void killAfter(Duration limit) {
        Run now = run;
        clock.set(limit, () -> timeIsUp(now));
    }

    private synchronized void timeIsUp(@Nullable Run limited) {
        if (run == limited && state.mayBecome(InstanceState.TIMED_OUT)) {
            move(InstanceState.TIMED_OUT);
            process().kill();
        }
    }

    /** Kills an instance that has been idle for long. */
    synchronized void retire() {
        if (state == InstanceState.IDLE) {
            var unused = kill();
        }
    }

    /** Kills the process; the future ends when what belongs to it has been removed. */
    synchronized Future<?> kill() {
        if (state == InstanceState.NEW) {
            endUnstarted();
        } else if (state.mayBecome(InstanceState.CLOSING)) {
            move(InstanceState.CLOSING);
            process().kill();
        }
        return ended;
    }

    /** Ends the instance after its process. */
    private void exited(int status) {
        Invocation undelivered;
        try {
            undelivered = cleanUp(status);
        } finally {
            initialized.complete(null);
            pool.gone(this);
        }
        if (undelivered != null) {
            pool.returned(this, undelivered);
        }
    }

    /** Ends what was going on and removes what belongs to the process; returns the event that it never took. */
    private synchronized @Nullable Invocation cleanUp(int status) {
        clock.stop();
        process().collect();
        PeakMemory memory = process().memory();
        ProcessEnd end = new ProcessEnd(state, initialized.isDone(), memory.brokeLimit(), memory.nearLimit());
        Run ending = run;
        move(end.isOfInit() && ending == null ? InstanceState.INIT_FAILED : InstanceState.DEAD);
        if (asking != null) {
            asking.cancel(false); // lets go of the request, which its client no longer waits for
        }
        if (end.isOfInit()) {
            host.log().initFailed(end.verdict(null), process().ageMillis(), ending != null);
        }
        if (ending != null) {
            Verdict answer = ending.answer();
            if (end.isTimeout(answer)) {
                ending.logTimeout();
            }
            finish(end.verdict(answer));
            if (end.isExit(answer)) {
                ending.logExit(status);
            }
        }
        process().close();
        return waiting;
    }

    private void finish(Verdict verdict) {
        clock.stop();
        process().collect();
        run().end(verdict, initMillis, process().memory().megabytes());
        run = null;
        initMillis = OptionalDouble.empty();
    }

    private void move(InstanceState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(name + " is " + state + " and cannot become " + next);
        }
        state = next;
    }

    private RuntimeProcess process() {
        return Objects.requireNonNull(process, name);
    }

    private Run run() {
        return Objects.requireNonNull(run, name);
    }
}
