package io.github.eratosthenes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.cluster.ranges.CostModel;
import io.github.eratosthenes.cluster.ranges.Range;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Range HALF = new Range(1_000_000_000_000L, 1_000_999_999_999L);

    private final Progress progress = new Progress(CostModel.published(), List.of(HALF, HALF), 0);

    @Test
    void countsWorkAndTellsTheTimeLeft() {
        assertThat(progress.line(SECOND)).isEqualTo("  0.0 %  0 of 2 ranges, unknown time left");
        progress.finished(HALF);
        assertThat(progress.line(90 * SECOND)).isEqualTo(" 50.0 %  1 of 2 ranges, 1:30 min left");
        progress.finished(HALF);
        assertThat(progress.line(100 * SECOND)).isEqualTo("100.0 %  2 of 2 ranges, 0 s left");
    }

    @Test
    void isDueAfterAStepAndTwoSecondsOrAfterAMinute() {
        assertThat(progress.isDue(59 * SECOND)).isFalse();
        assertThat(progress.isDue(60 * SECOND)).isTrue();
        progress.finished(HALF);
        assertThat(progress.isDue(SECOND)).isFalse();
        assertThat(progress.isDue(2 * SECOND)).isTrue();
        assertThat(progress.line(2 * SECOND)).isNotEmpty();
        assertThat(progress.isDue(4 * SECOND)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1:00 min", "3599, 59:59 min", "3600, 1:00 h", "360000, 100:00 h"})
    void writesTimesAsPeopleDo(long seconds, String text) {
        assertThat(Progress.text(Duration.ofSeconds(seconds))).isEqualTo(text);
    }
}
