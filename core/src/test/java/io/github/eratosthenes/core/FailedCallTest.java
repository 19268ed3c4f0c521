package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.eratosthenes.core.segment.SegmentSizes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.Spliterator;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What has state keeps it when a call fails: the next call gives the true prime or fails again. Calls are made to fail by a
 * system property that no sieve takes, and by a heap that is too small.
 */
class FailedCallTest {

    private static final long[] PRIMES =
            SieveStrategy.BOOLEAN_ARRAY.create().primesUpTo(3_000_000).stream().toArray();

    @AfterEach
    void mend() {
        System.clearProperty(SegmentSizes.SEGMENT_PROPERTY);
    }

    private static void breakSieves() {
        System.setProperty(SegmentSizes.SEGMENT_PROPERTY, "1000");
    }

    @Test
    void anIteratorUpwardsGivesTheTruePrimeAfterAFailedWindow() {
        PrimeIterator iterator = PrimeIterator.startingAt(0);
        while (iterator.nextLong() != 1021) {
            assertThat(iterator.hasNext()).isTrue();
        }
        breakSieves();
        for (int i = 0; i < 3; i++) {
            assertThatIllegalArgumentException().isThrownBy(iterator::nextLong);
            assertThat(iterator.hasPrevious()).isTrue();
        }
        assertThatIllegalArgumentException().isThrownBy(iterator.copy()::previousLong);
        mend();
        assertThat(iterator.copy().previousLong()).isEqualTo(1021);
        assertThat(iterator.copy().nextLong()).isEqualTo(1031);
        assertThat(iterator.nextLong()).isEqualTo(1031);
        assertThat(iterator.previousLong()).isEqualTo(1031);
        assertThat(iterator.previousLong()).isEqualTo(1021);
    }

    @Test
    void anIteratorDownwardsGivesTheTruePrimeAfterAFailedWindow() {
        PrimeIterator iterator = PrimeIterator.startingAt(5000);
        while (iterator.previousLong() != 3989) {
            assertThat(iterator.hasPrevious()).isTrue();
        }
        breakSieves();
        for (int i = 0; i < 3; i++) {
            assertThatIllegalArgumentException().isThrownBy(iterator::previousLong);
            assertThat(iterator.hasPrevious()).isTrue();
        }
        mend();
        assertThat(iterator.copy().nextLong()).isEqualTo(3989);
        assertThat(iterator.previousLong()).isEqualTo(3967);
        assertThat(iterator.nextLong()).isEqualTo(3967);
        assertThat(iterator.nextLong()).isEqualTo(3989);
    }

    /** Walks up and down by steps of random length. In every other walk, the sieves fail. */
    @Test
    void anIteratorWandersOnAfterAnyFailure() {
        Random random = new Random(20261125);
        int index = PRIMES.length / 2;
        int failures = 0;
        PrimeIterator iterator = PrimeIterator.startingAt(PRIMES[index]);
        for (int turn = 0; turn < 600; turn++) {
            boolean upwards = random.nextBoolean();
            if (turn % 2 == 0) {
                mend();
            } else {
                breakSieves();
            }
            try {
                for (int steps = 1 << random.nextInt(12); steps > 0; steps--) {
                    if (upwards) {
                        assertThat(iterator.nextLong()).isEqualTo(PRIMES[index]);
                        index++;
                    } else {
                        assertThat(iterator.previousLong()).isEqualTo(PRIMES[index - 1]);
                        index--;
                    }
                }
            } catch (IllegalArgumentException e) {
                failures++;
            }
        }
        assertThat(failures).isGreaterThan(50);
    }

