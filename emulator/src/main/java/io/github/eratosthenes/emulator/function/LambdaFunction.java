package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.log.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One function and its instances: an event goes to the instance that was last in use; if all are busy, to a new one or to
 * one that becomes free before the new one's turn to start has come; or nowhere if there are as many as the concurrency
 * limit allows.
 */
public final class LambdaFunction implements Instance.Pool, AutoCloseable {
    private static final long EXIT_SECONDS = 5;

    private final FunctionConfig config;
    private final InstanceHost host;
    private final Set<Instance> instances = new HashSet<>();
    private final Deque<Instance> available = new ArrayDeque<>();
    private final Deque<Invocation> pending = new ArrayDeque<>();
    private final AtomicInteger names = new AtomicInteger();
    private int starting;
    private boolean closed;

    public LambdaFunction(FunctionConfig config, InstanceHost host) {
        this.config = config;
        this.host = host;
    }

    public FunctionConfig config() {
        return config;
    }

    /** Sends an event on its way; what comes of it is in the invocation's own futures. */
    public void invoke(Invocation invocation) {
        if (invocation.event().length > Limits.REQUEST_BYTES) {
            invocation.reject(Verdict.REQUEST_TOO_LARGE, config.name(), config.memoryMb());
            return;
        }
        for (Instance idle = takeIdle(); idle != null; idle = takeIdle()) {
            if (idle.offer(invocation)) {
                return;
            }
        }
        if (queue(invocation)) {
            host.starts().enter(this::startNext);
        } else {
            invocation.reject(Verdict.THROTTLED, config.name(), config.memoryMb());
        }
    }

    private synchronized boolean queue(Invocation invocation) {
        return hasRoom() && pending.offerLast(invocation);
    }

    /** Starts an instance for the event that has waited longest, unless an instance that became free took it. */
    private void startNext() {
        Invocation next = takePending();
        if (next == null) {
            host.starts().leave();
        } else {
            start(next, Instance.Phase.INIT);
        }
    }

    private synchronized @Nullable Invocation takePending() {
        Invocation next = pending.pollFirst();
        if (next != null) {
            starting++;
        }
        return next;
    }

    private boolean hasRoom() {
        return !closed && instances.size() + starting + pending.size() < config.concurrency();
    }

    private synchronized @Nullable Instance takeIdle() {
        return available.pollLast();
    }

    private synchronized boolean reserveStart() {
        if (!hasRoom()) {
            return false;
        }
        starting++;
        return true;
    }

    private void start(Invocation invocation, Instance.Phase phase) {
        Instance instance;
        try {
            String name = config.name() + "-" + names.incrementAndGet();
            instance = new Instance(name, config, phase, invocation, host, this);
        } catch (RuntimeException | Error e) { // an Error too: a JVM that can start no thread says so in one
            started(null);
            leave(phase);
            host.log().line(e + (e.getCause() == null ? "" : ": " + e.getCause()));
            invocation.reject(Verdict.INIT_ERROR, config.name(), config.memoryMb());
            return;
        }
        var unused = instance.initialized().thenRun(() -> leave(phase));
        host.api().register(instance);
        boolean late = started(instance);
        instance.watch();
        if (late) {
            var unusedEnd = instance.kill();
        }
    }

    private void leave(Instance.Phase phase) {
        if (phase == Instance.Phase.INIT) {
            host.starts().leave();
        }
    }

    /** Turns a reserved place into an instance, or frees it; returns whether the function has been closed meanwhile. */
    private synchronized boolean started(@Nullable Instance instance) {
        starting--;
        notifyAll();
        if (instance != null) {
            instances.add(instance);
        }
        return closed;
    }

    @Override
    public void available(Instance instance) {
        Invocation next = takePendingOrKeep(instance);
        if (next != null && !instance.offer(next)) {
            invoke(next);
        }
    }

    private synchronized @Nullable Invocation takePendingOrKeep(Instance instance) {
        Invocation next = pending.pollFirst();
        if (next == null) {
            available.addLast(instance);
        }
        return next;
    }

    @Override
    public synchronized void gone(Instance instance) {
        instances.remove(instance);
        available.remove(instance);
        host.api().unregister(instance);
    }

    /** Tries a failed init again as a part of the invocation; finds another instance for any other event. */
    @Override
    public void returned(Instance instance, Invocation undelivered) {
        boolean initFailed = instance.failedInit();
        if (!initFailed) {
            invoke(undelivered);
        } else if (reserveStart()) {
            start(undelivered, Instance.Phase.INVOKE);
        } else {
            undelivered.reject(Verdict.INIT_ERROR, config.name(), config.memoryMb());
        }
    }

    /** The running instances. */
    synchronized List<Instance> instances() {
        return List.copyOf(instances);
    }

    /** Waits for those that are being started, which nobody could kill yet. */
    private synchronized void awaitStarts() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(EXIT_SECONDS);
        try {
            for (long left = deadline - System.nanoTime();
                    starting > 0 && left > 0;
                    left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            available.clear();
            pending.forEach(waiting -> waiting.reject(Verdict.THROTTLED, config.name(), config.memoryMb()));
            pending.clear();
            awaitStarts();
        }
        List<Future<?>> ends = new ArrayList<>();
        instances().forEach(instance -> ends.add(instance.kill()));
        for (Future<?> end : ends) {
            try {
                end.get(EXIT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("an instance of " + config.name() + " does not end", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
