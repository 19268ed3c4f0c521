package io.github.eratosthenes.cluster.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    private final Tally tally = new Tally(new Range(0, 1000));

    @Test
    void knowsWhatIsLeft() {
        assertThat(tally.gaps()).containsExactly(new Range(0, 1000));
        add(11, 100, 21);
        assertThat(tally.gaps()).containsExactly(new Range(0, 10), new Range(101, 1000));
        add(0, 10, 4);
        add(901, 1000, 14);
        assertThat(tally.gaps()).containsExactly(new Range(101, 900));
        add(101, 900, 129);
        assertThat(tally.gaps()).isEmpty();
        assertThat(tally.primes()).isEqualTo(168);
    }

    @Test
    void hasNoGapAboveTheHighestLong() {
        Tally top = new Tally(new Range(Long.MAX_VALUE - 1, Long.MAX_VALUE));
        top.add(count(Long.MAX_VALUE, Long.MAX_VALUE, 0));
        assertThat(top.gaps()).containsExactly(new Range(Long.MAX_VALUE - 1, Long.MAX_VALUE - 1));
        top.add(count(Long.MAX_VALUE - 1, Long.MAX_VALUE - 1, 0));
        assertThat(top.gaps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 200", "150, 150", "0, 100", "200, 300", "0, 1000", "99, 201"})
    void takesNoNumberTwice(long from, long to) {
        add(100, 200, 21);
        assertThatThrownBy(() -> add(from, to, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[100, 200]");
        assertThat(tally.primes()).isEqualTo(21);
    }

    @Test
    void takesNoNumberFromOutside() {
        assertThatThrownBy(() -> add(900, 1001, 1)).hasMessageContaining("[0, 1000]");
    }

    @Test
    void tellsAnOverflowFromASum() {
        add(0, 1, Long.MAX_VALUE);
        assertThatThrownBy(() -> add(2, 3, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void addsUpToEachPowerOfTen() {
        add(0, 10, 4);
        add(101, 1000, 143);
        assertThatThrownBy(tally::table).hasMessageContaining("[11, 100]");
        add(11, 50, 11);
        add(51, 100, 10);
        assertThat(tally.table())
                .containsExactly(new Tally.Row(10, 4), new Tally.Row(100, 25), new Tally.Row(1000, 168));
    }

    private void add(long from, long to, long primes) {
        tally.add(count(from, to, primes));
    }

    private static RangeCount count(long from, long to, long primes) {
        return new RangeCount(new Range(from, to), primes, 0, "");
    }
}
