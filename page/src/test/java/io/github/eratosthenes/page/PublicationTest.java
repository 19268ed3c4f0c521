package io.github.eratosthenes.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.page.charts.Chart;
import io.github.eratosthenes.page.charts.Charts;
import io.github.eratosthenes.page.data.Origin;
import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.page.data.Yardstick.Beside;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.statistics.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

    @TempDir
    private Path folder = Path.of("");

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static List<Chart> charts(ResultData data) {
        return Charts.all().stream()
                .flatMap(kind -> Charts.of(kind, data).stream())
                .toList();
    }

    @Test
    void everyPartIsReadFromAFolderOfItsName() throws IOException {
        ResultData data = ResultData.read(Fixture.withEndpoint(Fixture.JDKS, folder));

        assertThat(data.name()).isEqualTo("made-up-endpoint");
        assertThat(data.study()).isPresent();
        assertThat(data.breakpoints()).isPresent();
        assertThat(data.load()).isPresent();
        assertThat(data.yardstick()).isPresent();
        assertThat(data.breakpointsPart()).isEqualTo(Part.BREAKPOINTS);
        assertThat(data.distinctOrigins())
                .extracting(Origin::name)
                .containsExactly(
                        "made-up-endpoint/study",
                        "made-up-endpoint/yardstick",
                        "made-up-endpoint/breakpoints",
                        "made-up-endpoint/load");
        assertThatThrownBy(() -> data.origin(Part.VARIANTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("made-up-endpoint has no variants");
    }

    @Test
    void theCommandThatExplainsNamesTheStudyOfThePublication() throws IOException {
        ResultData data = ResultData.read(Fixture.withEndpoint(Fixture.JDKS, folder));

        assertThat(Charts.all())
                .extracting(kind -> kind.command(data))
                .contains("./mvnw -Pwork -Dwork.args=\"--study=benchmarks/results/made-up-endpoint/study\"");
    }

    @Test
    void theBreakpointsShownAreThoseWithReservedMemoryIfThereAreBoth() throws IOException {
        Path publication = Fixture.withEndpoint(Fixture.JDKS, folder);
        copy(publication.resolve("breakpoints"), publication.resolve("breakpoints-reserved"));

        ResultData data = ResultData.read(publication);

        assertThat(data.breakpoints()).isPresent();
        assertThat(charts(data))
                .filteredOn(chart -> chart.source().equals("breakpoints.json"))
                .isNotEmpty()
                .allSatisfy(chart -> assertThat(chart.folder()).isEqualTo("made-up-endpoint/breakpoints-reserved"));
    }

    @Test
    void aPublicationIsFoundBesideResultFoldersAndIsTheNewestByName() throws IOException {
        copy(Fixture.JDKS, folder.resolve("2026-11-22-machine"));
        Files.move(Fixture.withEndpoint(Fixture.JDKS, folder), folder.resolve("2026-11-23-machine"));
        Files.createDirectories(folder.resolve("2026-11-24-machine/study.unfinished"));

        assertThat(ResultData.folders(List.of(folder)))
                .containsExactly(folder.resolve("2026-11-22-machine"), folder.resolve("2026-11-23-machine"));
        assertThat(ResultData.newest(folder).name()).isEqualTo("2026-11-23-machine");
    }

    @Test
    void whatTheStudyDoesNotCompareIsDrawnFromTheVariants() throws IOException {
        Path publication = folder.resolve("publication");
        copy(Fixture.STRATEGIES, publication.resolve("study"));
        copy(Fixture.JDKS, publication.resolve("variants"));

        ResultData data = ResultData.read(publication);
        List<Chart> charts = charts(data);

        assertThat(Charts.first("time", data).orElseThrow().folder()).isEqualTo("publication/study");
        assertThat(Charts.first("compilers", data).orElseThrow().folder()).isEqualTo("publication/variants");
        assertThat(Charts.first("jdks", data).orElseThrow().folder()).isEqualTo("publication/variants");
        assertThat(charts)
                .extracting(Chart::id, Chart::choice)
                .as("each choice once")
                .doesNotHaveDuplicates()
                .contains(tuple("time", Map.of("jdk", "17", "tier", "C1")));
        assertThat(Content.of(data, List.of()).views())
                .hasSameElementsAs(data.variants().orElseThrow().views());
    }

    @Test
    void inAResultFolderNothingIsDrawnTwice() throws IOException {
        List<Chart> charts = charts(ResultData.read(Fixture.JDKS));

        assertThat(charts).extracting(Chart::id, Chart::choice).doesNotHaveDuplicates();
    }

    @Test
    void aYardstickIsComparedWithTheNativeLibraryInItsOwnStudy() throws IOException {
        Path yardstick = Fixture.withEndpoint(Fixture.JDKS, folder).resolve("yardstick");

        ResultData data = ResultData.read(yardstick);
        List<Beside> besides = data.yardstick().orElseThrow().besides();

        assertThat(data.study()).isEmpty();
        assertThat(besides).extracting(Beside::sieve).containsExactly("wheel-segment", "parallel");
        assertThat(besides.get(0).ratio().estimate()).isEqualTo(2.0, within(1e-9));
        assertThat(besides).extracting(Beside::verdict).containsExactly(Verdict.SLOWER, Verdict.UNCLEAR);
        assertThat(besides.get(0).words()).isEqualTo("to 1e6");
    }

    @Test
    void theReportPageOfAYardstickShowsItsRangesAndItsTable() throws IOException {
        Path yardstick = Fixture.withEndpoint(Fixture.JDKS, folder).resolve("yardstick");

        ResultData data = ResultData.read(yardstick);
        Content content = Content.of(data, List.of());

        assertThat(content.charts()).extracting(Chart::id).containsExactly("ranges");
        assertThat(Objects.requireNonNull(content.table()).rows()).hasSize(4);
        assertThat(ReportPage.write(new ResultFolder(yardstick))).exists();
    }
}
