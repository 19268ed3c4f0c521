package io.github.eratosthenes.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.eratosthenes.benchmarks.results.JmhFile;
import io.github.eratosthenes.benchmarks.results.Measurement;
import io.github.eratosthenes.benchmarks.results.ResultFolder;
import io.github.eratosthenes.benchmarks.results.StudyFile;
import io.github.eratosthenes.benchmarks.results.WarmupFile;
import io.github.eratosthenes.benchmarks.study.StudySettings.Size;
import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import io.github.eratosthenes.core.SieveStrategy;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forks real JVMs, with iterations of a few milliseconds. */
class StudyTest {

    private static final PrintStream SILENT =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private static final StudySettings SETTINGS = new StudySettings(
            "test",
            2,
            List.of(SieveStrategy.BOOLEAN_ARRAY, SieveStrategy.BIT_SET),
            List.of(new Size(10_000, 1), new Size(10_000, 3)),
            List.of(Jvm.current()),
            List.of(Tier.C1),
            new Effort(2, 3, 2),
            1_000,
            7);

    @TempDir
    Path results = Path.of("");

    @Test
    void everyCellHasEveryRoundInAFileThatJmhReadersKnow() throws Exception {
        ResultFolder folder = folder();
        StudyPlan plan = StudyPlan.of(SETTINGS, 4_096);

        new Study(SETTINGS, plan, folder, new Rounds()).run(SILENT, SILENT);

        List<Measurement> measurements = JmhFile.read(folder.jmh());
        assertThat(measurements).hasSize(2 + 2 * 2);
        assertThat(measurements).allSatisfy(measurement -> {
            assertThat(measurement.scores())
                    .hasSize(2)
                    .allSatisfy(round -> assertThat(round).hasSize(3));
            assertThat(measurement.unit()).isEqualTo("ms/op");
            assertThat(measurement.parameter("tier")).isEqualTo("C1");
        });
        assertThat(measurements.get(2).parameters())
                .containsEntry("strategy", "boolean-array")
                .containsEntry("max", "10000")
                .containsEntry("loops", "1");
        assertThat(WarmupFile.read(folder.warmup()))
                .hasSameSizeAs(measurements)
                .allSatisfy(trace -> assertThat(trace.scores())
                        .hasSize(2)
                        .allSatisfy(round -> assertThat(round).hasSize(2)));
        StudyFile study = StudyFile.read(folder.study());
        assertThat(study.roundsDone()).isEqualTo(2);
        assertThat(study.cells()).hasSameSizeAs(measurements);
        assertThat(new StudyReport(study, measurements).lines())
                .anySatisfy(line -> assertThat(line).startsWith("bitset").contains("10000"));
    }

    @Test
    void aCellThatFailsEndsTheStudyWithItsNameAndReason() throws Exception {
        Cell tooBig = new Cell(
                new Sieving(SieveStrategy.BOOLEAN_ARRAY, 100_000_000, 1),
                Jvm.current().label(),
                Tier.C1);
        StudyPlan plan = new StudyPlan(List.of(new PlannedCell.Measured(tooBig, new Effort(0, 1, 1), 16)));
        ResultFolder folder = folder();

        assertThatExceptionOfType(CellFailedException.class)
                .isThrownBy(() -> new Study(SETTINGS, plan, folder, new Rounds()).run(SILENT, SILENT))
                .withMessageContaining("boolean-array max=100000000 loops=1")
                .withMessageContaining("OutOfMemoryError");
        assertThat(Files.exists(folder.jmh())).isFalse();
    }

    private ResultFolder folder() throws Exception {
        return ResultFolder.create(results, LocalDate.EPOCH, "test");
    }
}
