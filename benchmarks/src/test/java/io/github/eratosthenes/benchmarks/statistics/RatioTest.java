package io.github.eratosthenes.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatioTest {

    private static final double[] BASELINE = {10, 12, 11, 13};

    @Test
    void whatARoundDoesToBothCancelsOut() {
        double[] twice = {20, 24, 22, 26};

        Ratio ratio = Ratio.paired(twice, BASELINE, 0.95);

        assertThat(ratio.estimate()).isCloseTo(2, within(1e-12));
        assertThat(ratio.interval().low()).isCloseTo(2, within(1e-9));
        assertThat(ratio.interval().high()).isCloseTo(2, within(1e-9));
        assertThat(ratio.pValue()).isLessThan(1e-9);
    }

    @Test
    void theInverseRatioHasTheInverseInterval() {
        double[] candidate = {9, 13, 12, 10};

        Ratio ratio = Ratio.independent(candidate, BASELINE, 0.95);
        Ratio inverse = Ratio.independent(BASELINE, candidate, 0.95);

        assertThat(ratio.interval().low()).isCloseTo(1 / inverse.interval().high(), within(1e-12));
        assertThat(ratio.pValue()).isCloseTo(inverse.pValue(), within(1e-12));
    }

    /** Logarithms 0, 1, 2 against 3, 5, 7: Welch's t is −4/√(1/3+4/3) with 2.9412 degrees of freedom. */
    @Test
    void agreesWithWelchByHand() {
        double[] candidate = {1, Math.E, Math.exp(2)};
        double[] baseline = {Math.exp(3), Math.exp(5), Math.exp(7)};

        Ratio ratio = Ratio.independent(candidate, baseline, 0.95);

        assertThat(Math.log(ratio.estimate())).isCloseTo(-4, within(1e-12));
        assertThat(ratio.pValue())
                .isCloseTo(Sample.pValue(-4, Math.sqrt(5 / 3.0), 25 / 8.5), within(1e-12))
                .isBetween(0.05, 0.06);
    }

    @Test
    void theBootstrapIsTheSameEveryTimeAndNarrowerThanTheTInterval() {
        double[] candidate = {9, 13, 12, 10};

        Ratio ratio = Ratio.paired(candidate, BASELINE, 0.95);

        assertThat(Ratio.paired(candidate, BASELINE, 0.95)).isEqualTo(ratio);
        assertThat(ratio.bootstrap().low())
                .isGreaterThan(ratio.interval().low())
                .isLessThan(ratio.estimate());
        assertThat(ratio.bootstrap().high()).isLessThan(ratio.interval().high()).isGreaterThan(ratio.estimate());
    }

    @Test
    void rejectsRoundsThatDoNotPair() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.paired(new double[] {1, 2}, BASELINE, 0.95))
                .withMessageContaining("2 rounds")
                .withMessageContaining("4");
    }

    @Test
    void rejectsTimesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.independent(new double[] {1, 0}, BASELINE, 0.95))
                .withMessageContaining("0.0 is not above 0");
    }
}
