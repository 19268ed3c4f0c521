package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
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

    /** Right in every count, wrong in one prime. */
    @Test
    void aSieveThatSwapsAPrimeIsRejected() {
        Sieve broken = max -> altered(max, p -> p == 10_007 ? 10_005 : p);
        assertThatThrownBy(() -> SieveContract.check(
                        "swaps", broken, SieveStrategy.BIT_SET.traits().highestMax()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("swaps: primes up to");
    }

    private static Primes altered(long max, java.util.function.LongUnaryOperator change, long... added) {
        Primes right = SieveStrategy.BIT_SET.create().primesUpTo(max);
        return new MembershipPrimes() {

            @Override
            public boolean isPrime(long n) {
                return stream().anyMatch(p -> p == n);
            }

            @Override
            public long max() {
                return max;
            }

            @Override
            public long count() {
                return stream().count();
            }

            @Override
            public LongStream stream() {
                LongStream extra = LongStream.of(added).filter(n -> n <= max);
                return LongStream.concat(right.stream().map(change), extra).sorted();
            }
        };
    }
}
