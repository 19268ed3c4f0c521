package io.github.eratosthenes.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
        assertThat(ratio.pValue(0)).isLessThan(1e-9);
    }

    @Test
    void theInverseRatioHasTheInverseInterval() {
        double[] candidate = {9, 13, 12, 10};

        Ratio ratio = Ratio.independent(candidate, BASELINE, 0.95);
        Ratio inverse = Ratio.independent(BASELINE, candidate, 0.95);

        assertThat(ratio.interval().low()).isCloseTo(1 / inverse.interval().high(), within(1e-12));
        assertThat(ratio.pValue(0)).isCloseTo(inverse.pValue(0), within(1e-12));
    }

    /** Logarithms 0, 1, 2 against 3, 5, 7: Welch's t is −4/√(1/3+4/3) with 2.9412 degrees of freedom. */
    @Test
    void agreesWithWelchByHand() {
        double[] candidate = {1, Math.E, Math.exp(2)};
        double[] baseline = {Math.exp(3), Math.exp(5), Math.exp(7)};

        Ratio ratio = Ratio.independent(candidate, baseline, 0.95);

        assertThat(Math.log(ratio.estimate())).isCloseTo(-4, within(1e-12));
        assertThat(ratio.pValue(0))
                .isCloseTo(Sample.pValue(-4, 0, Math.sqrt(5 / 3.0), 25 / 8.5), within(1e-12))
                .isBetween(0.05, 0.06);
    }

    /** Divides a cell that went from 10 to 11 ms by a ruler that went from 5 to 5.5: only the machine changed. */
    @Test
    void aRatioBesideAnotherHasTheErrorsOfBoth() {
        Ratio cell = Ratio.independent(new double[] {10.9, 11, 11.1}, new double[] {9.9, 10, 10.1}, 0.95);
        Ratio ruler = Ratio.independent(new double[] {5.4, 5.5, 5.6}, new double[] {4.9, 5, 5.1}, 0.95);

        Ratio beside = cell.dividedBy(ruler, 0.95);

        assertThat(cell.interval().excludes(1)).isTrue();
        assertThat(beside.estimate()).isCloseTo(1, within(1e-3));
        assertThat(beside.logError()).isCloseTo(Math.hypot(cell.logError(), ruler.logError()), within(1e-15));
        assertThat(beside.degreesOfFreedom()).isBetween(2.0, 8.0);
        assertThat(beside.interval().excludes(1)).isFalse();
    }

    @Test
    void theThresholdCountsAgainstTheClaim() {
        Ratio ratio = Ratio.independent(new double[] {10.45, 10.5, 10.55}, new double[] {9.95, 10, 10.05}, 0.95);

        assertThat(ratio.pValue(0)).isLessThan(0.001);
        assertThat(ratio.pValue(0.02)).isBetween(ratio.pValue(0), 0.01);
        assertThat(ratio.pValue(0.06)).isGreaterThan(0.5);
    }

    @Test
    void oneValueASideProvesNothing() {
        Ratio ratio = Ratio.independent(new double[] {20}, new double[] {10}, 0.95);

        assertThat(ratio.estimate()).isCloseTo(2, within(1e-12));
        assertThat(ratio.interval().low()).isNaN();
        assertThat(ratio.pValue(0)).isEqualTo(1);
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

    @Test
    void theMeanOfRatiosIsGeometricAndNarrowerThanEach() {
        Ratio one = Ratio.independent(new double[] {19, 20, 21}, BASELINE, 0.95);
        Ratio other = Ratio.independent(new double[] {4.75, 5, 5.25}, BASELINE, 0.95);

        Ratio mean = Ratio.mean(List.of(one, other), 0.95);

        assertThat(mean.estimate()).isCloseTo(Math.sqrt(one.estimate() * other.estimate()), within(1e-12));
        assertThat(mean.logError()).isCloseTo(Math.hypot(one.logError(), other.logError()) / 2, within(1e-12));
        assertThat(mean.degreesOfFreedom()).isGreaterThan(one.degreesOfFreedom());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.mean(List.of(), 0.95))
                .withMessage("there is no mean of 0 ratios");
    }
}
