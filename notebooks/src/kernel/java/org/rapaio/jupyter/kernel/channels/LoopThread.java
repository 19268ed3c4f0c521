package org.rapaio.jupyter.kernel.channels;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A thread that runs a loop body again and again, with a pause each time. It replaces the kernel's own class of
 * this name, because it comes first on the class path.
 *
 * <p>The kernel's own class starts the thread first and marks it as running afterwards. If the new thread checks in
 * between, it ends at once: its channel is bound, and nobody ever answers there. The kernel also begins to answer before its list of handlers
 * is made, and the exception that follows ends the thread likewise. Here the mark comes first, and an exception costs one message,
 * which the client sends again.
 */
public final class LoopThread extends Thread {

    private static final Logger LOGGER = Logger.getLogger(LoopThread.class.getSimpleName());

    private volatile boolean running = true;
    private final long sleep;
    private final Runnable loopBody;

    /**
     * Makes a thread, without starting it.
     *
     * @param name its name
     * @param sleep the pause in milliseconds
     * @param loopBody what it runs
     */
    public LoopThread(String name, long sleep, Runnable loopBody) {
        super(name);
        this.sleep = sleep;
        this.loopBody = loopBody;
    }

    @Override
    public void run() {
        while (running) {
            try {
                loopBody.run();
                Thread.sleep(sleep);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOGGER.log(Level.SEVERE, getName() + " lost a message", e);
                }
            }
        }
    }

    /** Ends the loop after the body's present run. */
    public void shutdown() {
        running = false;
    }
}
