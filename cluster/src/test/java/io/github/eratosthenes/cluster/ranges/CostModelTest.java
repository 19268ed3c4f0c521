package io.github.eratosthenes.cluster.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CostModelTest {

    private final CostModel cost = new CostModel();

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
}
