package io.github.eratosthenes.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LowEndTest {

    private static final double NEAR = 1e-12;

    @Test
    void theThreeLowestOfTwentyCount() {
        assertThat(LowEnd.of(descending(20))).isCloseTo(2, within(NEAR));
        assertThat(LowEnd.of(descending(100))).isCloseTo(2, within(NEAR));
    }

    @Test
    void ofFewerSlicesFewerCount() {
        assertThat(LowEnd.of(descending(13))).isCloseTo(1.5, within(NEAR));
        assertThat(LowEnd.of(descending(7))).isCloseTo(1, within(NEAR));
    }

    @Test
    void aFewIterationsAreAveragedAsJmhDoes() {
        assertThat(LowEnd.of(descending(6))).isCloseTo(3.5, within(NEAR));
        assertThat(LowEnd.of()).isNaN();
    }

    @Test
    void aSliceThatFailedIsNotHidden() {
        assertThat(LowEnd.of(1, Double.NaN)).isNaN();
    }

    private static double[] descending(int count) {
        return IntStream.range(0, count).mapToDouble(i -> count - i).toArray();
    }
}
