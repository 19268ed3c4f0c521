package io.github.eratosthenes.emulator.function;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Limits how many inits run at once; the others wait in their order.
 *
 * <p>An init has two whole processors. On Lambda each instance has its own machine; here eighty inits would share one
 * machine, and each would take eighty times as long.
 */
public final class StartGate {
    private final Executor executor;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int places;

    /**
     * Opens a gate.
     *
     * @param places how many inits may run at once
     * @param executor what begins those that had to wait
     */
    public StartGate(int places, Executor executor) {
        this.places = places;
        this.executor = executor;
    }

    /** Begins an init, at once or when one before it has ended; each must end with {@link #leave()}. */
    void enter(Runnable init) {
        synchronized (this) {
            if (places == 0) {
                waiting.addLast(init);
                return;
            }
            places--;
        }
        init.run();
    }

    /** Takes the place back of an init that has ended, well or not. */
    void leave() {
        Runnable next;
        synchronized (this) {
            next = waiting.pollFirst();
            if (next == null) {
                places++;
                return;
            }
        }
        executor.execute(next);
    }
}
