package io.github.eratosthenes.results.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.results.files.Environment.Hardware;
import io.github.eratosthenes.results.files.Environment.OperatingSystem;
import io.github.eratosthenes.results.files.Environment.Source;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyDataTest {

    private static final CellEntry STEADY = cell(1_000_000, 1);
    private static final CellEntry STEADY_LOOPS = cell(1_000_000, 4);
    private static final CellEntry NOISY = cell(10_000_000, 1);
    private static final double NEAR = 1e-9;

    private final StudyData data = StudyData.of(
            new StudyFile("quick", 3, 3, 20, 2_000, null, List.of(STEADY, STEADY_LOOPS, NOISY)),
            environment(),
            List.of(
                    measurement(STEADY, 0.99, 1, 1.01),
                    measurement(STEADY_LOOPS, 3.96, 4, 4.04),
                    measurement(NOISY, 8, 10, 14)),
            List.of());

    @Test
    void theDeviationIsThatOfTheSameSizeWithAnyNumberOfLoops() {
        assertThat(data.time(STEADY).degreesOfFreedom()).isEqualTo(4);
        assertThat(data.time(STEADY).logError())
                .isCloseTo(data.time(STEADY_LOOPS).logError(), within(NEAR));
    }

    @Test
    void aNoisySizeDoesNotWidenTheIntervalsOfAnother() {
        assertThat(data.time(STEADY).interval().high() / data.time(STEADY).estimate())
                .isLessThan(1.02);
        assertThat(data.time(NOISY).degreesOfFreedom()).isEqualTo(2);
        assertThat(data.time(NOISY).interval().high() / data.time(NOISY).estimate())
                .isGreaterThan(1.5);
    }

    private static CellEntry cell(long max, int loops) {
        return new CellEntry("SieveBenchmark.sieve", "boolean-array", max, loops, "17", "C2", null, null, null);
    }

    private static Measurement measurement(CellEntry cell, double... rounds) {
        return new Measurement(
                cell.benchmark(),
                cell.parameters(),
                new Measurement.Conduct("org.x", "avgt", 1),
                StudyData.UNIT,
                Arrays.stream(rounds).mapToObj(List::of).toList(),
                List.of());
    }

    private static Environment environment() {
        return new Environment(
                "test",
                new Hardware(null, 2, Map.of(), null, null, 1_024),
                new OperatingSystem("Linux", "1", null, null, null, null),
                List.of(),
                Map.of(),
                "Serial",
                "1.37",
                20,
                new Source(null, null),
                List.of(),
                List.of());
    }
}
