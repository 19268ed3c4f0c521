package io.github.eratosthenes.results.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.results.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "9.99996, 10.00",
        "0.999996, 1.000",
        "99.9996, 100.0",
        "9999.96, 10000",
        "12345.6, 12346",
        "1.5, 1.500",
        "0, 0.000",
        "-9.99996, -10.00",
        "0.0000123456, 0.00001235",
        "0.00000077575, 7.758e-07",
        "7.7575e-12, 7.758e-12",
        "NaN, -",
        "Infinity, Infinity"
    })
    void aFigureHasFourSignificantDigitsAfterRounding(double value, String text) {
        assertThat(Figures.significant(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.31, 1.310",
        "0.94, 0.940",
        "0.05, 0.0500",
        "0.0054321, 0.00543",
        "0.00099999, 0.00100",
        "123.4567, 123.457"
    })
    void aRatioHasThreeSignificantDigitsHoweverSmall(double value, String text) {
        assertThat(Figures.ratio(new Interval(Double.NaN, value, Double.NaN))).isEqualTo(text);
    }

    @Test
    void oneIsSingular() {
        assertThat(Figures.counted(1, "round")).isEqualTo("1 round");
        assertThat(Figures.counted(0, "round")).isEqualTo("0 rounds");
        assertThat(Figures.counted(2, "round")).isEqualTo("2 rounds");
    }
}
