package io.github.eratosthenes.results.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Ratio;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private static final double NEAR = 1e-4;

    private static Measurement rounds(Double... means) {
        return new Measurement(
                "SieveBenchmark.sieve",
                Map.of(),
                new Measurement.Conduct("org.x", "avgt", 1),
                "ms/op",
                Arrays.stream(means).map(List::of).toList(),
                List.of());
    }

    @Test
    void aRatioIsTheGeometricMeanOfItsRoundsWithATInterval() {
        // log ratios: ln 2, ln 2, ln 8; mean ln 3.1748, t(0.975, 2) = 4.3027, standard error ln 4 / 3
        Ratio ratio = rounds(2.0, 4.0, 8.0).pairedRatio(rounds(1.0, 2.0, 1.0));

        assertThat(ratio.estimate()).isCloseTo(Math.cbrt(32), within(NEAR));
        double half = 4.30265 * Math.log(4) / 3;
        assertThat(ratio.interval().low()).isCloseTo(Math.cbrt(32) * Math.exp(-half), within(NEAR));
        assertThat(ratio.interval().high()).isCloseTo(Math.cbrt(32) * Math.exp(half), within(2e-3));
    }

    @Test
    void roundsThatDoNotPairAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rounds(1.0, 2.0, 3.0).pairedRatio(rounds(1.0, 2.0)))
                .withMessageContaining("has 3 rounds")
                .withMessageContaining("has 2; a ratio needs the same rounds of both");
    }

    @Test
    void loopsAreDividedOut() {
        assertThat(rounds(8.0, 8.0).pairedRatio(4, rounds(2.0, 2.0)).estimate()).isCloseTo(1, within(NEAR));
    }

    @Test
    void theMeanHasATIntervalOverRounds() {
        Interval time = rounds(1.0, 2.0, 3.0).mean();

        // standard error 1/√3
        assertThat(time.estimate()).isEqualTo(2);
        assertThat(time.halfWidth()).isCloseTo(4.30265 / Math.sqrt(3), within(NEAR));
    }
}
