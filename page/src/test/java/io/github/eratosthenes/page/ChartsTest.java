package io.github.eratosthenes.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.eratosthenes.page.charts.Chart;
import io.github.eratosthenes.page.charts.ChartDefinition;
import io.github.eratosthenes.page.charts.Charts;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.text.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {

    private static Chart first(String id, Path folder) throws IOException {
        return Charts.first(id, ResultData.read(folder)).orElseThrow();
    }

    private static List<JsonNode> series(Chart chart, String type) {
        return StreamSupport.stream(chart.option().path("series").spliterator(), false)
                .filter(series -> series.path("type").asText().equals(type))
                .filter(series -> !series.path("name").asText().isEmpty())
                .toList();
    }

    @Test
    void theTimeChartHasEveryStrategyAndTheMeansOfTheFile() throws IOException {
        Chart chart = first("time", Fixture.STRATEGIES);

        List<JsonNode> lines = series(chart, "line");
        assertThat(lines).hasSize(11);
        for (JsonNode line : lines) {
            for (JsonNode item : line.path("data")) {
                String max = String.valueOf(item.path("value").get(0).asLong());
                double mean = mean(Fixture.STRATEGIES, line.path("name").asText(), max);
                assertThat(item.path("value").get(1).asDouble()).isCloseTo(mean, within(mean * 1e-6));
            }
            assertThat(line.path("data")).hasSize(3);
        }
        assertThat(chart.table().rows()).hasSize(33);
    }

    private static double mean(Path folder, String strategy, String max) throws IOException {
        StudyData data = StudyData.read(new ResultFolder(folder));
        return data.study().cells().stream()
                .filter(cell -> strategy.equals(cell.strategy())
                        && String.valueOf(cell.max()).equals(max)
                        && Objects.equals(cell.loops(), 1))
                .findFirst()
                .map(cell -> data.time(cell).estimate())
                .orElseThrow();
    }

    @Test
    void theRatioChartLeavesOutTheBaselineAndSortsByRatio() throws IOException {
        Chart chart = first("ratio", Fixture.STRATEGIES);

        assertThat(chart.choice()).containsEntry("max", "4000000");
        List<Double> ratios = series(chart, "scatter").stream()
                .map(series -> series.path("data").get(0).path("value").get(0).asDouble())
                .toList();
        assertThat(ratios).hasSize(10).isSorted();
        assertThat(chart.series()).doesNotContain("boolean-array");
    }

    @Test
    void measuredBytesOfTheBooleanArrayLieNearThePredicted() throws IOException {
        Chart chart = first("bytes", Fixture.STRATEGIES);

        List<JsonNode> lines = series(chart, "line").stream()
                .filter(line -> line.path("name").asText().equals("boolean-array"))
                .toList();
        assertThat(lines).hasSize(2);
        double measured = lines.get(0).path("data").get(2).path("value").get(1).asDouble();
        double predicted = lines.get(1).path("data").get(2).path("value").get(1).asDouble();
        assertThat(measured).isCloseTo(predicted, within(predicted * 0.02));
    }

    @Test
    void chartsOfPairsNeedBothSides() throws IOException {
        assertThat(Charts.first("compilers", ResultData.read(Fixture.STRATEGIES)))
                .isEmpty();
        assertThat(first("compilers", Fixture.JDKS).choice())
                .containsEntry("jdk", "25")
                .containsEntry("max", "1000000");
        assertThat(first("jdks", Fixture.JDKS)
                        .option()
                        .path("xAxis")
                        .path("name")
                        .asText())
                .isEqualTo("time on JDK 25 / time on JDK 17");
    }

    @Test
    void chartsOfEndpointsShowWhatTheirFilesHold(@TempDir Path folder) throws IOException {
        Path endpoint = Fixture.withEndpoint(Fixture.STRATEGIES, folder);

        Chart limits = first("limits", endpoint);
        assertThat(limits.series()).containsExactly("wheel-segment", "boolean-array", "bitset");
        assertThat(limits.table().rows()).hasSize(12);
        assertThat(limits.table().rows().get(0)).startsWith("wheel-segment", "128 MB");
        assertThat(limits.circumstances())
                .contains("not calibrated against AWS")
                .contains("cgroup-v2");
        assertThat(first("time-breakpoints", endpoint).series()).hasSize(3);
        Chart cost = first("cost", endpoint);
        assertThat(cost.table().rows()).hasSize(12);
        assertThat(cost.table().rows().get(0)).contains("100", "2");
    }

    @Test
    void theLimitsHaveBothEdgesOfEachStrategyOnEachMemorySize(@TempDir Path folder) throws IOException {
        Chart limits = first("limits", Fixture.withEndpoint(Fixture.STRATEGIES, folder));

        JsonNode axes = limits.option().path("yAxis");
        assertThat(axes.findValuesAsText("id")).containsExactly("groups", "texts");
        assertThat(axes.get(0).path("data")).hasSize(12);
        assertThat(axes.get(1).path("data")).hasSize(3);
        assertThat(axes.get(2).path("data").get(0).asText()).isEqualTo("5.12 billion, time");
        assertThat(axes.get(2).path("data").get(4).asText()).isEqualTo("71.7 million, memory");
        JsonNode bars = series(limits, "custom").get(2);
        assertThat(bars.path("name").asText()).isEqualTo("bitset");
        JsonNode first = bars.path("data").get(0).path("value");
        assertThat(first.get(0).asLong()).as("in time").isEqualTo(128 * 20_000L);
        assertThat(first.get(3).asLong()).as("in memory, beyond").isEqualTo(128 * 4_500_000L);
        assertThat(series(limits, "scatter").stream()
                        .filter(marks -> marks.path("name").asText().equals("bitset"))
                        .map(marks -> marks.path("itemStyle").path("color").asText()))
                .containsExactly("@time", "@memory");
    }

    @Test
    void theLoopsOfAllSizesAreOneRowOfEachStrategy() throws IOException {
        Chart loops = first("loops", Fixture.STRATEGIES);

        assertThat(loops.table().rows()).hasSize(11);
        double from = loops.option().path("xAxis").path("min").asDouble();
        double to = loops.option().path("xAxis").path("max").asDouble();
        assertThat(from).isBetween(0.5, 0.95);
        assertThat(to).isBetween(1.1, 2.0);
    }

    @Test
    void theNoiseIsThatOfEveryCell() throws IOException {
        Chart noise = first("noise", Fixture.STRATEGIES);

        StudyData data = StudyData.read(new ResultFolder(Fixture.STRATEGIES));
        assertThat(noise.table().rows()).hasSize(data.sieving().size());
        double first = series(noise, "scatter")
                .get(0)
                .path("data")
                .get(0)
                .path("value")
                .get(0)
                .asDouble();
        assertThat(first)
                .isCloseTo(data.sieving().get(0).measurement().noise(), within(1e-6))
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void ratiosAreThoseOfTheReport() throws IOException {
        StudyData data = StudyData.read(new ResultFolder(Fixture.STRATEGIES));
        Chart ratio = first("ratio", Fixture.STRATEGIES);

        for (List<String> row : ratio.table().rows()) {
            CellEntry cell = data.study().cells().stream()
                    .filter(one -> row.get(0).equals(one.strategy()) && Objects.equals(one.max(), 4_000_000L))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.get(1))
                    .isEqualTo(Figures.ratio(data.ratio(cell).orElseThrow().interval()));
        }
    }

    @Test
    void chartsBesidePrimesieveCompareEqualThreads(@TempDir Path folder) throws IOException {
        Path made = Fixture.withEndpoint(Fixture.STRATEGIES, folder);

        Chart ranges = first("ranges", made);
        assertThat(ranges.table().rows()).hasSize(2);
        assertThat(ranges.table().rows().get(0).get(0)).isEqualTo("wheel-segment, to 1e6");
        assertThat(ranges.table().rows().get(0).get(1)).startsWith("2.000 [");
        assertThat(ranges.table().rows().get(1).get(1)).startsWith("1.000 [");
        assertThat(ranges.circumstances()).startsWith("3 rounds");

        Chart all = first("primesieve", made);
        assertThat(all.choice()).containsEntry("max", "1000000");
        assertThat(series(all, "scatter")).hasSize(11);
        double wheel = mean(Fixture.STRATEGIES, "wheel", "1000000") / 1.1;
        List<String> row = all.table().rows().stream()
                .filter(candidate -> candidate.get(0).equals("wheel"))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(row.get(1).replaceFirst(" .*", ""))).isCloseTo(wheel, within(0.05 * wheel));
    }

    @Test
    void whatLacksDataIsLeftOutWithItsCommand() throws IOException {
        ResultData data = ResultData.read(Fixture.STRATEGIES);

        List<String> absent = Charts.all().stream()
                .filter(kind -> Charts.of(kind, data).isEmpty())
                .map(kind -> kind.id() + ": " + kind.command(data))
                .toList();
        assertThat(absent)
                .containsExactly(
                        "limits: ./mvnw -Pbreakpoints",
                        "explanation: ./mvnw -Pwork -Dwork.args=\"--study=benchmarks/results/2026-11-22-fixture-strategies\"",
                        "time-breakpoints: ./mvnw -Pbreakpoints",
                        "cost: ./mvnw -Pload",
                        "primesieve: ./mvnw -Ppublication",
                        "ranges: ./mvnw -Pjmh -Djmh.study=yardstick",
                        "compilers: ./mvnw -Pjmh -Djmh.study=full",
                        "jdks: ./mvnw -Pjmh -Djmh.study=full");
    }

    @Test
    void everyChartSaysHowToReadItAndHasItsTable() throws IOException {
        ResultData data = ResultData.read(Fixture.STRATEGIES);

        for (ChartDefinition kind : Charts.all()) {
            for (Chart chart : Charts.of(kind, data)) {
                assertThat(chart.reading()).as(chart.id()).isNotBlank();
                assertThat(chart.table().rows()).as(chart.id()).isNotEmpty();
                assertThat(chart.option().path("xAxis").path("name").asText())
                        .as(chart.id())
                        .isNotBlank();
            }
        }
    }

    @Test
    void aThirteenthStrategyIsRefusedAndATwelfthIsDrawn(@TempDir Path folder) throws IOException {
        Path twelve = Fixture.withStrategies(12, folder);
        Path thirteen = Fixture.withStrategies(13, folder);

        assertThat(first("time", twelve).series()).hasSize(12);
        assertThatThrownBy(() -> first("time", thirteen))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "a chart of 13 strategies: readers can tell no more than 12 apart (boolean-array, ")
                .hasMessageEndingWith(", more-12, more-13)");
    }

    @Test
    void anUnknownChartIsRefused() {
        assertThatThrownBy(() -> Charts.first("pie", ResultData.read(Fixture.JDKS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no chart 'pie'; there are limits, time, ratio");
    }
}
