package io.github.eratosthenes.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleTest {

    /** Student's own data: the extra hours of sleep of ten patients (The probable error of a mean, 1908). */
    private static final double[] SLEEP = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};

    @Test
    void agreesWithPublishedIntervalOfStudentsSleepData() {
        Sample sample = Sample.of(SLEEP);

        assertThat(sample.mean()).isCloseTo(1.58, within(1e-12));
        assertThat(sample.deviation()).isCloseTo(1.229995, within(1e-6));
        Interval interval = sample.meanInterval(0.95);
        assertThat(interval.low()).isCloseTo(0.7001142, within(1e-6));
        assertThat(interval.high()).isCloseTo(2.4598858, within(1e-6));
        assertThat(Sample.pValue(sample.mean(), 0, sample.standardError(), 9)).isCloseTo(0.00283289, within(1e-7));
    }

    @Test
    void oneValueHasNoInterval() {
        Interval interval = Sample.of(3).meanInterval(0.95);

        assertThat(interval.estimate()).isEqualTo(3);
        assertThat(interval.low()).isNaN();
        assertThat(interval.excludes(0)).isFalse();
    }

    @Test
    void equalValuesHaveAnIntervalOfNoWidth() {
        Interval interval = Sample.of(2, 2, 2).meanInterval(0.95);

        assertThat(interval.low()).isEqualTo(2);
        assertThat(interval.high()).isEqualTo(2);
        assertThat(Sample.pValue(0, 0, 0, 2)).isEqualTo(1);
        assertThat(Sample.pValue(1, 0, 0, 2)).isEqualTo(0);
    }

    /**
     * Subtracts a margin from the effect. The effect is two standard errors beyond the margin, and far more on the other side, so
     * one tail remains.
     */
    @Test
    void aMarginIsTakenOffTheEffect() {
        assertThat(Sample.pValue(1.0, 0.2, 0.4, 9)).isCloseTo(0.0383 + 0.0075, within(5e-4));
        assertThat(Sample.pValue(100.8, 100, 0.4, 9)).isCloseTo(0.0383, within(5e-5));
        assertThat(Sample.pValue(0.5, 1, 0, 9)).isEqualTo(1);
    }
}
