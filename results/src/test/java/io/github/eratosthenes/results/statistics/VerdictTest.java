package io.github.eratosthenes.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "1.030, 1.050, 1.070, SLOWER",
        "0.930, 0.950, 0.970, FASTER",
        "0.990, 1.050, 1.110, UNCLEAR",
        "1.010, 1.050, 1.090, UNCLEAR",
        "0.910, 0.950, 0.985, UNCLEAR",
        "1.001, 1.010, 1.019, SAME",
        "1.001, 1.015, 1.029, UNCLEAR",
        "0.985, 1.000, 1.015, SAME",
        "0.900, 1.000, 1.100, UNCLEAR",
        "NaN, 2.000, NaN, UNCLEAR"
    })
    void claimsOnlyWhatTheWholeIntervalSays(double low, double estimate, double high, Verdict verdict) {
        Interval interval = new Interval(low, estimate, high);

        assertThat(Verdict.of(new Ratio(interval, Double.NaN, Double.NaN), 0.02))
                .isEqualTo(verdict);
    }
}
