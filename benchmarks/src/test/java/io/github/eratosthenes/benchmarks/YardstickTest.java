package io.github.eratosthenes.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.eratosthenes.testing.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class YardstickTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "TO_1E[67]")
    void everySieveCountsTheSame(YardstickRange range) {
        NativeYardstick fast = new NativeYardstick();
        fast.range = range;
        long primes = fast.wheelSegment();
        assertThat(fast.parallel()).isEqualTo(primes);

        PeerYardstick peers = new PeerYardstick();
        peers.range = range;
        assertThat(peers.rings()).isEqualTo(primes);
        assertThat(peers.atkin()).isEqualTo(primes);
        assertThat(peers.wheelSegment()).isEqualTo(primes);
    }

    @ParameterizedTest
    @EnumSource
    void primesieveCountsEveryRange(YardstickRange range) {
        needPrimesieve();
        NativeYardstick yardstick = new NativeYardstick();
        yardstick.range = range;
        assertThat(yardstick.primesieve()).isEqualTo(yardstick.primesieveParallel());
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
