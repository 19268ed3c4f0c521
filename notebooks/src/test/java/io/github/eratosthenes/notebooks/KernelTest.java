package io.github.eratosthenes.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The class that takes the place of one of the notebook's kernel: its own could end before it began. */
class KernelTest {

    private static final Path MENDED = Path.of("target/kernel/mended");

    private static Thread loop(URLClassLoader loader, Runnable body) throws ReflectiveOperationException {
        return (Thread) loader.loadClass("org.rapaio.jupyter.kernel.channels.LoopThread")
                .getConstructor(String.class, long.class, Runnable.class)
                .newInstance("loop", 1L, body);
    }

    /** Runs a loop that checks the mark before start() has returned. */
    @Test
    void aLoopThatLooksBeforeItsStartReturnsRuns() throws Exception {
        CountDownLatch runs = new CountDownLatch(3);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {MENDED.toUri().toURL()})) {
            Thread thread = loop(loader, () -> {
                runs.countDown();
                if (runs.getCount() == 0) {
                    Thread.currentThread().interrupt();
                }
            });

            Runnable loop = thread;
            loop.run();
        }
        assertThat(runs.getCount()).isZero();
        assertThat(Thread.interrupted()).as("the interrupt that ended it").isFalse();
    }

    @Test
    void anExceptionCostsOneMessageAndNotTheChannel() throws Exception {
        CountDownLatch runs = new CountDownLatch(2);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {MENDED.toUri().toURL()})) {
            Thread thread = loop(loader, () -> {
                runs.countDown();
                if (runs.getCount() > 0) {
                    throw new IllegalStateException("the list of handlers is not made yet");
                }
            });
            thread.start();
            try {
                assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                thread.interrupt();
                thread.join();
            }
        }
    }
}
