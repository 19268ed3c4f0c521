package io.github.eratosthenes.cluster.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.core.SieveStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostModelTest {

    private final CostModel cost = CostModel.published();

    @Test
    void theSameManyNumbersCostMoreTheHigherTheyAre() {
        double before = 0;
        for (long from = 1_000_000_000; from <= Long.MAX_VALUE / 10; from *= 10) {
            double now = cost.taskNanos(new Range(from, from + 99_999_999));
            assertThat(now).as("from %d", from).isGreaterThan(before);
            before = now;
        }
    }

    @Test
    void aLongerRangeCostsMore() {
        double before = 0;
        for (long to = 0; to < Long.MAX_VALUE / 3; to = to * 3 + 1) {
            double now = cost.taskNanos(new Range(0, to));
            assertThat(now).as("to %d", to).isGreaterThan(before);
            before = now;
        }
    }

    @Test
    void sievingAddsUp() {
        Range whole = new Range(1_000_000_000_000L, 9_999_999_999_999L);
        double halves = cost.sieveNanos(new Range(whole.from(), 4_999_999_999_999L))
                + cost.sieveNanos(new Range(5_000_000_000_000L, whole.to()));
        assertThat(halves / cost.sieveNanos(whole)).isCloseTo(1, within(0.01));
    }

    @Test
    void setUpIsPaidByEveryTask() {
        assertThat(cost.setUpNanos(0)).isPositive();
        assertThat(cost.setUpNanos(Long.MAX_VALUE)).isGreaterThan(1e9);
    }

    @Test
    void theFileNamesTheCommandTheMachineAndTheDate() throws IOException {
        String text;
        try (InputStream file = CostModel.class.getResourceAsStream(CostModel.FILE)) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        Properties figures = new Properties();
        figures.load(new StringReader(text));
        assertThat(text).contains(CostFigures.COMMAND);
        assertThat(figures.getProperty("machine")).isNotBlank();
        assertThat(LocalDate.parse(figures.getProperty("date"))).isAfter("2026-11-01");
        assertThat(SieveStrategy.fromId(figures.getProperty("strategy"))).isNotNull();
    }

    @Test
    void whatAMeasurementPrintsCanBePutIntoTheFile() throws IOException {
        double[] nanos = {0.1, 0.1234567, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 12.3456};
        CostFigures measured = new CostFigures(
                "a machine: 2 cores \u2014 and a JVM",
                LocalDate.of(2026, 11, 25),
                "wheel-segment",
                4_123_456,
                25e6,
                17.26,
                Arrays.stream(nanos).boxed().toList());
        CostModel read = CostModel.read(new StringReader(measured.text()));
        assertThat(read.firstTasksNanos()).isEqualTo(25e6);
        assertThat(read.numberNanos(9)).isEqualTo(0.123);
        assertThat(read.numberNanos(19)).isEqualTo(12.3);
        assertThat(read.setUpNanos(0)).isEqualTo(4_120_000 + 6 * 17.3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "NaN", "Infinity", "x"})
    void aFigureThatIsNotANumberAboveZeroIsNamed(String figure) {
        assertThatThrownBy(() -> CostModel.read(new StringReader("taskNanos = " + figure)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cost model: taskNanos is '" + figure + "', not a number above 0");
    }
}
