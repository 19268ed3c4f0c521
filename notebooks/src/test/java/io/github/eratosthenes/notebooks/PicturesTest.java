package io.github.eratosthenes.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.page.Fixture;
import io.github.eratosthenes.page.data.ResultData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

@TestInstance(Lifecycle.PER_CLASS) // the scripts are loaded once, and the fixture is drawn once
class PicturesTest {

    /** Pictures that are published, a folder for each result folder. */
    private static final Path PUBLISHED = Path.of("charts");

    private static final Path PUBLISHED_RESULTS = Path.of("../benchmarks/results");
    private static final Path DRAWN_BEFORE = Path.of("src/test/resources/fixture-pictures");

    private final Pictures pictures;
    private Path results = Path.of("");
    private Path drawnBefore = Path.of("");
    private List<Path> files = List.of();

    @TempDir
    private Path folder = Path.of("");

    PicturesTest() throws IOException {
        pictures = Pictures.start();
    }

    @BeforeAll
    void drawTheFixture(@TempDir Path into) throws IOException {
        results = Fixture.withEndpoint(Fixture.JDKS, into);
        drawnBefore = into.resolve("drawn");
        files = pictures.write(ResultData.read(results), drawnBefore);
    }

    @Test
    void drawsEveryChartTwiceAlikeWithRealText() throws IOException, ParserConfigurationException, SAXException {
        ResultData data = ResultData.read(results);

        assertThat(drift(drawnBefore, results)).isEmpty();

        assertThat(files).hasSize(24);
        for (Path file : files) {
            String svg = Files.readString(file);
            assertThat(svg).as(file.toString()).doesNotContain("NaN", "undefined", "Infinity");
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(1);
            assertThat(document.getDocumentElement().getTextContent())
                    .as(file.toString())
                    .contains("wheel-segment", data.date(), data.name());
        }
    }

    @Test
    void aChangedFigureOrAMissingPictureIsDrift() throws IOException {
        Path published = Files.createDirectory(folder.resolve("published"));
        for (Path file : files) {
            Files.copy(file, published.resolve(file.getFileName()));
        }
        Path changed = Fixture.withEndpoint(Fixture.JDKS, folder);
        Path load = changed.resolve("load/load.json");
        Files.writeString(load, Files.readString(load).replace("5.128", "7.128"));
        Files.delete(published.resolve("ratio-dark.svg"));
        Files.writeString(published.resolve("pie-light.svg"), "<svg/>");

        assertThat(drift(published, changed))
                .containsExactly("cost-dark.svg", "cost-light.svg", "pie-light.svg", "ratio-dark.svg");
    }

    /** Returns the pictures that are not what the results give: changed, missing or of no chart. */
    private List<String> drift(Path published, Path results) throws IOException {
        Path drawn = Files.createTempDirectory(folder, "drawn");
        pictures.write(ResultData.read(results), drawn);
        List<String> drift = new ArrayList<>();
        for (String name : Stream.concat(names(published).stream(), names(drawn).stream())
                .distinct()
                .sorted()
                .toList()) {
            Path before = published.resolve(name);
            Path now = drawn.resolve(name);
            if (!Files.exists(before) || !Files.exists(now) || Files.mismatch(before, now) >= 0) {
                drift.add(name);
            }
        }
        return drift;
    }

    @Test
    void drawsWhatItDrewBefore() throws IOException {
        Path drawn = folder.resolve("again");
        assertThat(pictures.write(ResultData.read(Fixture.STRATEGIES), drawn)).hasSize(12);

        assertThat(drawn.resolve("time-light.svg")).hasSameTextualContentAs(DRAWN_BEFORE.resolve("time-light.svg"));
    }

    @Test
    void publishedPicturesShowTheirResults() throws IOException {
        if (!Files.exists(PUBLISHED)) {
            return;
        }
        for (Path published : Tools.list(PUBLISHED)) {
            assertThat(drift(published, PUBLISHED_RESULTS.resolve(published.getFileName())))
                    .as("run ./mvnw -Pcharts again, then commit " + published)
                    .isEmpty();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        return Tools.list(folder).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
    }
}
