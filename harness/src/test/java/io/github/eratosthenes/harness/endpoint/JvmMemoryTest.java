package io.github.eratosthenes.harness.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.core.SieveStrategy;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapGeometryTest {

    /** The figures of -XX:+PrintFlagsFinal for MaxHeapSize and MaxNewSize, on JDK 17. */
    @ParameterizedTest
    @CsvSource({
        "128, 115343360, 38404096",
        "256, 228589568, 76152832",
        "512, 457179136, 152371200",
        "1024, 914358272, 304742400"
    })
    void isHotSpots(int memory, long heap, long young) {
        assertThat(HeapGeometry.of(memory)).isEqualTo(new HeapGeometry(heap, heap - young));
    }

    @Test
    void predictsTheLargestArrayThatFits() {
        HeapGeometry heap = HeapGeometry.of(128);
        OptionalLong max = heap.largestMax(SieveStrategy.BOOLEAN_ARRAY.traits());
        assertThat(max).hasValue(heap.oldBytes() - 16 - 1); // a byte a number from 0, behind the array's header
    }

    @Test
    void predictsNothingWhereTheHighestMaxFits() {
        assertThat(HeapGeometry.of(1024).largestMax(SieveStrategy.BIT_SET.traits()))
                .isEmpty();
    }
}
