package io.github.eratosthenes.emulator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTest {
    @TempDir
    private Path folder;

    @Test
    void aCalibrationSaysWhatTheMachineIs() throws IOException {
        Path file = Files.writeString(folder.resolve("calibration.json"), """
                {"endpoint": "https://a.example/\u00e9", "reservedMegabytes": 37.4, "megabytesPerProcessor": 1500.5,
                 "networkMillis": 79.6, "more": {}}""");
        assertThat(Machine.read(file)).isEqualTo(new Machine(37, 1500.5, 80, "https://a.example/?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"reservedMegabytes\": \"37\", \"megabytesPerProcessor\": 1500, \"networkMillis\": 80}",
                "{\"reservedMegabytes\": -1, \"megabytesPerProcessor\": 1500, \"networkMillis\": 80}",
                "{\"reservedMegabytes\": 37, \"megabytesPerProcessor\": 0, \"networkMillis\": 80}",
                "{\"reservedMegabytes\": 37, \"megabytesPerProcessor\": 1500, \"networkMillis\": 1e9}"
            })
    void whatIsNoCalibrationIsRefusedByItsName(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("calibration.json"), text);
        assertThatThrownBy(() -> Machine.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file + " is not a calibration: ");
    }

    @ParameterizedTest
    @CsvSource({"128, 1769, 1447", "1769, 1769, 20000", "128, 1500, 1706"})
    void theShareFollowsTheMemorySize(int memoryMb, double perCpu, long quotaMicros) {
        FunctionConfig function = new FunctionConfig(
                "f",
                "h",
                memoryMb,
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                1,
                new Machine(28, perCpu, 0, ""),
                Map.of());
        assertThat(function.cpuQuota(Duration.ofMillis(20)).toNanos() / 1000).isEqualTo(quotaMicros);
        assertThat(function.memoryLimitBytes()).isEqualTo((memoryMb - 28L) << 20);
    }

    @ParameterizedTest
    @CsvSource({"JAVA17, 59", "JAVA21, 63", "JAVA25, 55"})
    void eachRuntimeHasItsDefault(RuntimeVersion version, int reservedMb) {
        assertThat(version.reservedMb()).isEqualTo(reservedMb);
    }
}
