package io.github.eratosthenes.harness.breakpoints;

import java.util.ArrayList;
import java.util.Arrays;
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
 * <p>Locally each search gets room on one processor, and the shares on each leave a twentieth of the processor to this program and
 * the emulator. The kernel may run the functions elsewhere; but shares that fit in so cannot be too large to be met, as
 * three of 58 % would be on two processors although they are less than both together. Of a real endpoint, whose functions
 * have machines of their own, a fixed number of searches runs together. Those of large functions begin first, since small
 * ones find room beside them.
 */
final class Lanes {

    /** Of a processor, the part that functions may have together: one of 1024 MB, one of 512 MB and one of 128 MB. */
    private static final double BUSY_SHARE = 0.95;

    private static final int REMOTE_LANES = 8;
    private static final int UNITS = 1000;

    private final int processors;
    private final int unitsEach;
    private final boolean local;
    private final Room room;

    private Lanes(int processors, int unitsEach, boolean local) {
        this.processors = processors;
        this.unitsEach = unitsEach;
        this.local = local;
        this.room = new Room();
    }

    /** Makes lanes for functions on this machine. */
    static Lanes local(int processors) {
        return new Lanes(processors, (int) (BUSY_SHARE * UNITS), true);
    }

    /** Makes lanes for functions elsewhere. */
    static Lanes remote() {
        return new Lanes(REMOTE_LANES, UNITS, false);
    }

    private int units(Planned search) {
        return local ? (int) Math.ceil(search.processors() * UNITS) : UNITS;
    }

    private List<Planned> inOrder(List<Planned> searches) {
        return new ArrayList<>(searches.stream()
                .sorted(Comparator.comparingInt(this::units).reversed())
                .toList());
    }

    /** What is free on each processor. */
    private final class Room {
        private final int[] free = new int[processors];

        Room() {
            Arrays.fill(free, unitsEach);
        }

        /** Takes the first search that there is room for off the list, and the room. */
        Optional<Placed> takeFirst(List<Planned> waiting) {
            for (Planned search : waiting) {
                List<Integer> places = places(units(search));
                if (!places.isEmpty()) {
                    waiting.remove(search);
                    int each = Math.min(units(search), unitsEach);
                    places.forEach(place -> free[place] -= each);
                    return Optional.of(new Placed(search, places, each));
                }
            }
            return Optional.empty();
        }

        /** Returns the fullest processor that has room; for more than one can give, as many idle ones as it takes. */
        private List<Integer> places(int units) {
            List<Integer> fullestFirst = new ArrayList<>();
            for (int place = 0; place < processors; place++) {
                if (free[place] >= Math.min(units, unitsEach)) {
                    fullestFirst.add(place);
                }
            }
            fullestFirst.sort(Comparator.comparingInt(place -> free[place]));
            int wanted = Math.min(processors, (units + unitsEach - 1) / unitsEach);
            return fullestFirst.size() < wanted ? List.of() : fullestFirst.subList(0, wanted);
        }

        void giveBack(Placed placed) {
            placed.places().forEach(place -> free[place] += placed.units());
        }
    }

    /** A search, the processors that it has room on, and how much on each. */
    private record Placed(Planned search, List<Integer> places, int units) {}

    /** Returns how many seconds searches take that each take so many. */
    double seconds(List<Planned> searches, ToDoubleFunction<Planned> each) {
        List<Planned> waiting = inOrder(searches);
        PriorityQueue<Running> running = new PriorityQueue<>(Comparator.comparingDouble(Running::end));
        Room forecast = new Room();
        double now = 0;
        while (!waiting.isEmpty() || !running.isEmpty()) {
            Optional<Placed> next = forecast.takeFirst(waiting);
            if (next.isPresent()) {
                running.add(new Running(now + each.applyAsDouble(next.get().search()), next.get()));
            } else {
                Running ended = running.remove();
                now = ended.end();
                forecast.giveBack(ended.placed());
            }
        }
        return now;
    }

    /** A search, when it will end and what it then gives back. */
    private record Running(double end, Placed placed) {}

    /** Runs all searches, each as soon as there is room, and returns when the last has ended. */
    void run(List<Planned> searches, Consumer<Planned> work) throws InterruptedException {
        List<Planned> waiting = inOrder(searches);
        CountDownLatch left = new CountDownLatch(waiting.size());
        List<Thread> threads = new ArrayList<>();
        try {
            while (!waiting.isEmpty()) {
                Placed next = take(waiting);
                Thread thread = new Thread(
                        () -> {
                            try {
                                work.accept(next.search());
                            } finally {
                                release(next);
                                left.countDown();
                            }
                        },
                        next.search().toString());
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
    private synchronized Placed take(List<Planned> waiting) throws InterruptedException {
        Optional<Placed> next = room.takeFirst(waiting);
        while (next.isEmpty()) {
            wait();
            next = room.takeFirst(waiting);
        }
        return next.get();
    }

    private synchronized void release(Placed placed) {
        room.giveBack(placed);
        notifyAll();
    }
}
