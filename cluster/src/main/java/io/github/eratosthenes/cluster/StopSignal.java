package io.github.eratosthenes.cluster;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Turns Ctrl-C into a request to stop, and holds the JVM until the job has stopped. */
final class StopSignal implements BooleanSupplier, AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private StopSignal() {}

    /** Starts to listen for the JVM's end. */
    static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "stop"));
        return signal;
    }

    /** Returns whether the job is asked to stop. */
    @Override
    public boolean getAsBoolean() {
        return stopping.get();
    }

    /** Notes that the job has stopped, or ended. */
    @Override
    public void close() {
        ended.countDown();
    }

    private void stop() {
        stopping.set(true);
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("not stopped after " + PATIENCE_SECONDS + " s; what is finished is kept");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
