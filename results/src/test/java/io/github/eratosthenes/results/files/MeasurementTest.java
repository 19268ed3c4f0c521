package io.github.eratosthenes.results.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.results.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private static final double NEAR = 1e-4;
    private static final Measurement.Conduct CONDUCT = new Measurement.Conduct("org.x", "avgt", 1);

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
    void theTimeAndTheRatioOfARowAgree() {
        Measurement candidate = rounds(2.0, 4.0, 8.0);
        Measurement baseline = rounds(1.0, 2.0, 1.0);

        assertThat(candidate.time().estimate()).isCloseTo(4, within(NEAR));
        assertThat(baseline.time().estimate()).isCloseTo(Math.cbrt(2), within(NEAR));
        assertThat(candidate.independentRatio(baseline).estimate()).isCloseTo(4 / Math.cbrt(2), within(NEAR));
    }

    @Test
    void theTimeHasATIntervalOverTheLogarithmsOfRounds() {
        Interval time = rounds(1.0, 2.0, 4.0).time();

        // logarithms 0, ln 2, 2 ln 2; standard error ln 2 / √3, t(0.975, 2) = 4.3027
        assertThat(time.estimate()).isCloseTo(2, within(NEAR));
        assertThat(time.high()).isCloseTo(2 * Math.exp(4.30265 * Math.log(2) / Math.sqrt(3)), within(2e-3));
        assertThat(time.relativeHalfWidth()).isCloseTo(Math.expm1(4.30265 * Math.log(2) / Math.sqrt(3)), within(2e-3));
    }

    @Test
    void noiseIsHowMuchLongerTheAverageSliceTakesThanTheShortest() {
        List<Double> slices = new ArrayList<>(Collections.nCopies(10, 1.0));
        slices.addAll(Collections.nCopies(10, 1.4));

        Measurement measurement =
                new Measurement("X.y", Map.of(), CONDUCT, "ms/op", List.of(slices, slices), List.of());

        assertThat(measurement.time().estimate()).isCloseTo(1, within(NEAR));
        assertThat(measurement.noise()).isCloseTo(1.2, within(NEAR));
    }
}
