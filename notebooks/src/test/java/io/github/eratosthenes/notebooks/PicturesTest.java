package io.github.eratosthenes.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class PicturesTest {

    /** Pictures that are published, a folder for each result folder. */
    private static final Path PUBLISHED = Path.of("charts");

    private static final Path PUBLISHED_RESULTS = Path.of("../benchmarks/results");
    private static final Path DRAWN_BEFORE = Path.of("src/test/resources/fixture-pictures");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void needsNode() {
        Tools.node();
    }

    @Test
    void drawsEveryChartTwiceAlikeWithRealText() throws IOException, ParserConfigurationException, SAXException {
        ResultData data = ResultData.read(Fixture.withEndpoint(Fixture.JDKS, folder));
        Pictures pictures = Pictures.in(Tools.work());

        List<Path> files = pictures.write(data, folder.resolve("first"));
        pictures.write(data, folder.resolve("second"));

        assertThat(files).hasSize(18);
        for (Path file : files) {
            String svg = Files.readString(file);
            assertThat(svg).isEqualTo(Files.readString(folder.resolve("second").resolve(file.getFileName())));
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(1);
            assertThat(document.getDocumentElement().getTextContent())
                    .as(file.toString())
                    .contains("bitset", data.date(), data.name());
        }
    }

    @Test
    void drawsWhatItDrewBefore() throws IOException {
        String svg = Pictures.in(Tools.work()).svg("time", ResultData.read(Fixture.STRATEGIES));

        assertThat(svg).isEqualTo(Files.readString(DRAWN_BEFORE.resolve("time-light.svg")));
    }

    @Test
    void publishedPicturesShowTheirResults() throws IOException {
        if (!Files.exists(PUBLISHED)) {
            return;
        }
        for (Path published : Tools.list(PUBLISHED)) {
            ResultData data = ResultData.read(PUBLISHED_RESULTS.resolve(published.getFileName()));
            Path drawn = folder.resolve(published.getFileName());
            Pictures.in(Tools.work()).write(data, drawn);
            assertThat(names(published)).isEqualTo(names(drawn));
            for (Path file : Tools.list(drawn)) {
                assertThat(published.resolve(file.getFileName()))
                        .as("run ./mvnw -Pcharts again")
                        .hasSameBinaryContentAs(file);
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        return Tools.list(folder).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
    }
}
