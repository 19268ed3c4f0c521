package io.github.eratosthenes.benchmarks.study;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Says, when the study is interrupted, what is kept and how to go on.
 *
 * <p>Ctrl-C reaches the forked JVM too, so the study may see that fork fail an instant before its own end begins:
 * {@link #comes()} tells the two apart.
 */
final class InterruptNotice implements AutoCloseable {

    private static final long SIGNAL_MILLIS = 500;

    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final Thread hook;

    InterruptNotice(PrintStream out, Supplier<String> message) {
        this.hook = new Thread(() -> {
            interrupted.countDown();
            out.println();
            out.println(message.get());
            out.flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Returns whether this program is being ended from outside, after waiting a moment for that. */
    boolean comes() {
        try {
            return interrupted.await(SIGNAL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (interrupted.getCount() > 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the end has begun, and the notice with it
            }
        }
    }
}
