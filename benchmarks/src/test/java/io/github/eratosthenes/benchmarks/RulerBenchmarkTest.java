package io.github.eratosthenes.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RulerBenchmarkTest {

    @Test
    void kernelFindsTheSameMedianEveryTime() {
        RulerBenchmark ruler = new RulerBenchmark();
        int median = new Random(194_702_003)
                .ints(100_000)
                .sorted()
                .skip(50_000)
                .findFirst()
                .orElseThrow();

        assertThat(ruler.kernel()).isEqualTo(median);
        assertThat(ruler.kernel()).isEqualTo(median);
    }

    @Test
    void nothingDoesNothing() {
        assertThatCode(new RulerBenchmark()::nothing).doesNotThrowAnyException();
    }
}
