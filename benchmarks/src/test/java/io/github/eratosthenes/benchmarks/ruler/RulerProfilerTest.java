package io.github.eratosthenes.benchmarks.ruler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.github.eratosthenes.results.files.RulerReadings;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.ScalarResult;

class RulerProfilerTest {

    @Test
    void bothRulersAreReadBesideEachIteration() {
        RulerProfiler profiler = new RulerProfiler();

        for (boolean counts : new boolean[] {false, true}) {
            profiler.begin(counts, 5);
            assertThat(profiler.end())
                    .allSatisfy(reading -> assertThat(reading.getScore()).isPositive())
                    .extracting(ScalarResult::getLabel)
                    .containsExactlyElementsOf(RulerReadings.NAMES);
        }
    }

    @Test
    void aJvmWithFewIterationsReadsTheRulersAsOftenAsOneWithMany() {
        assertThat(RulerProfiler.runs(60)).isEqualTo(3);
        assertThat(RulerProfiler.runs(200)).isEqualTo(3);
        assertThat(List.of(1, 2, 4, 7, 40))
                .allSatisfy(iterations ->
                        assertThat(iterations * RulerProfiler.runs(iterations)).isGreaterThanOrEqualTo(60 * 3));
    }

    @Test
    void patienceIsAnOptionAndNothingElseIs() throws Exception {
        assertThat(new RulerProfiler(RulerProfiler.options(0)).end()).hasSize(2);
        assertThat(new RulerProfiler("").end()).hasSize(2);
        assertThatExceptionOfType(ProfilerException.class)
                .isThrownBy(() -> new RulerProfiler("patience=long"))
                .withMessageContaining("'patience=long' is not patience=MILLIS, from 0 to 999999");
    }

    @Test
    void aReadingAllocatesNothing() {
        Ruler ruler = new Ruler();
        ruler.warmUp(50);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        for (int i = 0; i < 1_000; i++) {
            ruler.compute();
            ruler.memory();
        }

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000);
    }
}
