package io.github.eratosthenes.core;

import io.github.eratosthenes.core.arithmetic.SquareRoot;
import io.github.eratosthenes.core.segment.Interruption;
import io.github.eratosthenes.core.segment.SegmentCursor;
import io.github.eratosthenes.core.segment.SegmentMemory;
import io.github.eratosthenes.core.segment.SegmentSizes;
import io.github.eratosthenes.core.segment.SegmentedRange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fast sieve on all processors: pieces of a range are counted by several threads at once, each as {@link
 * WheelSegmentSieve} does.
 *
 * <p>There are many more pieces than threads. A thread takes another piece when it has finished one, so all threads are busy
 * until nearly the end. They take the highest pieces first: then no later piece of a thread needs longer arrays than its first
 * piece, and the last pieces are the quickest. Each piece has to find the first multiple of each sieving prime. If that costs more
 * than the crossing off, there are only as many pieces as threads. A range of fewer numbers than √to is counted by fewer threads,
 * or by one, because further threads would find the same sieving primes and gain nothing.
 *
 * <p>Time and memory are those of {@link WheelSegmentSieve}, with the memory once for each thread. The threads belong to the call.
 * The call starts one thread fewer than there are processors, works itself, and has joined all threads when it ends or throws.
 * Listing is in ascending order on the calling thread, and so is not parallel. Valid to 2^63 − 1.
 *
 * <p>A counting call ends early when its thread is interrupted: it throws {@link CancellationException}, with the interrupt
 * status set, before it sieves another segment or more sieving primes. A call that has nothing more to sieve returns its
 * answer.
 */
final class ParallelSieve implements RangeSieve {

    static final StrategyTraits TRAITS =
            new StrategyTraits(true, true, WheelSegmentSieve.HIGHEST_MAX, ParallelSieve::storageBytes);

    /*
     * The four limits are measured: docs/adr/0001, "Constants", has the command, the machine, the date and the figures.
     */

    /** More pieces let the threads end closer together, but the first multiples of the sieving primes are found more often. */
    private static final int PIECES_PER_THREAD = 16;
    /** Shorter pieces would spend more time on starting threads and cursors than they save. */
    private static final long SHORTEST_PIECE = 1 << 24;
    /** A piece is at least this many times as long as the square root of its end, up to which there are sieving primes. */
    private static final long LENGTH_PER_ROOT = 8;
    /**
     * The square root divided by the length of a thread's share of the range must not be above this. Threads do not share the
     * search for sieving primes, so a second thread gains nothing in a range that is much shorter than the square root.
     */
    private static final long ROOT_PER_THREADS_LENGTH = 2;

    private final SegmentSizes sizes;
    private final int threads;
    private final ThreadFactory threadFactory;
    private final WheelSegmentSieve sequential;

    ParallelSieve() {
        this(SegmentSizes.standard(), Runtime.getRuntime().availableProcessors());
    }

    /** @throws IllegalArgumentException if threads is below 1 */
    ParallelSieve(SegmentSizes sizes, int threads) {
        this(sizes, threads, ParallelSieve::daemon);
    }

