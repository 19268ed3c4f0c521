package io.github.eratosthenes.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhLockTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void twoRunsDoNotMeasureAtOnce() throws Exception {
        Path file = folder.resolve("jmh.lock");
        try (JmhLock first = JmhLock.acquire(file)) {
            assertThat(first).isNotNull();
            assertThatIOException()
                    .isThrownBy(() -> JmhLock.acquire(file))
                    .withMessageContaining("another run of JMH holds " + file);
        }
        try (JmhLock again = JmhLock.acquire(file)) {
            assertThat(again).isNotNull();
        }
    }
}
