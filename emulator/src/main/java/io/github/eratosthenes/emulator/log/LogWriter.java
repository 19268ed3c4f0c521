package io.github.eratosthenes.emulator.log;

import java.io.PrintStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Prints lines in a thread of its own, so that a reader who does not read (a pager, a stopped terminal) stops no clock.
 *
 * <p>It takes every line. What has a choice, such as the follower of a function's output, asks {@link #isFull} first: the
 * function then waits at its own full pipe.
 */
public final class LogWriter implements Consumer<String>, AutoCloseable {
    /** The characters that may wait before functions have to; a choice, not a measure. */
    private static final long FULL = 4 << 20;

    private static final long CLOSE_SECONDS = 2;

    private final PrintStream out;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final Thread thread = new Thread(this::print, "log");

    /** Prints to {@code out} until it is closed. */
    public LogWriter(PrintStream out) {
        this.out = out;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void accept(String line) {
        waiting.addAndGet(line.length() + 1L);
        lines.add(line);
    }

    /** Returns whether so much waits to be printed that no more should come. */
    public boolean isFull() {
        return waiting.get() > FULL;
    }

    /** Returns whether all lines so far have been printed. */
    public boolean isWritten() {
        return waiting.get() == 0;
    }

    private void print() {
        try {
            while (true) {
                String line = lines.take();
                out.println(line);
                waiting.addAndGet(-line.length() - 1L);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** Waits a little for the lines that are still to be printed; whoever does not read loses them. */
    @Override
    public void close() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
        while (!isWritten() && System.nanoTime() < deadline) {
            pause();
        }
        thread.interrupt();
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the log was written", e);
        }
    }
}
