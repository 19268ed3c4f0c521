package io.github.eratosthenes.results.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.eratosthenes.results.files.Measurement.Conduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be used is refused by file, cell and reason; what tells a cell from another is kept. */
class JmhFileTest {

    @TempDir
    Path folder = Path.of("");

    private Path file(String benchmark, String mode, String metric) throws IOException {
        return Files.writeString(folder.resolve("jmh.json"), """
                [{"benchmark": "%s", "mode": "%s", "threads": 8, "params": {"max": "10"},
                  "primaryMetric": {"scoreUnit": "ms/op", %s}}]
                """.formatted(benchmark, mode, metric));
    }

    @Test
    void packageModeAndThreadsAreKept() throws Exception {
        Path file = file("org.x.Bench.run", "ss", "\"rawData\": [[1.0]]");

        assertThat(JmhFile.read(file)).singleElement().satisfies(measurement -> {
            assertThat(measurement.benchmark()).isEqualTo("Bench.run");
            assertThat(measurement.conduct()).isEqualTo(new Conduct("org.x", "ss", 8));
        });
        assertThat(JmhFile.read(file("Bench.run", "avgt", "\"rawData\": [[1.0]]")))
                .singleElement()
                .satisfies(measurement ->
                        assertThat(measurement.conduct().packageName()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[[1.0], [\"NaN\"]]; has the score NaN in round 2",
                "[[1.0, 0.0]]; has the score 0.0 in round 1",
                "[[-1.0]]; has the score -1.0 in round 1",
                "[[\"+INF\"]]; has the score Infinity in round 1",
                "[]; has no round",
                "[[1.0], []]; has no score in round 2"
            })
    void aScoreThatIsNoTimeIsRefusedByFileCellAndReason(String rawData, String reason) throws Exception {
        Path file = file("org.x.Bench.run", "avgt", "\"rawData\": " + rawData);

        assertThatIOException()
                .isThrownBy(() -> JmhFile.read(file))
                .withMessageStartingWith(file + ": Bench.run max=10 " + reason);
    }

    @Test
    void aFileOfTheModeSampleIsRefusedWithTheModeToUse() throws Exception {
        Path file = file("org.x.Bench.run", "sample", "\"rawDataHistogram\": [[[[1.0, 2]]]]");

        assertThatIOException()
                .isThrownBy(() -> JmhFile.read(file))
                .withMessage(
                        file + ": Bench.run max=10 has no primaryMetric.rawData: the mode sample keeps a histogram in"
                                + " place of the scores; run it in the mode avgt (-bm avgt)");
    }
}
