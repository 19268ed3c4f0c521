package io.github.eratosthenes.publication.findings.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000000 | 10⁶",
                "2500000 | 2.5 · 10⁶",
                "20000000 | 2 · 10⁷",
                "1000000000 | 10⁹",
                "1000000000000000000 | 10¹⁸",
                "1234567 | 1,234,567",
                "1000 | 1,000",
                "0 | 0"
            })
    void writesRoundLimitsAsPowers(long value, String text) {
        assertThat(Powers.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5732375414 | 5.73 billion",
                "74273225 | 74.3 million",
                "132000000 | 132 million",
                "999 | 999",
                "0 | 0"
            })
    void writesEdgesInWords(long value, String text) {
        assertThat(Powers.words(value)).isEqualTo(text);
    }
}
