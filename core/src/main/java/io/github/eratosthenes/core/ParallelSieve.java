package io.github.eratosthenes.core;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fast sieve on all processors: pieces of a range are counted by several threads at once, each as {@link
 * WheelSegmentSieve} does.
 *
 * <p>There are many more pieces than threads, and a thread takes the next one when it has finished the last, so all are busy
 * until nearly the end. Each piece has to find the place of each sieving prime anew; near 2^63, where that costs more than to
 * cross off in a piece, there are as many pieces as threads.
 *
 * <p>Time and memory are those of {@link WheelSegmentSieve}, memory once for each thread. The threads belong to the call: it
 * starts one fewer than there are processors, works itself, and has joined them all when it ends, whichever way. Listing is
 * in ascending order on the calling thread, and so is not parallel. Valid to 2^63 − 1.
 *
 * <p>A counting call ends early when its thread is interrupted: within the time of one segment it throws {@link
 * CancellationException}, with the interrupt status set.
 */
final class ParallelSieve implements RangeSieve {

    private static final int PIECES_PER_THREAD = 16;
    /** Shorter pieces would spend more on starting threads and cursors than they win. */
    private static final long SHORTEST_PIECE = 1 << 24;
    /** A piece is at least this many times as long as the root of its end, which is how far the sieving primes go. */
    private static final long LENGTH_PER_ROOT = 8;

    private final SegmentSizes sizes;
    private final int threads;
    private final WheelSegmentSieve sequential;

    ParallelSieve() {
        this(SegmentSizes.standard(), Runtime.getRuntime().availableProcessors());
    }

    /** @throws IllegalArgumentException if threads is below 1 */
    ParallelSieve(SegmentSizes sizes, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " is below 1, the lowest allowed");
        }
        this.sizes = sizes;
        this.threads = threads;
        sequential = new WheelSegmentSieve(sizes);
    }

    static long storageBytes(long max) {
        int processors = Runtime.getRuntime().availableProcessors();
        return Math.min(processors, pieces(0, max, processors)) * WheelSegmentSieve.storageBytes(max);
    }

    /**
     * {@inheritDoc}
     *
     * @throws CancellationException if the calling thread is interrupted
     */
    @Override
    public Primes primesUpTo(long max) {
        return new SegmentPrimes(max, count(0, Bounds.checkMax(max, WheelSegmentSieve.HIGHEST_MAX)), sizes);
    }

    /**
     * {@inheritDoc}
     *
     * @throws CancellationException if the calling thread is interrupted
     */
    @Override
    public long count(long from, long to) {
        Bounds.checkRange(from, to, WheelSegmentSieve.HIGHEST_MAX);
        return SkippedPrimes.count(from, to) + new Call(from, to, pieces(from, to, threads)).run();
    }

    @Override
    public void forEach(long from, long to, LongConsumer action) {
        sequential.forEach(from, to, action);
    }

    /** Returns 1 for a short range, else as many as threads or more. */
    private static long pieces(long from, long to, int threads) {
        long length = to - from;
        if (threads == 1 || length < 2 * SHORTEST_PIECE) {
            return 1;
        }
        long shortest = Math.max(SHORTEST_PIECE, LENGTH_PER_ROOT * SegmentCursor.floorSqrt(to));
        long most = Math.min((long) threads * PIECES_PER_THREAD, length / shortest);
        return Math.max(most, Math.min(threads, length / SHORTEST_PIECE));
    }

    /** One count and what its threads share. */
    private final class Call {

        private final long from;
        private final long to;
        private final long pieces;
        private final AtomicLong nextPiece = new AtomicLong();
        private final AtomicLong count = new AtomicLong();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Call(long from, long to, long pieces) {
            this.from = from;
            this.to = to;
            this.pieces = pieces;
        }

        long run() {
            Thread[] helpers = new Thread[(int) Math.min(threads, pieces) - 1];
            for (int i = 0; i < helpers.length; i++) {
                helpers[i] = new Thread(this::countPieces, "parallel-sieve-" + (i + 1));
                helpers[i].setDaemon(true);
                helpers[i].start();
            }
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

        /** Runs on each thread. The first failure of one makes all of them stop. */
        private void countPieces() {
            try {
                long piece = nextPiece.getAndIncrement();
                if (piece < pieces) {
                    SegmentCursor segments = new SegmentCursor(start(piece), start(piece + 1) - 1, sizes);
                    count.addAndGet(countPiece(segments));
                    for (piece = nextPiece.getAndIncrement(); piece < pieces; piece = nextPiece.getAndIncrement()) {
                        segments.restart(start(piece), start(piece + 1) - 1);
                        count.addAndGet(countPiece(segments));
                    }
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        }

        /** Returns where a piece starts; the first pieces are longer by one where the range does not divide evenly. */
        private long start(long piece) {
            long length = to - from;
            return from + length / pieces * piece + Math.min(piece, length % pieces) + (piece == pieces ? 1 : 0);
        }

        private long countPiece(SegmentCursor segments) {
            long pieceCount = 0;
            while (failure.get() == null && segments.next()) {
                pieceCount += segments.count();
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted while counting primes from " + from + " to " + to);
                }
            }
            return pieceCount;
        }

        /** Waits for the helpers. An interrupt makes them stop, and is still set afterwards. */
        private void join(Thread[] helpers) {
            boolean interrupted = false;
            for (Thread helper : helpers) {
                while (helper.isAlive()) {
                    try {
                        helper.join();
                    } catch (InterruptedException e) {
                        interrupted = true;
                        failure.compareAndSet(
                                null,
                                new CancellationException(
                                        "interrupted while counting primes from " + from + " to " + to));
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
