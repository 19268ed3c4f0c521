package io.github.eratosthenes.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.benchmarks.study.Settling.Window;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private final Settling settling = new Settling();
    private long millis;

    private void windows(int count, double operation, long compiling) {
        for (int i = 0; i < count; i++) {
            millis += 100;
            settling.add(new Window(millis, operation, compiling));
        }
    }

    @Test
    void codeHasSettledWhenTheLastCompilationThatChangedItsTimeWasOver() {
        windows(3, 9.0, 50);
        windows(4, 1.2, 0);
        windows(1, 1.2, 30);
        windows(12, 1.0, 0);

        assertThat(settling.settledMillis()).hasValue(800);
        assertThat(settling.level()).isEqualTo(1.0);
    }

    /** Waits although the code gets slower: the early compilation made the better code. */
    @Test
    void aTimeThatGrowsByACompilationIsWaitedForAsWell() {
        windows(6, 0.8, 5);
        windows(1, 0.8, 30);
        windows(12, 1.0, 0);

        assertThat(settling.settledMillis()).hasValue(700);
    }

    @Test
    void aMachineThatIsSlowForAWhileDelaysNothing() {
        windows(2, 3.0, 40);
        windows(10, 1.0, 0);
        windows(10, 1.4, 0);
        windows(10, 1.0, 0);

        assertThat(settling.settledMillis()).hasValue(200);
    }

    @Test
    void aCompilationThatChangesNothingIsNotWaitedFor() {
        windows(1, 2.0, 40);
        windows(15, 1.0, 0);
        windows(1, 1.01, 12);
        windows(5, 1.0, 0);

        assertThat(settling.settledMillis()).hasValue(100);
    }

    @Test
    void withoutAQuietSecondAfterwardsNothingHasSettled() {
        windows(10, 1.2, 10);
        windows(5, 1.0, 0);

        assertThat(settling.settledMillis()).isEmpty();
    }
}
