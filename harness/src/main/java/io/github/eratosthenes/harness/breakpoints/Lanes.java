package io.github.eratosthenes.harness.breakpoints;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Runs searches side by side: a search mostly waits for a function that has a small share of a processor.
 *
 * <p>Locally the shares of those that run together leave a third of the processors idle, so that each function gets its
 * share within every period and none slows another down; of a real endpoint, whose functions have machines of their own, a
 * fixed number runs together. Those of large functions begin first, since small ones find room beside them.
 */
final class Lanes {

    /** Of the processors, the part that functions may have together: at 1024 MB, one function for each. */
    private static final double BUSY_SHARE = 0.65;

    private static final int REMOTE_LANES = 8;
    private static final int UNITS = 1000;

    private final int capacity;
    private final boolean local;
    private int free;

    private Lanes(int capacity, boolean local) {
        this.capacity = capacity;
        this.local = local;
        this.free = capacity;
    }

    /** Makes lanes for functions on this machine. */
    static Lanes local(int processors) {
        return new Lanes((int) (processors * BUSY_SHARE * UNITS), true);
    }

    /** Makes lanes for functions elsewhere. */
    static Lanes remote() {
        return new Lanes(REMOTE_LANES * UNITS, false);
    }

    private int permits(Planned search) {
        return local ? Math.min(capacity, (int) Math.ceil(search.processors() * UNITS)) : UNITS;
    }

    private List<Planned> inOrder(List<Planned> searches) {
        return new ArrayList<>(searches.stream()
                .sorted(Comparator.comparingInt(this::permits).reversed())
                .toList());
    }

    private Optional<Planned> fitting(List<Planned> waiting, int room) {
        return waiting.stream().filter(search -> permits(search) <= room).findFirst();
    }

    /** Returns how many seconds searches take that each take so many. */
    double seconds(List<Planned> searches, ToDoubleFunction<Planned> each) {
        List<Planned> waiting = inOrder(searches);
        PriorityQueue<Running> running = new PriorityQueue<>(Comparator.comparingDouble(Running::end));
        int room = capacity;
        double now = 0;
        while (!waiting.isEmpty() || !running.isEmpty()) {
            Optional<Planned> next = fitting(waiting, room);
            if (next.isPresent()) {
                waiting.remove(next.get());
                room -= permits(next.get());
                running.add(new Running(now + each.applyAsDouble(next.get()), permits(next.get())));
            } else {
                Running ended = running.remove();
                now = ended.end();
                room += ended.permits();
            }
        }
        return now;
    }

    /** A search, when it will end and what it then gives back. */
    private record Running(double end, int permits) {}

    /** Runs all searches, each as soon as there is room, and returns when the last has ended. */
    void run(List<Planned> searches, Consumer<Planned> work) throws InterruptedException {
        List<Planned> waiting = inOrder(searches);
        CountDownLatch left = new CountDownLatch(waiting.size());
        List<Thread> threads = new ArrayList<>();
        try {
            while (!waiting.isEmpty()) {
                Planned search = take(waiting);
                Thread thread = new Thread(
                        () -> {
                            try {
                                work.accept(search);
                            } finally {
                                release(permits(search));
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

    /** Takes the first search that there is room for, once there is one. */
    private synchronized Planned take(List<Planned> waiting) throws InterruptedException {
        Optional<Planned> next = fitting(waiting, free);
        while (next.isEmpty()) {
            wait();
            next = fitting(waiting, free);
        }
        waiting.remove(next.get());
        free -= permits(next.get());
        return next.get();
    }

    private synchronized void release(int permits) {
        free += permits;
        notifyAll();
    }
}
