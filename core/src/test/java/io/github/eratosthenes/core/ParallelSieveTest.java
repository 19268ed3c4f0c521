package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelSieveTest {

    private static final SegmentSizes SIZES = SegmentSizes.of(CpuCaches.TYPICAL);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void countsAsOneThreadDoes(int threads) {
        ParallelSieve sieve = new ParallelSieve(SIZES, threads);
        assertThat(sieve.primesUpTo(100_000_000).count()).isEqualTo(5_761_455);
        assertThat(sieve.count(1_000_000_000_000L, 1_000_100_000_000L)).isEqualTo(3_618_282);
        RangeSieve sequential = new WheelSegmentSieve(SIZES);
        Random random = new Random(threads);
        for (int i = 0; i < 5; i++) {
            long from = random.nextLong(1L << 40);
            long to = from + random.nextInt(200_000_000);
            assertThat(sieve.count(from, to))
                    .as("count from %d to %d", from, to)
                    .isEqualTo(sequential.count(from, to));
        }
    }

    /** Slow, as each piece needs all primes to 3·10^9. */
    @Tag("slow")
    @Test
    void countsToTheEndOfTheRange() {
        long from = Long.MAX_VALUE - 40_000_000;
        assertThat(new ParallelSieve(SIZES, 2).count(from, Long.MAX_VALUE))
                .isEqualTo(new WheelSegmentSieve(SIZES).count(from, Long.MAX_VALUE));
    }

    @Test
    void anInterruptEndsTheCallAndItsThreads() throws InterruptedException {
        ParallelSieve sieve = new ParallelSieve(SIZES, 3);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            try {
                sieve.count(0, 1_000_000_000_000_000L);
            } catch (CancellationException e) {
                thrown.set(e);
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        while (helpers() == 0 && caller.isAlive()) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        caller.join(20_000);
        assertThat(caller.isAlive()).isFalse();
        assertThat(thrown.get()).hasMessage("interrupted while counting primes from 0 to 1000000000000000");
        assertThat(interrupted).isTrue();
        assertThat(helpers()).isZero();
    }

    @Test
    void anInterruptedThreadCountsNothing() {
        ParallelSieve sieve = new ParallelSieve(SIZES, 1);
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> sieve.count(0, 1_000_000));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void rejectsBadArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParallelSieve(SIZES, 0))
                .withMessage("threads 0 is below 1, the lowest allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParallelSieve().count(3, 2))
                .withMessage("to 2 is below from 3, the lowest allowed");
    }

    private static long helpers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("parallel-sieve-"))
                .count();
    }
}
