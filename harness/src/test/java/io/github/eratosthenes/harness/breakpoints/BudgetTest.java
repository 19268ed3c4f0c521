package io.github.eratosthenes.harness.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void theLargestBudgetIsNoLimit() {
        Budget budget = new Budget(Duration.ofSeconds(Long.MAX_VALUE), Long.MAX_VALUE);

        assertThat(budget.take()).isTrue();
        assertThat(budget.calls()).isEqualTo(1);
    }

    @Test
    void noMoreCallsAreGivenThanThereAre() {
        Budget budget = new Budget(Duration.ofDays(1), 1);

        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
        assertThat(new Budget(Duration.ZERO, 1).take()).isFalse();
    }
}
