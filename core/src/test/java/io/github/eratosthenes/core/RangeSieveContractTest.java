package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RangeSieveContractTest {

    static Stream<SieveStrategy> rangeStrategies() {
        return Stream.of(SieveStrategy.values()).filter(strategy -> strategy.create() instanceof RangeSieve);
    }

    @ParameterizedTest
    @MethodSource("rangeStrategies")
    void everyRangeStrategyKeepsTheContract(SieveStrategy strategy) {
        RangeSieveContract.check(
                strategy.id(), rangeSieve(strategy), strategy.traits().highestMax());
    }

    @Tag("top")
    @ParameterizedTest
    @MethodSource("rangeStrategies")
    void everyRangeStrategyReachesItsEnd(SieveStrategy strategy) {
        RangeSieveContract.checkEnd(
                strategy.id(), rangeSieve(strategy), strategy.traits().highestMax());
    }

    /** Compares with published counts of [10^k, 10^k + 10^8] for k from 12 to 17, in parts that end at uneven places. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("rangeStrategies")
    void partsOfHighRangesAddUp(SieveStrategy strategy) {
        long[] counts = {3_618_282, 3_342_093, 3_102_679, 2_893_937, 2_714_904, 2_555_873};
        Random random = new Random(20261122);
        long from = 1_000_000_000_000L;
        for (long expected : counts) {
            long to = from + 100_000_000;
            long first = from + random.nextInt(50_000_000);
            long second = first + 1 + random.nextInt(50_000_000);
            RangeSieve sieve = rangeSieve(strategy);
            assertThat(sieve.count(from, first) + sieve.count(first + 1, second) + sieve.count(second + 1, to))
                    .as("%s: count from %d to %d in parts to %d and %d", strategy.id(), from, to, first, second)
                    .isEqualTo(expected);
            assertThat(sieve.count(from, to))
                    .as("%s: count from %d to %d", strategy.id(), from, to)
                    .isEqualTo(expected);
            from *= 10;
        }
    }

    /** Takes the end of a range for exclusive. */
    @Test
    void aSieveThatLeavesOutTheEndIsRejected() {
        assertRejected("exclusive", new Altered(0, 1), "exclusive: primes from 0 to 2");
    }

    /** Begins a range one number late, as a slip in rounding up to the first odd number does. */
    @Test
    void aSieveThatLeavesOutTheBeginIsRejected() {
        assertRejected("late", new Altered(1, 0), "late: primes from 2 to 2");
    }

    private static void assertRejected(String name, RangeSieve broken, String message) {
        assertThatThrownBy(() -> RangeSieveContract.check(name, broken, Long.MAX_VALUE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    private static RangeSieve rangeSieve(SieveStrategy strategy) {
        return (RangeSieve) strategy.create();
    }

    /** A right sieve but for its ranges, which begin and end inside those asked for. */
    private record Altered(long skipped, long cut) implements RangeSieve {

        @Override
        public long count(long from, long to) {
            return from + skipped > to - cut ? 0 : PrimeNumbers.count(from + skipped, to - cut);
        }

        @Override
        public void forEach(long from, long to, LongConsumer action) {
            if (from + skipped <= to - cut) {
                PrimeNumbers.forEach(from + skipped, to - cut, action);
            }
        }

        @Override
        public Primes primesUpTo(long max) {
            return SieveStrategy.BIT_SET.create().primesUpTo(max);
        }
    }
}
