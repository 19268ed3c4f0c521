package io.github.eratosthenes.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.benchmarks.report.StudyData.Measured;
import io.github.eratosthenes.benchmarks.results.Measurement;
import io.github.eratosthenes.benchmarks.results.StudyFile.CellEntry;
import io.github.eratosthenes.benchmarks.statistics.Interval;
import io.github.eratosthenes.benchmarks.statistics.Ratio;
import io.github.eratosthenes.notebooks.Study.Size;
import io.github.eratosthenes.notebooks.Study.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {

    private static final double NEAR = 1e-4;

    private static Measurement rounds(Double... means) {
        return new Measurement(
                "SieveBenchmark.sieve",
                Map.of(),
                "ms/op",
                Arrays.stream(means).map(List::of).toList(),
                List.of());
    }

    @Test
    void aRatioIsTheGeometricMeanOfItsRoundsWithATInterval() {
        // log ratios: ln 2, ln 2, ln 8; mean ln 3.1748, t(0.975, 2) = 4.3027, standard error ln 4 / 3
        Ratio ratio = Study.ratio(rounds(2.0, 4.0, 8.0), rounds(1.0, 2.0, 1.0));

        assertThat(ratio.estimate()).isCloseTo(Math.cbrt(32), within(NEAR));
        double half = 4.30265 * Math.log(4) / 3;
        assertThat(ratio.interval().low()).isCloseTo(Math.cbrt(32) * Math.exp(-half), within(NEAR));
        assertThat(ratio.interval().high()).isCloseTo(Math.cbrt(32) * Math.exp(half), within(2e-3));
    }

    @Test
    void roundsThatDoNotPairAreRefused() {
        assertThatThrownBy(() -> Study.ratio(rounds(1.0, 2.0, 3.0), rounds(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 3 rounds")
                .hasMessageContaining("has 2; a ratio needs the same rounds of both");
    }

    @Test
    void loopsAreDividedOut() {
        assertThat(Study.ratio(rounds(8.0, 8.0), 4, rounds(2.0, 2.0)).estimate())
                .isCloseTo(1, within(NEAR));
    }

    @Test
    void theMeanTimeHasATIntervalOverRounds() {
        CellEntry cell = new CellEntry("SieveBenchmark.sieve", "a", 10L, 1, "17", "C2", null, null, null);

        Interval time = Study.millis(new Measured(cell, rounds(1.0, 2.0, 3.0), List.of()));

        // standard error 1/√3
        assertThat(time.estimate()).isEqualTo(2);
        assertThat(time.halfWidth()).isCloseTo(4.30265 / Math.sqrt(3), within(NEAR));
    }

    @Test
    void findsCellsOfARealFolder() throws IOException {
        Study study = ResultData.read(Fixture.JDKS).study().orElseThrow();

        assertThat(study.strategies()).containsExactly("boolean-array", "bitset", "wheel-segment");
        assertThat(study.views())
                .containsExactly(
                        new View("25", "C2"), new View("25", "C1"), new View("17", "C2"), new View("17", "C1"));
        assertThat(study.maxima(new View("17", "C1"))).containsExactly(100_000L, 1_000_000L);
        assertThat(study.cell("bitset", new Size(1_000_000, 1), new View("17", "C2")))
                .isPresent();
        assertThat(study.cell("bitset", new Size(1_000_000, 2), new View("17", "C2")))
                .isEmpty();
    }

    @Test
    void findsFoldersInFolders() throws IOException {
        assertThat(ResultData.folders(List.of(Fixture.RESULTS))).containsExactly(Fixture.JDKS, Fixture.STRATEGIES);
        assertThat(ResultData.folders(List.of(Fixture.JDKS))).containsExactly(Fixture.JDKS);
        assertThat(ResultData.folders(List.of(Path.of("absent")))).isEmpty();
    }

    @Test
    void aDamagedFileIsNamed(@TempDir Path folder) throws IOException {
        Files.copy(Fixture.JDKS.resolve("environment.json"), folder.resolve("environment.json"));
        Files.copy(Fixture.JDKS.resolve("study.json"), folder.resolve("study.json"));
        Files.writeString(folder.resolve("jmh.json"), "{}");

        assertThatThrownBy(() -> ResultData.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("jmh.json is not a JMH result file");
    }
}
