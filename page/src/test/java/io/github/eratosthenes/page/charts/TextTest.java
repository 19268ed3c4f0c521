package io.github.eratosthenes.page.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.results.files.Endpoint;
import org.junit.jupiter.api.Test;

class TextTest {

    private static final String URL = "http://127.0.0.1:3000";

    @Test
    void anEmulatorIsNamedWithItsLimitsAndWhetherItIsCalibrated() {
        Endpoint plain = new Endpoint("emulator", URL, "rest", "cgroup-v1", "cgroup-v1", 0, "25", "C1");
        Endpoint calibrated = new Endpoint(
                "emulator", URL, "rest", "heap-only", "none", 55, "25", "C1", "https://example.com/prod 2026-11-26");

        assertThat(Text.endpoint(plain))
                .isEqualTo("local emulator, not calibrated against AWS (limits: cgroup-v1; 0 MB reserved), JDK 25, C1");
        assertThat(Text.endpoint(calibrated))
                .isEqualTo("local emulator, calibrated against https://example.com/prod 2026-11-26"
                        + " (memory: heap-only, processor: none; 55 MB reserved), JDK 25, C1");
    }
}
