package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.log.Verdict;
import io.github.eratosthenes.emulator.runtime.FunctionConfig;
import io.github.eratosthenes.emulator.runtime.Limits;
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
import org.jspecify.annotations.Nullable;

/**
 * One function and its instances: an event goes to the instance that was last in use, and to one without a process only if
 * no other is free; if all are busy, to a new one or to
 * one that becomes free before the new one's turn to start has come; or nowhere if there are as many as the concurrency
 * limit allows.
 */
public final class LambdaFunction implements InstancePool, AutoCloseable {
    private static final long EXIT_SECONDS = 5;

    private final FunctionConfig config;
    private final InstanceHost host;
    private final Set<Instance> instances = new HashSet<>();
    private final Deque<Instance> available = new ArrayDeque<>();
    private final Deque<Invocation> pending = new ArrayDeque<>();
    private int names;
    private boolean closed;

    /** Makes a function without instances. */
    public LambdaFunction(FunctionConfig config, InstanceHost host) {
        this.config = config;
        this.host = host;
    }

    /** Returns what is configured. */
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
        Invocation next;
        Instance instance;
        synchronized (this) {
            next = pending.pollFirst();
            instance = next == null ? null : add();
        }
        if (next == null || instance == null) {
            host.starts().leave();
        } else {
            start(instance, next);
        }
    }

    private boolean hasRoom() {
        return !closed && instances.size() + pending.size() < config.concurrency();
    }

    private Instance add() {
        names++;
        Instance instance = new Instance(config.name() + "-" + names, config, host, this);
        instances.add(instance);
        return instance;
    }

    private synchronized @Nullable Instance takeIdle() {
        return available.pollLast();
    }

    private void start(Instance instance, Invocation invocation) {
        if (!instance.start(invocation)) { // the function has been closed meanwhile
            host.starts().leave();
            invoke(invocation);
        }
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
            available.remove(instance); // where one that has stopped since it was last in use may still be
            if (instance.state() == InstanceState.STOPPED) {
                available.addFirst(instance);
            } else {
                available.addLast(instance);
            }
        }
        return next;
    }

    @Override
    public synchronized void gone(Instance instance) {
        instances.remove(instance);
        available.remove(instance);
    }

    /** Returns the instances, with those whose process is just being started. */
    synchronized List<Instance> instances() {
        return List.copyOf(instances);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            available.clear();
            pending.forEach(waiting -> waiting.reject(Verdict.THROTTLED, config.name(), config.memoryMb()));
            pending.clear();
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
