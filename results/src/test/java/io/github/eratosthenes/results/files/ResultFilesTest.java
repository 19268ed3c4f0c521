package io.github.eratosthenes.results.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.eratosthenes.testing.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {

    private static final String RECORD = """
            [{"benchmark": "org.example.Some.method", "params": {"max": "10"},
              "primaryMetric": {"score": 2.0, "scoreError": "NaN", "scoreUnit": "ms/op", "rawData": [[1.0, 3.0], [4.0, 5.0]]},
              "secondaryMetrics": {"%s": {"score": 5.0, "rawData": [[4.0, 6.0], [5.0, "NaN"]]}}}]
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void jmhsFileIsReadWithItsUndefinedValues() throws Exception {
        Measurement measurement = read(RECORD.formatted("gc.alloc.rate.norm"));

        assertThat(measurement.benchmark()).isEqualTo("Some.method");
        assertThat(measurement.parameters()).isEqualTo(Map.of("max", "10"));
        assertThat(measurement.unit()).isEqualTo("ms/op");
        assertThat(measurement.roundValues()).containsExactly(2.0, 4.5);
        assertThat(measurement.bytesPerOperation()).hasValue(5.0);
    }

    @Test
    void allocationHasADotBeforeItInOlderFilesAndMayBeAbsent() throws Exception {
        assertThat(read(RECORD.formatted("·gc.alloc.rate.norm")).bytesPerOperation())
                .hasValue(5.0);
        assertThat(read(RECORD.formatted("gc.count")).bytesPerOperation()).isEmpty();
    }

    @Test
    void whatTheSetupAllocatesDoesNotCountWhereThereIsNoWarmup() throws Exception {
        String record = RECORD.formatted("gc.alloc.rate.norm");

        assertThat(read(warmup(record, 0)).bytesPerOperation()).hasValue(6.0);
        assertThat(read(warmup(record, 1)).bytesPerOperation()).hasValue(5.0);
        assertThat(read(warmup(record, 0).replace("[4.0, 6.0], [5.0, \"NaN\"]", "[4.0], [5.0]"))
                        .bytesPerOperation())
                .isEmpty();
    }

    private static String warmup(String record, int iterations) {
        return record.replace("\"params\"", "\"warmupIterations\": " + iterations + ", \"params\"");
    }

    @Test
    void theRulersReadingsAreReadBesideTheSlices() throws Exception {
        Measurement measurement = read(RECORD.formatted(RulerReadings.MEMORY));

        assertThat(measurement.rulers().best(RulerReadings.MEMORY)).containsExactly(4.0, 5.0);
        assertThat(measurement.rulers().best(RulerReadings.COMPUTE)).isEmpty();
        assertThat(read(RECORD.formatted("gc.count")).rulers().isEmpty()).isTrue();
    }

    @Test
    void anotherFileIsRejectedByName() throws Exception {
        Path file = Files.writeString(folder.resolve("other.json"), "{}");
        assertThatIOException().isThrownBy(() -> JmhFile.read(file)).withMessageContaining("other.json is not a JMH");

        Path records = Files.writeString(folder.resolve("records.json"), "[{}]");
        assertThatIOException().isThrownBy(() -> JmhFile.read(records)).withMessageContaining("no primaryMetric");
    }

    @Test
    void anEarlierFolderIsNeverUsedAgain() throws Exception {
        LocalDate date = LocalDate.of(2026, 1, 2);

        assertThat(Stream.of(1, 2, 3).map(i -> create(date)).toList())
                .containsExactly("2026-01-02-box", "2026-01-02-box-2", "2026-01-02-box-3");
    }

    @Test
    void aWriteThatFailsLeavesTheOldContentAndNothingElse() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "old");

        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write("half".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("disk full");
                }));

        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFullDiskLeavesTheOldContentAndNothingElse() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Requirement.onFullDisk(folder.resolve("file.tmp"));

        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(file, out -> out.write(new byte[100_000])))
                .withMessageContaining("cannot write " + file);

        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws Exception {
        Path noFolder = Files.writeString(folder.resolve("file"), "old");
        Path file = noFolder.resolve("study.json");

        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(file, out -> out.write(1)))
                .withMessageContaining("cannot write " + file);
        assertThatIOException().isThrownBy(() -> ResultFolder.create(noFolder, LocalDate.EPOCH, "box"));

        assertThat(noFolder).hasContent("old");
    }

    private String create(LocalDate date) {
        try {
            return ResultFolder.create(folder, date, "box").path().getFileName().toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Measurement read(String json) throws IOException {
        List<Measurement> records = JmhFile.read(Files.writeString(folder.resolve("jmh.json"), json));
        assertThat(records).hasSize(1);
        return records.get(0);
    }
}