    /** Runs with 16 MB: too little to sieve near 10^18, but enough to test single numbers. */
    @Test
    void anIteratorLosesNoPrimeWhereMemoryWasOut() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LittleMemoryWalk.class.getName())
                .redirectErrorStream(true);
        builder.environment().remove("_JAVA_OPTIONS"); // would come after the heap's limit
        Process walk = builder.start();
        String said = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("out of memory twice, no prime lost");
        assertThat(walk.waitFor()).isZero();
    }

    @Test
    void aStreamsIteratorGoesOnAfterAFailedWindow() {
        PrimitiveIterator.OfLong iterator = PrimeNumbers.stream(0, 3_000_000).iterator();
        LongStream.Builder seen = LongStream.builder();
        int failures = 0;
        int nextFault = 0;
        for (int i = 0; i < PRIMES.length; ) {
            if (i == nextFault) {
                breakSieves();
                nextFault += 20_000;
            }
            try {
                seen.add(iterator.nextLong());
                i++;
            } catch (IllegalArgumentException e) {
                failures++;
                mend();
            }
        }
        assertThat(failures).isPositive();
        assertThat(seen.build().toArray()).isEqualTo(PRIMES);
        assertThat(iterator.hasNext()).isFalse();
    }

    /** Fails before the first prime, after some primes, and in a part that was split off. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 172, 50_000})
    void aSpliteratorKeepsWhatItCouldNotHandOut(int before) {
        Spliterator.OfLong upper = PrimeNumbers.stream(0, 3_000_000).spliterator();
        LongStream.Builder seen = LongStream.builder();
        LongConsumer add = seen::add;
        for (int i = 0; i < before; i++) {
            assertThat(upper.tryAdvance(add)).isTrue();
        }
        breakSieves();
        Spliterator.OfLong lower = upper.trySplit();
        for (Spliterator.OfLong part : new Spliterator.OfLong[] {lower, upper}) {
            for (int i = 0; i < 2; i++) {
                assertThatIllegalArgumentException().isThrownBy(() -> part.forEachRemaining(add));
                assertThatIllegalArgumentException().isThrownBy(() -> part.tryAdvance(add));
            }
        }
        mend();
        for (Spliterator.OfLong part : new Spliterator.OfLong[] {lower, upper}) {
            assertThat(part.tryAdvance(add)).isTrue();
            part.forEachRemaining(add);
            assertThat(part.tryAdvance(add)).isFalse();
        }
        assertThat(seen.build().toArray()).isEqualTo(PRIMES);
    }

    /** Throws at a prime, which counts as handed out, so the next call begins with the prime after it. */
    @Test
    void aSpliteratorGoesOnBehindThePrimeThatItsActionThrewAt() {
        Spliterator.OfLong primes = PrimeNumbers.stream(0, 3_000_000).spliterator();
        LongStream.Builder seen = LongStream.builder();
        LongConsumer throwing = prime -> {
            seen.add(prime);
            if (prime % 10_000 == 1) {
                throw new StackOverflowError("enough at " + prime);
            }
        };
        int thrown = 0;
        while (true) {
            try {
                primes.forEachRemaining(throwing);
                break;
            } catch (StackOverflowError e) {
                thrown++;
            }
        }
        assertThat(thrown).isEqualTo((int)
                LongStream.of(PRIMES).filter(p -> p % 10_000 == 1).count());
        assertThat(seen.build().toArray()).isEqualTo(PRIMES);
    }

    /** Sieves hold nothing between calls, and what they answer with holds nothing that a call changes. */
    @Test
    void aSieveAnswersAfterAFailedCall() {
        Primes primes = SieveStrategy.WHEEL_SEGMENT.create().primesUpTo(3_000_000);
        breakSieves();
        assertThatIllegalArgumentException().isThrownBy(() -> primes.highest(1));
        assertThatIllegalArgumentException().isThrownBy(() -> primes.stream().sum());
        assertThatIllegalArgumentException().isThrownBy(() -> PrimeNumbers.nthPrime(1000));
        mend();
        assertThat(primes.highest(1)).containsExactly(PRIMES[PRIMES.length - 1]);
        assertThat(primes.stream().toArray()).isEqualTo(PRIMES);
        assertThat(PrimeNumbers.nthPrime(1000)).isEqualTo(7919);
    }

    /** Asks for all primes, whose array would be longer than arrays can be. */
    @Test
    void moreHighestPrimesThanAnArrayHoldsAreRefused() {
        Primes primes = new SegmentPrimes(Long.MAX_VALUE, PrimeNumbers.COUNT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> primes.highest(Integer.MAX_VALUE))
                .withMessage("k 2147483647 is above 2147483639, the longest array");
        assertThat(new SegmentPrimes(10, 4).highest(Integer.MAX_VALUE)).containsExactly(7, 5, 3, 2);
    }

    @Test
    void theFailureIsTheCallersToCatch() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> PrimeNumbers.forEach(0, 100, p -> {
                    throw new AssertionError("an error, no exception, at " + p);
                }))
                .withMessage("an error, no exception, at 2");
    }
}
