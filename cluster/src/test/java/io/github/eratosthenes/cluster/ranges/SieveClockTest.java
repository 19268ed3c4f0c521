package io.github.eratosthenes.cluster.ranges;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.core.SieveStrategy;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SieveClockTest {

    private final SieveClock clock = new SieveClock(SieveStrategy.WHEEL_SEGMENT, CostModel.published());

    static IntStream exponents() {
        return IntStream.rangeClosed(CostModel.LOWEST_EXPONENT, CostModel.HIGHEST_EXPONENT);
    }

    @ParameterizedTest
    @MethodSource("exponents")
    void everySievingPrimeHasAMultipleInAWindowAndInItsMiddlePart(int exponent) {
        Range window = clock.window(exponent);
        Range part = SieveClock.middle(window);
        assertThat(window.contains(part)).isTrue();
        assertThat(part.size().doubleValue()).isGreaterThanOrEqualTo(Math.floor(Math.sqrt((double) window.to())));
        assertThat(part.size().doubleValue()).isLessThan(0.4 * window.size().doubleValue());
    }

    @ParameterizedTest
    @MethodSource("exponents")
    void aWindowIsAtItsHeight(int exponent) {
        Range window = clock.window(exponent);
        double height = (double) SieveClock.height(exponent);
        assertThat((double) window.from()).isGreaterThanOrEqualTo(0.7 * height);
        assertThat((double) window.to()).isLessThanOrEqualTo(1.3 * height);
        assertThat(clock.expectedNanos(exponent)).isBetween(0.2e9, 30e9);
    }
}
