package io.github.eratosthenes.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.eratosthenes.testing.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Benchmark;

class YardstickTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "TO_1E[67]")
    void everySieveCountsTheSame(YardstickRange range) {
        long primes = Yardstick.WHEEL_SEGMENT.count(range);
        assertThat(Yardstick.PARALLEL.count(range)).isEqualTo(primes);
        assertThat(Yardstick.RINGS.count(range)).isEqualTo(primes);
    }

    @ParameterizedTest
    @EnumSource
    void everyYardstickIsAnAnnotatedMethodFoundByItsName(Yardstick yardstick) throws Exception {
        assertThat(yardstick.benchmarkClass().getMethod(yardstick.method()).isAnnotationPresent(Benchmark.class))
                .isTrue();
        assertThat(Yardstick.of(yardstick.benchmarkClass().getSimpleName() + "." + yardstick.method()))
                .isEqualTo(yardstick);
    }

    @ParameterizedTest
    @EnumSource
    void primesieveCountsEveryRange(YardstickRange range) {
        needPrimesieve();
        assertThat(Yardstick.PRIMESIEVE.count(range)).isEqualTo(Yardstick.PRIMESIEVE_PARALLEL.count(range));
    }

    @Test
    void aWrongCountIsRejected() {
        assertThatIllegalStateException()
                .isThrownBy(() -> YardstickRange.TO_1E6.checked(78_497))
                .withMessage("found 78497 primes from 0 to 1000000; there are 78498");
    }

    @Test
    void argumentsForOtherBenchmarksStay() {
        List<String> others = List.of("SieveBenchmark", "-f", "1");
        assertThat(Primesieve.skippedIfMissing(others)).isSameAs(others);
        List<String> wrong = List.of("-no-such-option");
        assertThat(Primesieve.skippedIfMissing(wrong)).isSameAs(wrong);
    }

    @Test
    void nothingIsSkippedWhereTheLibraryIs() {
        needPrimesieve();
        List<String> all = List.of("NativeYardstick");
        assertThat(Primesieve.skippedIfMissing(all)).isSameAs(all);
    }

    private static void needPrimesieve() {
        Requirement.that(Primesieve.isInstalled(), Primesieve.howToInstall());
    }
}
