package io.github.eratosthenes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class WholeNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "007, 7",
        "1_000_000, 1000000",
        "1e11, 100000000000",
        "1E+3, 1000",
        "1.5e3, 1500",
        "10^11, 100000000000",
        "10^15+10^10, 1000010000000000",
        "10^3-1+2, 1001",
        "2^63-1, 9223372036854775807",
        "9223372036854775807, 9223372036854775807",
        "9007199254740993, 9007199254740993",
        "0^0, 1"
    })
    void readsExactly(String text, long value) {
        assertThat(new WholeNumber().convert(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2^63", "9223372036854775808", "1e19", "10^1000"})
    void namesTheHighestAllowedValue(String text) {
        assertThatThrownBy(() -> new WholeNumber().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("9223372036854775807");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "-1",
                "+1",
                "1e",
                "1e-3",
                "10^",
                "10^-1",
                "1,000",
                "0x10",
                "1.5",
                "1e1001",
                "_1",
                "1-2",
                "2^99999999999",
                "1e11 "
            })
    void refusesWhatIsNotAWholeNumber(String text) {
        assertThatThrownBy(() -> new WholeNumber().convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
