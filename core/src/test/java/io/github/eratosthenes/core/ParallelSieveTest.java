package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.eratosthenes.core.segment.CpuCaches;
import io.github.eratosthenes.core.segment.SegmentSizes;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Counts to 2^63 − 1, which is slow, because each piece needs all primes to 3·10^9. */
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
        caller.join(120_000);
        assertThat(caller.isAlive()).isFalse();
        assertThat(thrown.get()).hasMessage("interrupted while counting primes from 0 to 1000000000000000");
        assertThat(interrupted).isTrue();
        assertThat(helpers()).isZero();
    }

    /** Interrupts a count, also while it finds the sieving primes of a first segment that needs very many. */
    @ParameterizedTest
    @CsvSource({"1, 0, 100000000", "2, 0, 100000000", "1, 1000000000000000000, 1000000000010000000"})
    void anInterruptedThreadEndsWhereThereIsMoreToSieve(int threads, long from, long to) {
        ParallelSieve sieve = new ParallelSieve(SIZES, threads);
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> sieve.count(from, to))
                    .withMessage("interrupted while counting primes from " + from + " to " + to);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anInterruptedThreadIsToldWhatOneSegmentTells() {
        Thread.currentThread().interrupt();
        try {
            assertThat(new ParallelSieve(SIZES, 2).count(0, 1_000_000)).isEqualTo(78_498);
            assertThat(PrimeNumbers.nthPrime(1000)).isEqualTo(7919);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Starts the helper only when the caller waits for it. The helper finds no piece left, so the count is finished. */
    @Test
    void anInterruptWhileWaitingKeepsAFinishedCount() {
        Thread caller = Thread.currentThread();
        ParallelSieve sieve = new ParallelSieve(
                SIZES,
                2,
                task -> new Thread(() -> {
                    while (caller.getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                    }
                    caller.interrupt();
                    task.run();
                }));
        try {
            assertThat(sieve.count(0, 100_000_000)).isEqualTo(5_761_455);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aHelperThatCannotBeStartedEndsTheCallAndTheOthers() {
        List<Thread> made = new ArrayList<>();
        ParallelSieve sieve = new ParallelSieve(SIZES, 3, task -> {
            Thread helper = made.isEmpty() ? new Thread(task) : new Unstartable();
            made.add(helper);
            return helper;
        });
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> sieve.count(0, 1_000_000_000_000_000L))
                .withMessage("no more threads");
        assertThat(made).hasSize(2).noneMatch(Thread::isAlive);
    }

    @Test
    void bucketsAreForgottenFromPieceToPiece() {
        SegmentSizes sizes = SegmentSizes.of(SegmentSizes.MIN_SEGMENT_BYTES, 1000);
        long from = 10_000_000_000L;
        long to = from + 100_000_000;
        assertThat(new ParallelSieve(sizes, 2).count(from, to)).isEqualTo(new WheelSegmentSieve(sizes).count(from, to));
    }

    /** Uses a helper that never runs, so the caller takes all pieces and HotSpot counts all their bytes. */
    @ParameterizedTest
    @ValueSource(longs = {0, 30_000_000, 50_000_000, 200_000_000, 2_000_000_000})
    void aThreadAllocatesItsShareOfWhatIsPredicted(long max) {
        ParallelSieve sieve = new ParallelSieve(SIZES, 2, task -> new Thread(() -> {}));
        sieve.count(0, 50_000_000); // links what starts threads, which allocates too
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        sieve.count(0, max);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        long predicted = ParallelSieve.storageBytes(max, SIZES, 2) / (max < 1 << 25 ? 1 : 2);
        assertThat(allocated).isCloseTo(predicted, within(predicted / 50 + 4096));
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

    private static final class Unstartable extends Thread {

        @Override
        public synchronized void start() {
            throw new OutOfMemoryError("no more threads");
        }
    }

    private static long helpers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("parallel-sieve"))
                .count();
    }
}
