package io.github.eratosthenes.publication.run;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends what a publication has started when the publication is interrupted, notes the time of the part that was running, and prints
 * how to go on.
 *
 * <p>Ctrl-C reaches the child too, so a part may be seen to fail an instant before this program's own end begins: {@link
 * #waitIfComing()} tells the two apart.
 */
final class Interruption implements AutoCloseable {

    private static final long SIGNAL_MILLIS = 500;

    /** As after Ctrl-C. */
    private static final int EXIT_CODE = 130;

    private final Child child = new Child();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final Thread hook;
    private volatile @Nullable PublicationRun run;

    /**
     * Waits for an interruption from now on.
     *
     * @param notice prints how to go on
     */
    Interruption(Runnable notice) {
        this.hook = new Thread(() -> interrupted(notice), "publication-end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Child child() {
        return child;
    }

    /** Lets this program be interrupted by the end of the program that has started it, such as Maven. */
    static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            Thread watch = new Thread(
                    () -> {
                        parent.onExit().join();
                        System.exit(EXIT_CODE);
                    },
                    "parent-watch");
            watch.setDaemon(true);
            watch.start();
        });
    }

    void keepsTimeOf(PublicationRun other) {
        run = other;
    }

    private void interrupted(Runnable notice) {
        interrupted.countDown();
        child.end();
        PublicationRun last = run;
        if (last != null) {
            try {
                last.end(false);
            } catch (IOException e) {
                System.err.println("publish: " + e.getMessage());
            }
        }
        notice.run();
        System.out.flush();
    }

    /** Waits a moment for the interruption, and where it comes, for this program's end. */
    void waitIfComing() throws InterruptedException {
        if (interrupted.await(SIGNAL_MILLIS, TimeUnit.MILLISECONDS)) {
            TimeUnit.DAYS.sleep(1); // this program ends meanwhile
        }
    }

    @Override
    public void close() {
        if (interrupted.getCount() > 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the end has begun, and the hook runs
            }
        }
    }
}
