package io.github.eratosthenes.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RulerBenchmarkTest {

    private static final int INTS = 100_000;

    @Test
    void kernelFollowsMostOfTheIntsAndAlwaysToTheSameEnd() {
        int[] ints = new Random(194_702_003).ints(INTS).toArray();
        BitSet seen = new BitSet();
        long place = 0;
        int sum = 0;
        for (int step = 0; step < INTS; step++) {
            int value = ints[(int) place];
            seen.set((int) place);
            sum = value < 0 ? sum + value : sum ^ step;
            place = Integer.toUnsignedLong(value + step) % (1L << 31) % INTS;
        }
        RulerBenchmark ruler = new RulerBenchmark();

        assertThat(ruler.kernel()).isEqualTo(sum);
        assertThat(ruler.kernel()).isEqualTo(sum);
        assertThat(seen.cardinality()).isGreaterThan(INTS / 2);
    }

    @Test
    void nothingDoesNothing() {
        assertThatCode(new RulerBenchmark()::nothing).doesNotThrowAnyException();
    }
}
