package io.github.eratosthenes.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.core.PrimeNumbers;
import org.junit.jupiter.api.Test;

class LogarithmicIntegralTest {

    /** Compares with tables of li(x) − π(x), which is 129 at 10^6 and 3104 at 10^10. */
    @Test
    void agreesWithTables() {
        assertThat(LogarithmicIntegral.value(1e6)).isCloseTo(78_627.549, within(0.001));
        assertThat(LogarithmicIntegral.value(1e10)).isCloseTo(455_055_614.587, within(0.001));
    }

    @Test
    void invertsItself() {
        for (long n = 10; n < PrimeNumbers.COUNT; n *= 7) {
            double x = LogarithmicIntegral.inverse(n);
            assertThat(LogarithmicIntegral.value(x))
                    .as("li(li⁻¹(%d))", n)
                    .isCloseTo((double) n, within(1.0 + (double) n * 1e-14));
        }
    }

    /** Expects half of the digits to be right: the error is of the order of √x. */
    @Test
    void isNearTheNthPrime() {
        assertThat(LogarithmicIntegral.inverse(1_000_000)).isCloseTo(15_485_863, within(8000L));
        assertThat(LogarithmicIntegral.inverse(1_000_000_000)).isCloseTo(22_801_763_489L, within(150_000L));
        assertThat(LogarithmicIntegral.inverse(1)).isBetween(2L, 5L);
    }
}
