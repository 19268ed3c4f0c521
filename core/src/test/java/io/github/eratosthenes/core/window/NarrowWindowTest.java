package io.github.eratosthenes.core.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.core.PrimeNumbers;
import io.github.eratosthenes.core.SieveStrategy;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NarrowWindowTest {

    @Test
    void agreesWithASieve() {
        long[] primes =
                SieveStrategy.ODDS_ONLY.create().primesUpTo(4_000_000).stream().toArray();
        Random random = new Random(20261122);
        for (int i = 0; i < 300; i++) {
            long from = 3_000_000L + random.nextInt(800_000);
            long to = from + random.nextInt(1200);
            assertThat(listed(from, to))
                    .as("primes from %d to %d", from, to)
                    .isEqualTo(LongStream.of(primes)
                            .filter(p -> p >= from && p <= to)
                            .toArray());
        }
    }

    /** Lists three blocks and a part of a fourth, from an even and from an odd number. */
    @Test
    void joinsItsBlocks() {
        long[] primes =
                SieveStrategy.ODDS_ONLY.create().primesUpTo(40_200_000).stream().toArray();
        for (long from : new long[] {40_000_000, 40_000_001}) {
            for (long width : new long[] {65_534, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 199_000}) {
                assertThat(listed(from, from + width))
                        .as("primes from %d to %d more", from, width)
                        .isEqualTo(LongStream.of(primes)
                                .filter(p -> p >= from && p <= from + width)
                                .toArray());
            }
        }
    }

    @Test
    void reachesTheLastNumber() {
        long from = Long.MAX_VALUE - 3000;
        assertThat(listed(from, Long.MAX_VALUE))
                .isEqualTo(LongStream.rangeClosed(1, 3001)
                        .map(i -> from - 1 + i)
                        .filter(n -> BigInteger.valueOf(n).isProbablePrime(60))
                        .toArray());
        assertThat(listed(PrimeNumbers.LARGEST, PrimeNumbers.LARGEST)).containsExactly(PrimeNumbers.LARGEST);
        assertThat(listed(PrimeNumbers.LARGEST + 1, Long.MAX_VALUE)).isEmpty();
        assertThat(listed(Long.MAX_VALUE, Long.MAX_VALUE)).isEmpty();
    }

    /** Checks low windows, in which small primes would cross themselves off. */
    @Test
    void windowsThatReachSmallPrimesAreNotNarrow() {
        for (long to = 0; to < 400_000; to++) {
            for (long from = to; from >= 0 && NarrowWindow.isNarrow(from, to); from--) {
                assertThat(from).as("begin of a narrow window to %d", to).isGreaterThan(Math.max(2, to - from));
            }
        }
        assertThat(NarrowWindow.isNarrow(Long.MAX_VALUE - 1_000_000, Long.MAX_VALUE))
                .isTrue();
        assertThat(NarrowWindow.isNarrow(Long.MAX_VALUE - 100_000_000, Long.MAX_VALUE))
                .isFalse();
        assertThat(NarrowWindow.isNarrow(0, Long.MAX_VALUE)).isFalse();
    }

    private static long[] listed(long from, long to) {
        LongStream.Builder primes = LongStream.builder();
        NarrowWindow.forEach(from, to, primes::add);
        return primes.build().toArray();
    }
}
