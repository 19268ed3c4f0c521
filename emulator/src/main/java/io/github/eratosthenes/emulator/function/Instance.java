package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.log.InvocationReport;
import io.github.eratosthenes.emulator.log.Verdict;
import io.github.eratosthenes.emulator.runtime.FunctionConfig;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One execution environment: a process at a time, and at most one invocation at a time.
 *
 * <p>{@link InstanceState} describes its life. Every move is made under the instance's lock, by {@link #move}. The instance
 * owns its {@link RuntimeProcess}: it starts a process for an event, nobody else kills the process, and {@link #exited},
 * which runs once however the process has ended, removes what is left of it. The instance outlives the process: after a
 * break the next event starts another one inside its own invocation, on the bill and with the function's share of a
 * processor. Source: AWS, "Understanding the Lambda execution environment lifecycle".
 */
final class Instance {
    /** How long an idle instance is kept; Lambda does not document it, and observers find some minutes. */
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(10);

    private final String name;
    private final FunctionConfig function;
    private final InstanceHost host;
    private final InstancePool pool;
    private final Clock clock;
    private final EventSlot events = new EventSlot();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private InstanceState state = InstanceState.NEW;
    private int processes;
    private @Nullable RuntimeProcess process;

    /** The invocation that the process works on, or whose part its init is. */
    private @Nullable Run run;

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

    /** Returns the process; null where none runs. */
    synchronized @Nullable RuntimeProcess running() {
        return process;
    }

    /**
     * Starts the first process, which initializes before the invocation; its place at the gate is left when that has ended.
     *
     * @return false if the instance was killed before
     */
    synchronized boolean start(Invocation first) {
        if (state != InstanceState.NEW) {
            return false;
        }
        events.leave(first);
        launch(first, InstanceState.INIT);
        return true;
    }

    /** Starts another process, which initializes inside the invocation. */
    private void restart(Invocation invocation) {
        run = new Run(invocation, function, name, host.log(), true);
        launch(invocation, InstanceState.INVOKE_INIT);
    }

    private void launch(Invocation invocation, InstanceState init) {
        boolean inside = init == InstanceState.INVOKE_INIT;
        processes++;
        String processName = processes == 1 ? name : name + "." + processes;
        killAfter(inside ? function.timeout() : function.initLimit());
        try {
            process = new RuntimeProcess(processName, this, inside, host);
        } catch (RuntimeException | Error e) { // an Error too: a JVM that can start no thread says so in one
            host.log().line(e + (e.getCause() == null ? "" : ": " + e.getCause()));
            die();
            invocation.reject(Verdict.INIT_ERROR, function.name(), function.memoryMb());
            if (!inside) {
                host.starts().leave();
            }
            return;
        }
        move(init);
        if (!inside) {
            host.log().initStart(host.runtime().version().id());
            var unused = process.initialized().thenRun(host.starts()::leave);
        }
        var unused = process.onExit().thenRunAsync(this::exited).whenComplete((done, failure) -> {
            if (failure != null) {
                ended.completeExceptionally(failure);
            }
        });
    }

    private void die() {
        move(InstanceState.DEAD);
        clock.stop();
        pool.gone(this);
        ended.complete(null);
    }

    /** Hands over an event; returns false if the instance takes none now. */
    synchronized boolean offer(Invocation invocation) {
        if (state == InstanceState.IDLE) {
            run(invocation);
        } else if (state == InstanceState.STOPPED) {
            restart(invocation);
        } else {
            return state == InstanceState.RETURNING && events.leave(invocation);
        }
        return true;
    }

    /**
     * Takes the runtime's request for an event.
     *
     * @param caller the process that asks; a late request of one that has ended is refused
     * @return what gets the event when there is one; empty if the runtime may not ask now
     */
    synchronized Optional<CompletableFuture<Run>> next(RuntimeProcess caller) {
        if (caller != process || state == InstanceState.RUNNING) {
            return Optional.empty();
        }
        CompletableFuture<Run> request = events.ask();
        switch (state) {
            case INIT -> {
                process().endInit(true);
                runWaitingOrIdle();
            }
            case INVOKE_INIT -> {
                process().endInit(false);
                handOver();
            }
            case IDLE -> runWaitingOrIdle();
            case RETURNING -> {
                Run returned = run();
                InvocationReport report = finish(Objects.requireNonNull(returned.answer(), name));
                runWaitingOrIdle();
                returned.tell(report);
            }
            // the others have been killed; freezing them now would keep them from dying
            default -> {}
        }
        return Optional.of(request);
    }

    private void runWaitingOrIdle() {
        Invocation next = events.take();
        if (next != null) {
            run(next);
        } else {
            move(InstanceState.IDLE);
            clock.set(IDLE_LIMIT, this::retire);
            process().freeze();
        }
    }

    private void run(Invocation invocation) {
        run = new Run(invocation, function, name, host.log(), false);
        killAfter(function.timeout());
        handOver();
    }

    private void handOver() {
        move(InstanceState.RUNNING);
        run().start(process());
        process().thaw();
        events.handOver(run());
    }

    /** Takes the runtime's answer; returns false if the runtime was not asked. */
    synchronized boolean responded(RuntimeProcess caller, String requestId, InvocationResult result) {
        if (state != InstanceState.RUNNING
                || caller != process
                || !run().invocation().requestId().equals(requestId)) {
            return false;
        }
        move(InstanceState.RETURNING);
        pool.available(this); // before the client hears, whose next call is not to find the instance taken
        run().answer(result);
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

    /** Ends an instance that has been idle for long, with a process or without. */
    synchronized void retire() {
        if (state == InstanceState.IDLE || state == InstanceState.STOPPED) {
            var unused = kill();
        }
    }

    /** Ends the instance; the future ends when what belongs to it has been removed. */
    synchronized Future<?> kill() {
        if (state == InstanceState.NEW || state == InstanceState.STOPPED) {
            die();
        } else if (state.mayBecome(InstanceState.CLOSING)) {
            move(InstanceState.CLOSING);
            process().kill();
        }
        return ended;
    }

    /**
     * Ends what the process was at, removes what belonged to it, and makes the instance ready for another process. Who waits
     * for the broken invocation hears last, so that the client's next call finds the instance free.
     */
    private synchronized void exited() {
        clock.stop();
        RuntimeProcess broken = process();
        host.api().unregister(broken);
        events.letGo();
        broken.collect();
        ProcessEnd end = ProcessEnd.of(state, broken);
        end.log(host.log(), broken, run != null);
        Run ending = run;
        InvocationReport report = ending == null ? null : finish(end.verdict(ending.answer()));
        try {
            broken.close();
        } finally {
            process = null;
            goOn();
            if (ending != null && report != null) {
                ending.tell(report);
            }
        }
    }

    /** Takes the next step after the end of a process: an event that waits starts another one. */
    private void goOn() {
        Invocation next = events.take();
        if (state == InstanceState.CLOSING) {
            die();
            if (next != null) {
                next.reject(Verdict.THROTTLED, function.name(), function.memoryMb());
            }
            return;
        }
        move(InstanceState.STOPPED);
        if (next != null) {
            restart(next);
        } else {
            clock.set(IDLE_LIMIT, this::retire);
            pool.available(this);
        }
    }

    private InvocationReport finish(Verdict verdict) {
        clock.stop();
        process().collect();
        InvocationReport report = run().end(verdict, process());
        run = null;
        return report;
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
