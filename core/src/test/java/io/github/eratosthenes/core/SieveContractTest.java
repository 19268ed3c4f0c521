package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SieveContractTest {

    @ParameterizedTest
    @EnumSource
    void everyStrategyKeepsTheContract(SieveStrategy strategy) {
        SieveContract.check(strategy.id(), strategy.create(), strategy.traits().highestMax());
    }

    /** Crosses off from p² only while p² is below max, so that the square of a prime passes for a prime. */
    @Test
    void aSieveThatKeepsASquareIsRejected() {
        Sieve broken = max -> altered(max, p -> p, 49);
        assertThatThrownBy(() -> SieveContract.check(
                        "keeps-49", broken, SieveStrategy.BIT_SET.traits().highestMax()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("keeps-49: count up to 49");
    }

    /** Plants a sieve that has every count right and one prime wrong. */
    @Test
    void aSieveThatSwapsAPrimeIsRejected() {
        Sieve broken = max -> altered(max, p -> p == 10_007 ? 10_005 : p);
        assertThatThrownBy(() -> SieveContract.check(
                        "swaps", broken, SieveStrategy.BIT_SET.traits().highestMax()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("swaps: primes up to");
    }

    private static Primes altered(long max, LongUnaryOperator change, int... added) {
        BitSet altered = new BitSet();
        SieveStrategy.BIT_SET.create().primesUpTo(max).stream().map(change).forEach(p -> altered.set((int) p));
        IntStream.of(added).filter(n -> n <= max).forEach(altered::set);
        return new MembershipPrimes(max, altered::cardinality, n -> altered.get((int) n));
    }
}
