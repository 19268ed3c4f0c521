package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds every strategy's prediction of its memory against what HotSpot says that it allocated. */
class StrategyMemoryTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What the objects around the arrays may come to. */
    private static final long SMALL_OBJECTS = 4096;

    /** Leaves out strategies that use other threads, because the counter is that of the calling thread. */
    @ParameterizedTest
    @EnumSource
    void allocatesWhatItsTraitsSay(SieveStrategy strategy) {
        if (strategy.traits().parallel()) {
            return;
        }
        Sieve sieve = strategy.create();
        sieve.primesUpTo(1000);
        for (long max : new long[] {0, 1, 1000, 123_456, 1_000_000, 9_999_999}) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            Primes primes = sieve.primesUpTo(max);
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            long predicted = strategy.traits().bytesFor(max);
            assertThat(primes.max()).isEqualTo(max);
            assertThat(allocated)
                    .as("%s: bytes allocated up to %d", strategy.id(), max)
                    .isCloseTo(predicted, within(predicted / 50 + SMALL_OBJECTS));
        }
    }
}
