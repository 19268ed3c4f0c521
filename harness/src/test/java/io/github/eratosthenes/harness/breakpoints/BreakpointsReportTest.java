package io.github.eratosthenes.harness.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.MemoryEdge;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;
import io.github.eratosthenes.results.files.Endpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BreakpointsReportTest {

    private static final Endpoint EMULATOR =
            new Endpoint("emulator", "http://127.0.0.1/{memory}", "rest", "cgroup-v2", "cgroup-v2", 0, "17", "C1");

    private static Breakpoint max(String strategy, Outcome outcome, @Nullable MemoryEdge beyond) {
        return new Breakpoint(
                strategy, 128, Kind.MEMORY, 900L, 900L, 1000L, "GATEWAY_TIMEOUT", outcome, 3000L, null, beyond, 3);
    }

    private static String lineOf(Breakpoint breakpoint) {
        BreakpointsFile file = new BreakpointsFile(EMULATOR, "2026-11-22T10:00:00Z", 60, 9, 2, 29, List.of(breakpoint));
        return BreakpointsReport.lines(file).stream()
                .filter(line -> line.startsWith(breakpoint.strategy()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void comparesOnlyAnEdgeOfMemoryWithItsPrediction() {
        assertThat(lineOf(max("bitset", Outcome.BROKE, null))).contains(" 3,000 ", " 0.300");
        assertThat(lineOf(max("bitset", Outcome.STOPPED_BY_TIME, new MemoryEdge(2850, 2900, "HEAP_OOM"))))
                .contains(" 3,000 ", " 0.950");
        assertThat(lineOf(max("wheel-segment", Outcome.STOPPED_BY_TIME, null)))
                .contains(" 3,000 ")
                .doesNotContain("0.3");
    }

    private static List<String> report(@Nullable String calibration) {
        Endpoint endpoint = new Endpoint(
                "emulator", "http://127.0.0.1/{memory}", "rest", "cgroup-v2", "cgroup-v2", 55, "25", "C1", calibration);
        return BreakpointsReport.lines(
                new BreakpointsFile(endpoint, "2026-11-22T10:00:00Z", 60, 9, 2, 29, 4L, List.of()));
    }

    @Test
    void tellsWhatTheEdgesAreWorth() {
        assertThat(report(null))
                .anyMatch(line -> line.contains("uncalibrated") && line.contains("55 MB reserved"))
                .anyMatch(line -> line.startsWith("A real edge of memory is expected between"))
                .anyMatch(line -> line.startsWith("4 calls after breaks"));
        assertThat(report("https://a.example"))
                .anyMatch(line -> line.contains("calibrated against https://a.example"))
                .noneMatch(line -> line.startsWith("A real edge"));
    }
}
