package io.github.eratosthenes.benchmarks.study;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Prints, when the study is interrupted, which rounds are kept and how to resume.
 *
 * <p>Ctrl-C reaches the forked JVM too, so the study may see that fork fail just before its own end begins.
 * {@link #comes()} distinguishes this from a real failure.
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

    /** Waits a moment, and returns whether this program is being ended from outside. */
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
                // The end has begun, and the notice is being printed
            }
        }
    }
}
