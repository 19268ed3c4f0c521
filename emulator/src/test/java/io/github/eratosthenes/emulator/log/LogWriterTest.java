package io.github.eratosthenes.emulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.emulator.TestEmulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LogWriterTest {

    @Test
    void nobodyWaitsForAReaderWhoDoesNotRead() {
        CountDownLatch reads = new CountDownLatch(1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] content, int from, int length) {
                awaitQuietly(reads);
                super.write(content, from, length);
            }
        };
        try (LogWriter writer = new LogWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            writer.accept("first");
            assertThat(writer.isFull()).isFalse();
            for (int i = 0; i < 5; i++) {
                writer.accept("x".repeat(1 << 20));
            }
            assertThat(writer.isFull()).isTrue();
            assertThat(writer.isWritten()).isFalse();
            reads.countDown();
            TestEmulator.await("written lines", writer::isWritten);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("first").hasSizeGreaterThan(5 << 20);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
