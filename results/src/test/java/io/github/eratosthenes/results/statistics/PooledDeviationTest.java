package io.github.eratosthenes.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PooledDeviationTest {

    private static final double NEAR = 1e-9;

    @Test
    void samplesKeepTheirMeansAndShareTheirDeviation() {
        // deviations from the means: 1, 0, 1 and 2, 2; squares 10 with 2 + 1 degrees of freedom
        PooledDeviation pooled = PooledDeviation.of(List.of(new double[] {1, 2, 3}, new double[] {10, 14}));

        assertThat(pooled.degreesOfFreedom()).isEqualTo(3);
        assertThat(pooled.deviation()).isCloseTo(Math.sqrt(10.0 / 3), within(NEAR));
        assertThat(pooled.ratio(new double[] {0, 2}, 0.95).estimate()).isCloseTo(Math.E, within(NEAR));
        assertThat(pooled.ratio(new double[] {0, 2}, 0.95).logError()).isCloseTo(Math.sqrt(10.0 / 3 / 2), within(NEAR));
    }

    @Test
    void singleValuesHaveNoIntervalAtAll() {
        PooledDeviation pooled = PooledDeviation.of(List.of(new double[] {1}, new double[] {2}));

        assertThat(pooled.ratio(new double[] {1}, 0.95).interval().low()).isNaN();
        assertThat(pooled.ratio(new double[] {1}, 0.95).estimate()).isCloseTo(Math.E, within(NEAR));
    }
}
