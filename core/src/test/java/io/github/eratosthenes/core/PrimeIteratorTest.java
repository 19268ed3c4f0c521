package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrimeIteratorTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void walksUpFromZeroAndBack() {
        long[] primes = new BooleanArraySieve().primesUpTo(300_000).stream().toArray();
        PrimeIterator iterator = PrimeIterator.startingAt(0);
        assertThat(iterator.hasPrevious()).isFalse();
        for (long p : primes) {
            assertThat(iterator.hasNext()).isTrue();
            assertThat(iterator.nextLong()).isEqualTo(p);
        }
        for (int i = primes.length - 1; i >= 0; i--) {
            assertThat(iterator.hasPrevious()).as("at %d", primes[i]).isTrue();
            assertThat(iterator.previousLong()).isEqualTo(primes[i]);
        }
        assertThat(iterator.hasPrevious()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(iterator::previousLong)
                .withMessage("no prime below 0");
        assertThat(iterator.nextLong()).isEqualTo(2);
    }

    @Test
    void startsBetweenTheNumbers() {
        for (long start = 0; start <= 2; start++) {
            assertThat(PrimeIterator.startingAt(start).nextLong())
                    .as("next from %d", start)
                    .isEqualTo(2);
            assertThat(PrimeIterator.startingAt(start).hasPrevious())
                    .as("previous from %d", start)
                    .isFalse();
        }
        assertThat(PrimeIterator.startingAt(3).previousLong()).isEqualTo(2);
        assertThat(PrimeIterator.startingAt(7).nextLong()).isEqualTo(7);
        assertThat(PrimeIterator.startingAt(7).previousLong()).isEqualTo(5);
        assertThat(PrimeIterator.startingAt(8).previousLong()).isEqualTo(7);
    }

    @Test
    void rejectsAStartBelowZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrimeIterator.startingAt(-1))
                .withMessage("start -1 is below 0, the lowest allowed");
    }

    @Test
    void endsWithTheLargestPrimeBelow2To63() {
        PrimeIterator iterator = PrimeIterator.startingAt(PrimeNumbers.LARGEST);
        assertThat(iterator.hasNext()).isTrue();
        assertThat(iterator.nextLong()).isEqualTo(9_223_372_036_854_775_783L);
        assertThat(iterator.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(iterator::nextLong)
                .withMessage("no prime from 9223372036854775784 to 9223372036854775807");
        assertThat(iterator.previousLong()).isEqualTo(9_223_372_036_854_775_783L);
        assertThat(iterator.previousLong()).isEqualTo(9_223_372_036_854_775_643L);
        assertThat(iterator.nextLong()).isEqualTo(9_223_372_036_854_775_643L);
        assertThat(iterator.nextLong()).isEqualTo(9_223_372_036_854_775_783L);
        assertThat(iterator.hasNext()).isFalse();
    }

    @Test
    void startsAboveTheLargestPrime() {
        for (long start : new long[] {PrimeNumbers.LARGEST + 1, Long.MAX_VALUE}) {
            PrimeIterator iterator = PrimeIterator.startingAt(start);
            assertThat(iterator.hasNext()).as("next from %d", start).isFalse();
            assertThat(iterator.previousLong()).as("previous from %d", start).isEqualTo(PrimeNumbers.LARGEST);
        }
    }

    /** Walks up and down by steps of random length, across many ends of windows. */
    @Test
    void wandersAsAnIndexDoes() {
        long[] primes = new BooleanArraySieve().primesUpTo(1_000_000).stream().toArray();
        Random random = new Random(20261122);
        int index = primes.length / 2;
        PrimeIterator iterator = PrimeIterator.startingAt(primes[index]);
        for (int turn = 0; turn < 400; turn++) {
            int steps = 1 + random.nextInt(1 << random.nextInt(11));
            for (; steps > 0 && index < primes.length; steps--) {
                assertThat(iterator.nextLong()).isEqualTo(primes[index++]);
            }
            steps = 1 + random.nextInt(1 << random.nextInt(11));
            for (; steps > 0 && index > 0; steps--) {
                assertThat(iterator.previousLong()).isEqualTo(primes[--index]);
            }
        }
    }

    @Test
    void copiesMoveIndependently() {
        PrimeIterator original = PrimeIterator.startingAt(1000);
        original.nextLong();
        original.nextLong();
        PrimeIterator copy = original.copy();
        for (int i = 0; i < 100_000; i++) {
            original.nextLong();
        }
        assertThat(copy.nextLong()).isEqualTo(1019);
        assertThat(copy.previousLong()).isEqualTo(1019);
        assertThat(copy.previousLong()).isEqualTo(1013);
        PrimeIterator again = original.copy();
        long next = original.nextLong();
        assertThat(again.nextLong()).isEqualTo(next);
        assertThat(again.previousLong()).isEqualTo(next);
    }

    /** Allows a few bytes per prime, the garbage of the windows. A list of the primes would take eight bytes and more for each. */
    @Test
    void allocatesLittleHoweverFarItGoes() {
        PrimeIterator iterator = PrimeIterator.startingAt(0);
        for (int i = 0; i < 1_000_000; i++) {
            iterator.nextLong();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long last = 0;
        for (int i = 0; i < 9_000_000; i++) {
            last = iterator.nextLong();
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(last).isEqualTo(179_424_673);
        assertThat(allocated).isLessThan(40_000_000);
    }
}
