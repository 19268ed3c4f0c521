package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimeNumbersTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final long TOP = Long.MAX_VALUE;

    @Test
    void countsBothEnds() {
        assertThat(PrimeNumbers.count(0, 1)).isZero();
        assertThat(PrimeNumbers.count(2, 2)).isEqualTo(1);
        assertThat(PrimeNumbers.count(0, 10_000_000)).isEqualTo(664_579);
        assertThat(PrimeNumbers.count(7, 13)).isEqualTo(3);
        assertThat(PrimeNumbers.count(8, 10)).isZero();
    }

    /** Compares with the answers of primesieve. */
    @Test
    void answersNarrowWindowsAtTheTop() {
        assertThat(PrimeNumbers.stream(TOP - 200, TOP).toArray())
                .containsExactly(9_223_372_036_854_775_643L, 9_223_372_036_854_775_783L);
        assertThat(PrimeNumbers.count(TOP - 200, TOP)).isEqualTo(2);
        assertThat(PrimeNumbers.count(TOP, TOP)).isZero();
        assertThat(PrimeNumbers.stream(TOP, TOP)).isEmpty();
        assertThat(PrimeNumbers.count(1_000_000_000_000_000_000L, 1_000_000_000_000_100_000L))
                .isEqualTo(2398);
    }

    @Test
    void tellsPrimes() {
        assertThat(PrimeNumbers.isPrime(PrimeNumbers.LARGEST)).isTrue();
        assertThat(PrimeNumbers.isPrime(TOP)).isFalse();
        assertThat(PrimeNumbers.isPrime(-3)).isFalse();
    }

    @Test
    void rejectsBadRanges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrimeNumbers.count(-1, 5))
                .withMessage("from -1 is below 0, the lowest allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrimeNumbers.forEach(6, 5, p -> {}))
                .withMessage("to 5 is below from 6, the lowest allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrimeNumbers.stream(TOP, 0))
                .withMessage("to 0 is below from " + TOP + ", the lowest allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2",
        "2, 3",
        "3, 5",
        "4, 7",
        "5, 11",
        "6, 13",
        "7, 17",
        "8, 19",
        "9, 23",
        "10, 29",
        "100, 541",
        "1000, 7919",
        "10000, 104729",
        "100000, 1299709",
        "1000000, 15485863",
        "10000000, 179424673"
    })
    void findsTheNthPrime(long n, long prime) {
        assertThat(PrimeNumbers.nthPrime(n)).isEqualTo(prime);
    }

    @Test
    void rejectsAnNthPrimeBeyondTheRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrimeNumbers.nthPrime(0))
                .withMessage("n 0 is not from 1 to 216289611853439384");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrimeNumbers.nthPrime(PrimeNumbers.COUNT + 1))
                .withMessage("n 216289611853439385 is not from 1 to 216289611853439384");
    }

    @Test
    void streamsAreLazy() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        assertThat(PrimeNumbers.stream(0, TOP).limit(10).toArray()).containsExactly(2, 3, 5, 7, 11, 13, 17, 19, 23, 29);
        assertThat(PrimeNumbers.stream(1_000_000_000_000_000_000L, TOP).findFirst())
                .hasValue(1_000_000_000_000_000_003L);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).isLessThan(4_000_000);
    }

    @Test
    void streamsAreSortedDistinctAndReadOnce() {
        Spliterator.OfLong primes = PrimeNumbers.stream(0, 100).spliterator();
        assertThat(primes.hasCharacteristics(
                        Spliterator.ORDERED | Spliterator.SORTED | Spliterator.DISTINCT | Spliterator.NONNULL))
                .isTrue();
        assertThat(primes.hasCharacteristics(Spliterator.SIZED)).isFalse();
        assertThat(primes.getComparator()).isNull();
        assertThat(primes.tryAdvance((LongConsumer) p -> assertThat(p).isEqualTo(2)))
                .isTrue();
        LongStream.Builder rest = LongStream.builder();
        LongConsumer add = rest::add;
        primes.forEachRemaining(add);
        primes.forEachRemaining(add);
        assertThat(primes.tryAdvance(add)).isFalse();
        assertThat(rest.build().toArray()).hasSize(24).startsWith(3).endsWith(97);
        assertThat(primes.estimateSize()).isZero();
    }

    @Test
    void tryAdvanceEndsWithTheRange() {
        for (long to : new long[] {0, 1, 2, 10, 11, 12, 1000}) {
            PrimitiveIterator.OfLong primes = PrimeNumbers.stream(0, to).iterator();
            long last = 0;
            int count = 0;
            while (primes.hasNext()) {
                last = primes.nextLong();
                count++;
            }
            assertThat(last).as("last up to %d", to).isLessThanOrEqualTo(to);
            assertThat(count).as("count up to %d", to).isEqualTo((int) PrimeNumbers.count(0, to));
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(primes::nextLong);
        }
    }

    @Test
    void parallelStreamsHaveTheSamePrimesInOrder() {
        long[] sequential = PrimeNumbers.stream(1_000_000, 30_000_000).toArray();
        assertThat(sequential).hasSize(1_857_859 - 78_498);
        assertThat(PrimeNumbers.stream(1_000_000, 30_000_000).parallel().toArray())
                .isEqualTo(sequential);
    }

    @Test
    void splitsUntilPartsAreShort() {
        assertThat(parts(PrimeNumbers.stream(0, 1_000_000).spliterator())).isEqualTo(1);
        assertThat(parts(PrimeNumbers.stream(0, 1 << 26).spliterator())).isBetween(16, 64);
        long wide = 1_000_000_000;
        assertThat(parts(PrimeNumbers.stream(TOP - wide, TOP).spliterator())).isEqualTo(1);
    }

    /** Checks the estimate by which parallel streams share work: near 10^12, one number in ln 10^12 = 27.6 is prime. */
    @Test
    void estimatesItsSize() {
        long height = 1_000_000_000_000L;
        assertThat(PrimeNumbers.stream(height, height + 2_763_100).spliterator().estimateSize())
                .isBetween(99_900L, 100_100L);
        assertThat(PrimeNumbers.stream(7, 7).spliterator().estimateSize()).isEqualTo(1);
    }

    @Test
    void tryAdvanceTellsOfNoPrimeWhenThereIsNone() {
        Spliterator.OfLong primes = PrimeNumbers.stream(20, 28).spliterator();
        LongStream.Builder seen = LongStream.builder();
        assertThat(primes.tryAdvance((LongConsumer) seen::add)).isTrue();
        assertThat(primes.tryAdvance((LongConsumer) seen::add)).isFalse();
        assertThat(primes.tryAdvance((LongConsumer) seen::add)).isFalse();
        assertThat(seen.build().toArray()).containsExactly(23);
    }

    /** Splits a part that was begun. The split must come after the primes that it has handed out. */
    @Test
    void splitsWhatRemains() {
        Spliterator.OfLong upper = PrimeNumbers.stream(0, 10_000_000).spliterator();
        LongStream.Builder primes = LongStream.builder();
        for (int i = 0; i < 1000; i++) {
            upper.tryAdvance((LongConsumer) primes::add);
        }
        Spliterator.OfLong lower = upper.trySplit();
        lower.forEachRemaining((LongConsumer) primes::add);
        upper.forEachRemaining((LongConsumer) primes::add);
        long[] joined = primes.build().toArray();
        assertThat(joined).hasSize(664_579);
        assertThat(LongStream.of(joined).sum()).isEqualTo(3_203_324_994_356L);
        assertThat(joined).isSorted();
    }

    @Test
    void streamsRunTheirCloseHandlers() {
        AtomicInteger closed = new AtomicInteger();
        try (LongStream primes = PrimeNumbers.stream(0, TOP).onClose(closed::incrementAndGet)) {
            assertThat(primes.skip(100).findFirst()).hasValue(547);
        }
        assertThat(closed).hasValue(1);
    }

    @Test
    void whatTheActionThrowsEndsTheCall() {
        long[] seen = new long[3];
        int[] count = {0};
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> PrimeNumbers.forEach(10, 1000, p -> {
                    if (count[0] == seen.length) {
                        throw new IllegalStateException("enough");
                    }
                    seen[count[0]++] = p;
                }))
                .withMessage("enough");
        assertThat(Arrays.toString(seen)).isEqualTo("[11, 13, 17]");
    }

    private static int parts(Spliterator.OfLong primes) {
        Spliterator.OfLong lower = primes.trySplit();
        return lower == null ? 1 : parts(lower) + parts(primes);
    }
}
