package io.github.eratosthenes.benchmarks.breakpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Runs searches side by side: a search mostly waits for a function that has a small share of a processor.
 *
 * <p>Locally the shares of those that run together leave half of the processors idle, so that none of them slows another
 * down; of a real endpoint, whose functions have machines of their own, a fixed number runs together.
 */
final class Lanes {

    /** Of the processors, the part that functions may have together. */
    private static final double BUSY_SHARE = 0.5;

    private static final int REMOTE_LANES = 8;
    private static final int UNITS = 1000;

    private final Semaphore free;
    private final int capacity;
    private final boolean local;

    private Lanes(int capacity, boolean local) {
        this.capacity = capacity;
        this.local = local;
        this.free = new Semaphore(capacity, true);
    }

    /** Lanes on this machine. */
    static Lanes local(int processors) {
        return new Lanes((int) (processors * BUSY_SHARE * UNITS), true);
    }

    /** Lanes elsewhere. */
    static Lanes remote() {
        return new Lanes(REMOTE_LANES * UNITS, false);
    }

    /** Returns the part of all lanes that a search takes. */
    double part(Planned search) {
        return (double) permits(search) / capacity;
    }

    private int permits(Planned search) {
        return local ? Math.min(capacity, (int) Math.ceil(search.processors() * UNITS)) : UNITS;
    }

    /** Runs all searches, in their order as far as there is room, and returns when the last has ended. */
    void run(List<Planned> searches, Consumer<Planned> work) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(searches.size());
        List<Thread> threads = new ArrayList<>();
        try {
            for (Planned search : searches) {
                int permits = permits(search);
                free.acquire(permits);
                Thread thread = new Thread(
                        () -> {
                            try {
                                work.accept(search);
                            } finally {
                                free.release(permits);
                                left.countDown();
                            }
                        },
                        search.toString());
                thread.setDaemon(true);
                threads.add(thread);
                thread.start();
            }
            left.await();
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            throw e;
        }
    }
}
