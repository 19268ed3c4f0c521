package io.github.eratosthenes.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.results.files.Ruler;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class RulerTest {

    @Test
    void theRulersAreTheBenchmarksOfTheirClass() {
        assertThat(Ruler.values())
                .extracting(Ruler::benchmark)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RulerBenchmark.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Benchmark.class))
                        .map(method -> "RulerBenchmark." + method.getName())
                        .toList());
    }

    @Test
    void anythingElseIsNone() {
        assertThat(Ruler.of("RulerBenchmark.kernel")).contains(Ruler.KERNEL);
        assertThat(Ruler.of("SieveBenchmark.sieve")).isEmpty();
    }
}