    /** @throws IllegalArgumentException if threads is below 1 */
    ParallelSieve(SegmentSizes sizes, int threads, ThreadFactory threadFactory) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " is below 1, the lowest allowed");
        }
        this.sizes = sizes;
        this.threads = threads;
        this.threadFactory = threadFactory;
        sequential = new WheelSegmentSieve(sizes);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "parallel-sieve");
        thread.setDaemon(true);
        return thread;
    }

    static long storageBytes(long max) {
        return storageBytes(max, SegmentSizes.standard(), Runtime.getRuntime().availableProcessors());
    }

    /** Returns the bytes that all threads allocate together, if each takes part. */
    static long storageBytes(long max, SegmentSizes sizes, int threads) {
        long pieces = pieces(0, max, threads);
        return Math.min(threads, pieces) * SegmentMemory.storageBytes(start(0, max, pieces, pieces - 1), max, sizes);
    }

    @Override
    public Primes primesUpTo(long max) {
        return new SegmentPrimes(max, count(0, Bounds.checkMax(max, WheelSegmentSieve.HIGHEST_MAX)));
    }

    @Override
    public long count(long from, long to) {
        Bounds.checkRange(from, to, WheelSegmentSieve.HIGHEST_MAX);
        return SegmentedRange.countSkipped(from, to) + new Call(from, to, pieces(from, to, threads)).run();
    }

    @Override
    public void forEach(long from, long to, LongConsumer action) {
        sequential.forEach(from, to, action);
    }

    /** Returns 1 for a short range; otherwise the number of threads, or a multiple of it, so that all end at about the same time. */
    private static long pieces(long from, long to, int threads) {
        long length = to - from;
        if (threads == 1 || length < 2 * SHORTEST_PIECE) {
            return 1;
        }
        long root = SquareRoot.floor(to);
        long shortest = Math.max(SHORTEST_PIECE, LENGTH_PER_ROOT * root);
        long most = Math.min((long) threads * PIECES_PER_THREAD, length / shortest);
        long shortestShare = Math.max(SHORTEST_PIECE, root / ROOT_PER_THREADS_LENGTH);
        return Math.max(most / threads * threads, Math.max(1, Math.min(threads, length / shortestShare)));
    }

    /** Returns where a piece starts; the first pieces are longer by one where the range does not divide evenly. */
    private static long start(long from, long to, long pieces, long piece) {
        long length = to - from;
        return from + length / pieces * piece + Math.min(piece, length % pieces) + (piece == pieces ? 1 : 0);
    }

    /** One count, with the state that its threads share. */
    private final class Call {

        private final long from;
        private final long to;
        private final long pieces;
        private final AtomicLong piecesLeft;
        private final AtomicLong count = new AtomicLong();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private volatile boolean interrupted;

        Call(long from, long to, long pieces) {
            this.from = from;
            this.to = to;
            this.pieces = pieces;
            piecesLeft = new AtomicLong(pieces);
        }

        long run() {
            List<Thread> helpers = startHelpers();
            countPieces();
            join(helpers);
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            } else if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
            return count.get();
        }

        /** Starts the helpers. If one cannot be started, the call fails and the helpers before it stop. */
        private List<Thread> startHelpers() {
            List<Thread> helpers = new ArrayList<>();
            try {
                for (long i = 1; i < Math.min(threads, pieces); i++) {
                    Thread helper = threadFactory.newThread(this::countPieces);
                    helper.start();
                    helpers.add(helper);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
            return helpers;
        }

        /** Runs on each thread. The first failure of a thread makes all of them stop. */
        private void countPieces() {
            try {
                SegmentCursor segments = null;
                for (long piece = piecesLeft.decrementAndGet(); piece >= 0; piece = piecesLeft.decrementAndGet()) {
                    long first = start(from, to, pieces, piece);
                    long last = start(from, to, pieces, piece + 1) - 1;
                    if (failure.get() != null) {
                        return;
                    } else if (segments == null) {
                        segments = new SegmentCursor(first, last, sizes, this::checkGoesOn);
                    } else {
                        checkGoesOn();
                        segments.restart(first, last);
                    }
                    count.addAndGet(countAll(segments));
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        }

        private static long countAll(SegmentCursor segments) {
            long count = 0;
            while (segments.next()) {
                count += segments.count();
            }
            return count;
        }

        /** @throws CancellationException if the call has to end although there is more to sieve */
        private void checkGoesOn() {
            if (interrupted || failure.get() != null || Thread.currentThread().isInterrupted()) {
                throw Interruption.ofCount(from, to).exception();
            }
        }

        /** Waits for the helpers. An interrupt makes them stop, and the interrupt status stays set. */
        private void join(List<Thread> helpers) {
            for (Thread helper : helpers) {
                while (helper.isAlive()) {
                    try {
                        helper.join();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
