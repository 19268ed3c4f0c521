package io.github.eratosthenes.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "1.030, 1.050, 1.070, SLOWER",
        "0.930, 0.950, 0.970, FASTER",
        "0.990, 1.050, 1.110, UNCLEAR",
        "1.001, 1.010, 1.019, SAME",
        "1.001, 1.015, 1.029, UNCLEAR",
        "0.985, 1.000, 1.015, SAME",
        "0.900, 1.000, 1.100, UNCLEAR",
        "NaN, 2.000, NaN, UNCLEAR"
    })
    void claimsOnlyWhatIntervalAndThresholdAllow(double low, double estimate, double high, Verdict verdict) {
        Interval interval = new Interval(low, estimate, high);

        assertThat(Verdict.of(new Ratio(interval, interval, 0), 0.02)).isEqualTo(verdict);
    }

    @Test
    void claimsNothingWhereTheBootstrapDisagrees() {
        Ratio ratio = new Ratio(new Interval(1.01, 1.05, 1.09), new Interval(0.99, 1.05, 1.11), 0.01);

        assertThat(Verdict.of(ratio, 0.02)).isEqualTo(Verdict.UNCLEAR);
    }
}
