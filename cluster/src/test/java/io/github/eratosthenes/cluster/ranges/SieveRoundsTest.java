package io.github.eratosthenes.cluster.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SieveRoundsTest {

    private static final int HEIGHTS = CostModel.HIGHEST_EXPONENT - CostModel.LOWEST_EXPONENT + 1;

    private final SieveRounds rounds = new SieveRounds();

    @Test
    void aFigureIsTheMedianOfItsRounds() {
        add(0.5, 7);
        add(0.1, 1);
        assertThat(rounds.numberNanos().get(0)).isCloseTo(0.3, within(1e-12));
        add(0.2, 3);
        assertThat(rounds.numberNanos()).allSatisfy(nanos -> assertThat(nanos).isCloseTo(0.2, within(1e-12)));
        assertThat(rounds.numberNanos(10)).containsExactly(0.1, 0.2, 0.5);
    }

    @Test
    void aSievingPrimeCostsWhatTheHighSetUpsSharePerPrime() {
        double primes = 0;
        for (int exponent = 16; exponent <= 19; exponent++) {
            primes += CostModel.sievingPrimes(SieveClock.height(exponent));
        }
        add(0.2, 10 * primes);
        assertThat(rounds.sievingPrimeNanos()).isCloseTo(40, within(1e-9));
    }

    @Test
    void whatIsMeasuredBelowTheHighestLongIsExtendedToTheNextPowerOfTen() {
        SieveClock.Cost low = new SieveClock.Cost(1, 0);
        List<SieveClock.Cost> round = new ArrayList<>(Collections.nCopies(HEIGHTS, low));
        round.set(HEIGHTS - 1, new SieveClock.Cost(2, 0));
        rounds.add(round);
        assertThat(rounds.numberNanos().get(HEIGHTS - 1)).isCloseTo(2.036, within(0.001));
    }

    @Test
    void aCostThatIsNotAboveZeroIsRefused() {
        assertThatThrownBy(() -> add(-0.01, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10^8")
                .hasMessageContaining("-0.01 ns");
        assertThatThrownBy(() -> add(Double.NaN, 1)).hasMessageContaining("NaN ns");
        assertThat(rounds.size()).isZero();
    }

    private void add(double numberNanos, double setUpNanos) {
        rounds.add(Collections.nCopies(HEIGHTS, new SieveClock.Cost(numberNanos, setUpNanos)));
    }
}
