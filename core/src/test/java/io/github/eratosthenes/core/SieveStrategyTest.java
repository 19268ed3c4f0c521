package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SieveStrategyTest {

    @ParameterizedTest
    @EnumSource
    void idsReadBackAndAreFitForAUrl(SieveStrategy strategy) {
        assertThat(SieveStrategy.fromId(strategy.id())).isSameAs(strategy);
        assertThat(strategy.id()).matches("[a-z]+(-[a-z]+)*");
    }

    @Test
    void anUnknownIdIsRejectedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SieveStrategy.fromId("BITSET"))
                .withMessageStartingWith("unknown strategy 'BITSET'; known: boolean-array, bitset, segmented");
    }

    @Test
    void predictedBytesFollowTheStorage() {
        assertThat(SieveStrategy.BOOLEAN_ARRAY.traits().bytesFor(1_000_000)).isEqualTo(1_000_024);
        assertThat(SieveStrategy.BIT_SET.traits().bytesFor(1_000_000)).isEqualTo(125_024);
        assertThat(SieveStrategy.SEGMENTED.traits().bytesFor(1_000_000))
                .isLessThan(SieveStrategy.BIT_SET.traits().bytesFor(1_000_000));
    }

    @ParameterizedTest
    @EnumSource
    void predictedBytesDoNotOverflow(SieveStrategy strategy) {
        long highestMax = strategy.traits().highestMax();
        long before = 0;
        for (long max = 1 << 20; max > 0 && max < highestMax; max *= 2) {
            long bytes = strategy.traits().bytesFor(max);
            assertThat(bytes).as("%s: bytes for %d", strategy.id(), max).isGreaterThanOrEqualTo(before / 2);
            before = bytes;
        }
        assertThat(strategy.traits().bytesFor(highestMax))
                .as("%s: bytes for %d", strategy.id(), highestMax)
                .isGreaterThanOrEqualTo(before / 2);
    }

    @ParameterizedTest
    @EnumSource
    void bytesForRejectsWhatTheSieveRejects(SieveStrategy strategy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> strategy.traits().bytesFor(-1))
                .withMessageContaining("max -1");
    }
}
