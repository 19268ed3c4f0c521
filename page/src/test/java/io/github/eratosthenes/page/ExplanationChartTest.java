package io.github.eratosthenes.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.eratosthenes.page.charts.Chart;
import io.github.eratosthenes.page.charts.ChartDefinition;
import io.github.eratosthenes.page.charts.Charts;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.results.files.ExplanationFile;
import io.github.eratosthenes.results.files.ExplanationFile.Cell;
import io.github.eratosthenes.results.files.ExplanationFile.Fit;
import io.github.eratosthenes.results.files.ExplanationFile.Price;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.statistics.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationChartTest {

    private static final ExplanationFile FILE = new ExplanationFile(
            "2026-11-22-study",
            "17",
            "C2",
            List.of(new Price("reads", 0.5), new Price("L2 misses", 3), new Price("writes", 1)),
            List.of(
                    cell("wheel", 1_000_000_000, 1, 900e6, 100e6, 700e6, 100e6),
                    cell("bitset", 1_000_000, 1, 4e6, 0.8e6, 0.001e6, 2.399e6),
                    cell("wheel", 1_000_000, 1, 2e6, 1e6, 0, 3e6),
                    cell("wheel", 1_000_000, 4, 3e6, 1e6, 0, 3e6)),
            new Fit(0.25, cell("wheel", 1_000_000, 1, 2e6, 1e6, 0, 3e6), null),
            List.of(),
            List.of());

    private static Cell cell(String strategy, long max, int loops, double nanos, double... parts) {
        return new Cell(
                strategy,
                max,
                loops,
                new Interval(nanos * 0.9, nanos, nanos * 1.1),
                List.of(parts[0], parts[1], parts[2]));
    }

    private static List<Chart> charts(Path folder) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("explained"));
        try (Stream<Path> files = Files.list(Fixture.STRATEGIES)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        FILE.write(new ResultFolder(copy).explanation());
        ChartDefinition kind = Charts.all().stream()
                .filter(candidate -> candidate.id().equals("explanation"))
                .findFirst()
                .orElseThrow();
        return Charts.of(kind, ResultData.read(copy));
    }

    @Test
    void theLimitOfMostStrategiesComesFirstAndWhatIsFasterThanExplainedIsAtTheTop(@TempDir Path folder)
            throws IOException {
        List<Chart> charts = charts(folder);

        assertThat(charts).extracting(chart -> chart.choice().get("max")).containsExactly("1000000", "1000000000");
        assertThat(charts.get(0).series()).containsExactly("wheel", "bitset");
        assertThat(charts.get(0).circumstances()).contains("JDK 17, C2, times of 2026-11-22-study");
    }

    @Test
    void marksAreMeasuredTimesByTheSumsOfThePartsWithTheirIntervals(@TempDir Path folder) throws IOException {
        List<List<Double>> marks = StreamSupport.stream(
                        charts(folder).get(0).option().path("series").spliterator(), false)
                .filter(series -> series.path("type").asText().equals("scatter"))
                .filter(series -> !series.path("name").asText().isEmpty())
                .map(series -> series.path("data").get(0).path("value"))
                .map(ExplanationChartTest::numbers)
                .toList();

        assertThat(marks)
                .as("wheel and bitset: x, place, and the ends of the interval")
                .containsExactly(List.of(0.5, 0.0, 0.45, 0.55), List.of(1.25, 1.0, 1.125, 1.375));
    }

    @Test
    void theTableSaysWhatTheModelledTimeIsMadeOfTheLargestPartFirst(@TempDir Path folder) throws IOException {
        List<Chart> charts = charts(folder);

        assertThat(charts.get(0).table().rows().get(0))
                .containsExactly(
                        "wheel",
                        "2.000 [1.800, 2.200] ms",
                        "4.000 ms",
                        "0.500 [0.450, 0.550]",
                        "writes 75 %, reads 25 %");
        assertThat(charts.get(0).table().rows().get(1).get(4)).isEqualTo("writes 75 %, reads 25 %");
        assertThat(charts.get(1).table().rows().get(0).get(4)).startsWith("L2 misses 78 %, ");
    }

    private static List<Double> numbers(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(value -> Math.round(1000 * value.asDouble()) / 1000.0)
                .toList();
    }
}
