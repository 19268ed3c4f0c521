package io.github.eratosthenes.harness.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmMemoryTest {

    /**
     * Compares with the figures of -XX:+PrintFlagsFinal for MaxHeapSize and MaxNewSize, on JDK 17, with the flag of the emulator's
     * test.
     */
    @ParameterizedTest
    @CsvSource({
        "128, 115343360, 38404096",
        "256, 228589568, 76152832",
        "512, 457179136, 152371200",
        "1024, 914358272, 304742400"
    })
    void theHeapIsDividedAsHotSpotDoes(int memory, long heap, long young) {
        assertThat(JvmMemory.heapBytes(memory)).isEqualTo(heap);
        assertThat(JvmMemory.oldGenerationBytes(memory)).isEqualTo(heap - young);
    }

    /** Compares with the figures of the real flag, rounded up to 2 MB: 445645k, 1336935k, 2834432k and 10240000k. */
    @ParameterizedTest
    @CsvSource({"512, 218", "1536, 653", "3008, 1384", "10240, 5000"})
    void theHeapFollowsTheRealFormula(int memory, long twoMegabytes) {
        assertThat(JvmMemory.heapBytes(memory)).isEqualTo(twoMegabytes * (2 << 20));
    }
}
