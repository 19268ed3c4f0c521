package io.github.eratosthenes.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0.02, 0.02", "2%, 0.02", "5 %, 0.05", "99.9%, 0.999"})
    void aShareAndAPercentageAreUnderstood(String text, double share) {
        assertThat(Threshold.parse(text)).isCloseTo(share, within(1e-12));
    }

    /** Rejects thresholds such as 5, which would let a cell pass that takes six times as long. */
    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-1", "1", "2", "5", "100%", "-1%", "Infinity", "", "%", "two", "5 % %"})
    void whatWouldLetASlowdownPassIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Threshold.parse(text))
                .withMessageStartingWith("--threshold " + text + " is not a share from 0 to less than 1");
    }
}
