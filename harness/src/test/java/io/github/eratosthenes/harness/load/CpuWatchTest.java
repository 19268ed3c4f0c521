package io.github.eratosthenes.harness.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.harness.load.CpuWatch.Look;
import io.github.eratosthenes.results.environment.Machine;
import io.github.eratosthenes.results.environment.Machine.CpuTimes;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuWatchTest {

    /** Idle for the first second, busy for the next, half busy for the last. */
    private static final List<Look> LOOKS = List.of(
            new Look(0, new CpuTimes(1000, 500, 0)),
            new Look(1_000, new CpuTimes(1200, 700, 0)),
            new Look(2_000, new CpuTimes(1400, 700, 0)),
            new Look(3_000, new CpuTimes(1600, 800, 0)));

    @TempDir
    private Path empty;

    @Test
    void countsTheTimeOfTheCallsOnly() {
        assertThat(CpuWatch.busy(LOOKS, 1_000, 2_000)).isEqualTo(1, Offset.offset(1e-12));
        assertThat(CpuWatch.busy(LOOKS, 100, 900)).isEqualTo(0, Offset.offset(1e-12));
        assertThat(CpuWatch.busy(LOOKS, 1_500, 2_500)).isEqualTo(0.75, Offset.offset(1e-12));
        assertThat(CpuWatch.busy(LOOKS, 0, 9_000)).isEqualTo(0.5, Offset.offset(1e-12));
    }

    @Test
    void doesNotKnowWhereTheMachineDoesNotTell() {
        assertThat(CpuWatch.busy(List.of(), 0, 1)).isNull();
        assertThat(CpuWatch.busy(LOOKS.subList(0, 1), 0, 1)).isNull();
        try (CpuWatch watch = new CpuWatch(new Machine(empty))) {
            watch.start();
            assertThat(watch.busy(List.of())).isNull();
        }
    }
}
