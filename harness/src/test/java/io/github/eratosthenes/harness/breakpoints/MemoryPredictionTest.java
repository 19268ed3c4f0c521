package io.github.eratosthenes.harness.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.harness.endpoint.JvmMemory;
import io.github.eratosthenes.results.files.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryPredictionTest {
    private static final int ARRAY_HEADER = 16;

    private static Endpoint endpoint(int reservedMegabytes, String jdk) {
        return new Endpoint(
                "emulator", "http://h/{memory}", "rest", "cgroup-v2", "cgroup-v2", reservedMegabytes, jdk, "C1");
    }

    private static long ofBooleanArray(int reservedMegabytes, String jdk) {
        return MemoryPrediction.largestMax(SieveStrategy.BOOLEAN_ARRAY.traits(), 128, endpoint(reservedMegabytes, jdk))
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "25"})
    void withNothingReservedTheHeapIsTheLimit(String jdk) {
        long heap = JvmMemory.oldGenerationBytes(128) - JvmMemory.ownObjectsBytes(jdk);
        // a byte for each number from 0, in an object whose size is a multiple of eight
        assertThat(ofBooleanArray(0, jdk)).isEqualTo((heap & -8) - ARRAY_HEADER - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "25"})
    void everyMegabyteThatIsReservedIsMissing(String jdk) {
        assertThat(ofBooleanArray(50, jdk) - ofBooleanArray(51, jdk)).isEqualTo(1 << 20);
        assertThat(ofBooleanArray(127, jdk)).isZero();
    }

    /** Predicts for a small limit. If two arrays fit into the old generation, the garbage of the call before takes memory, too. */
    @Test
    void aSmallLimitIsSharedByTwoArrays() {
        assertThat(ofBooleanArray(59, "25")).isEqualTo((38 << 20) - ARRAY_HEADER - 1);
        assertThat(ofBooleanArray(70, "25")).isEqualTo((27 << 20) / 2 - ARRAY_HEADER - 1);
    }

    /** Compares with the measured edges from which JvmMemory has its figures: the middle of each interval. */
    @ParameterizedTest
    @CsvSource({"0, 17, 75220587", "0, 25, 74462697", "55, 25, 43919615"})
    void predictionsAreWithinTwoPerCentOfTheEdges(int reservedMegabytes, String jdk, long edge) {
        assertThat((double) ofBooleanArray(reservedMegabytes, jdk) / edge).isCloseTo(1, within(0.02));
    }

    @Test
    void nothingIsPredictedWhereTheHighestMaxFits() {
        assertThat(MemoryPrediction.largestMax(SieveStrategy.BIT_SET.traits(), 1024, endpoint(55, "25")))
                .isEmpty();
    }
}
