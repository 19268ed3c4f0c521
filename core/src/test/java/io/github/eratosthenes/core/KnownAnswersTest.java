package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Published values of π, up to where the strategies meet the ends of their arrays. Takes minutes and 5 GB of heap. */
@Tag("slow")
class KnownAnswersTest {

    private static final long PI_OF_2_TO_31 = 105_097_565;
    private static final long PI_OF_2_TO_32 = 203_280_221;

    @ParameterizedTest
    @EnumSource
    void countsPowersOfTen(SieveStrategy strategy) {
        Sieve sieve = strategy.create();
        assertThat(sieve.primesUpTo(100_000_000).count())
                .as("%s: count up to 10^8", strategy.id())
                .isEqualTo(5_761_455);
        assertThat(sieve.primesUpTo(1_000_000_000).count())
                .as("%s: count up to 10^9", strategy.id())
                .isEqualTo(50_847_534);
    }

    /** Asks for the highest primes. 2^31 − 1 and 2^32 − 5 are primes; the next prime below 2^31 − 1 is 2^31 − 19. */
    @ParameterizedTest
    @EnumSource
    void reachesThirtyTwoBitsOrItsOwnLimit(SieveStrategy strategy) {
        long max = Math.min(strategy.traits().highestMax(), 1L << 32);
        boolean all = max > 1L << 31;
        Primes primes = strategy.create().primesUpTo(max);
        assertThat(primes.count())
                .as("%s: count up to %d", strategy.id(), max)
                .isEqualTo(all ? PI_OF_2_TO_32 : PI_OF_2_TO_31 - 1);
        assertThat(primes.highest(1))
                .as("%s: highest up to %d", strategy.id(), max)
                .containsExactly(all ? (1L << 32) - 5 : (1L << 31) - 19);
    }
}
