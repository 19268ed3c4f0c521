package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call that goes through a range ends when its thread is interrupted, before it begins another piece of the work. */
class InterruptedCallTest {

    private static final long TOP = Long.MAX_VALUE;

    /** Numbers that are tested at once; a call that has more of them to do has another piece. */
    private static final int BLOCK = 1 << 16;

    private static final long NARROW = 20_000_000;

    private static final long WIDE = 200_000_000;

    @AfterEach
    void forget() {
        assertThat(Thread.interrupted()).as("interrupt status").isFalse();
    }

    /**
     * Returns calls for narrow ranges near 2^63 and at 10^18, for a wide range near 2^63, whose sieving primes take longest, and
     * for a range from 0.
     */
    static Stream<Map.Entry<String, ThrowingCallable>> calls() {
        LongConsumer none = prime -> {};
        RangeSieve wheelSegment = (RangeSieve) SieveStrategy.WHEEL_SEGMENT.create();
        RangeSieve parallel = (RangeSieve) SieveStrategy.PARALLEL.create();
        return Stream.of(
                Map.entry("narrow count", () -> PrimeNumbers.count(TOP - NARROW, TOP)),
                Map.entry("narrow listing", () -> PrimeNumbers.forEach(TOP - NARROW, TOP, none)),
                Map.entry(
                        "narrow stream",
                        () -> PrimeNumbers.stream(TOP - NARROW, TOP).sum()),
                Map.entry(
                        "narrow parallel stream",
                        () -> PrimeNumbers.stream(TOP - NARROW, TOP).parallel().sum()),
                Map.entry(
                        "narrow stream cut short",
                        () -> PrimeNumbers.stream(TOP - NARROW, TOP)
                                .skip(NARROW / 50)
                                .findFirst()),
                Map.entry("wide count", () -> PrimeNumbers.count(TOP - WIDE, TOP)),
                Map.entry("wide listing", () -> PrimeNumbers.forEach(TOP - WIDE, TOP, none)),
                Map.entry(
                        "wide stream",
                        () -> PrimeNumbers.stream(TOP - WIDE, TOP).sum()),
                Map.entry("count from 0", () -> PrimeNumbers.count(0, 10_000_000_000L)),
                Map.entry("listing from 0", () -> PrimeNumbers.forEach(0, 10_000_000_000L, none)),
                Map.entry(
                        "parallel stream from 0",
                        () -> PrimeNumbers.stream(0, 2_000_000_000).parallel().sum()),
                Map.entry("wheel-segment's count", () -> wheelSegment.count(TOP - WIDE, TOP)),
                Map.entry("wheel-segment's listing", () -> wheelSegment.forEach(TOP - NARROW, TOP, none)),
                Map.entry("parallel's count", () -> parallel.count(TOP - WIDE, TOP)),
                Map.entry("parallel's listing", () -> parallel.forEach(TOP - NARROW, TOP, none)),
                Map.entry("n-th prime", () -> PrimeNumbers.nthPrime(PrimeNumbers.COUNT)),
                Map.entry("walk up", () -> walk(PrimeIterator.startingAt(TOP - NARROW), true)),
                Map.entry("walk down", () -> walk(PrimeIterator.startingAt(TOP), false)),
                Map.entry("highest primes", () -> new SegmentPrimes(TOP, TOP).highest(1_000_000)));
    }

    private static void walk(PrimeIterator primes, boolean upwards) {
        for (int i = 0; i < NARROW / 50; i++) {
            if (upwards) {
                primes.nextLong();
            } else {
                primes.previousLong();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anInterruptedThreadsCallEndsWithItsStatusSet(Map.Entry<String, ThrowingCallable> call) {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .as(call.getKey())
                    .isThrownBy(call.getValue())
                    .withMessageMatching("interrupted while (counting|listing) primes from \\d+ to \\d+");
        } finally {
            assertThat(Thread.interrupted())
                    .as("%s: interrupt status", call.getKey())
                    .isTrue();
        }
    }

    /** Interrupts each strategy. A segmented one may run for hours and has to end; the others finish when their array is done. */
    @ParameterizedTest
    @EnumSource
    void aSegmentedSieveEndsAndAnotherAnswers(SieveStrategy strategy) {
        Sieve sieve = strategy.create();
        Thread.currentThread().interrupt();
        try {
            if (strategy.traits().segmented()) {
                assertThatExceptionOfType(CancellationException.class)
                        .as(strategy.id())
                        .isThrownBy(() -> sieve.primesUpTo(1_000_000_000_000L))
                        .withMessage("interrupted while counting primes from 0 to 1000000000000");
            } else {
                assertThat(sieve.primesUpTo(1_000_000).count())
                        .as(strategy.id())
                        .isEqualTo(78_498);
            }
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void theSegmentedSievesAnswerEndsWhereItSievesAgain() {
        Primes primes = SieveStrategy.SEGMENTED.create().primesUpTo(1_000_000);
        Thread.currentThread().interrupt();
        try {
            assertThat(primes.highest(3)).containsExactly(999_983, 999_979, 999_961);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> primes.highest(50_000));
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> primes.stream().sum());
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Interrupts a call at its first prime. No prime of the second block must follow. */
    @Test
    void aNarrowListingEndsWithTheBlockThatItIsIn() {
        long from = TOP - NARROW;
        long[] last = {0};
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> PrimeNumbers.forEach(from, TOP, prime -> {
                        last[0] = prime;
                        Thread.currentThread().interrupt();
                    }))
                    .withMessage("interrupted while listing primes from " + from + " to " + TOP);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(last[0] - from).isBetween(1L, (long) BLOCK);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1000, BLOCK - 1})
    void oneBlockIsFinished(long width) {
        Thread.currentThread().interrupt();
        try {
            assertThat(PrimeNumbers.count(TOP - width, TOP))
                    .isEqualTo(LongStream.rangeClosed(TOP - width, TOP - 1)
                            .filter(PrimeNumbers::isPrime)
                            .count());
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Interrupts a walk again and again. After each interrupt, it must continue where it was. */
    @Test
    void anInterruptedIteratorLosesNoPrime() {
        long start = 1_000_000_000_000_000_000L;
        PrimeIterator primes = PrimeIterator.startingAt(start);
        long[] expected = PrimeNumbers.stream(start, start + 600_000).toArray();
        int interrupted = 0;
        for (int i = 0; i < expected.length; ) {
            if (i % 500 == 0) {
                Thread.currentThread().interrupt();
            }
            try {
                assertThat(primes.nextLong()).isEqualTo(expected[i]);
                i++;
            } catch (CancellationException e) {
                interrupted++;
                assertThat(Thread.interrupted()).isTrue();
            }
        }
        assertThat(interrupted).isPositive();
        Thread.interrupted();
    }
}
