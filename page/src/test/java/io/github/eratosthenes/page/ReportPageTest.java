package io.github.eratosthenes.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT = "eratosthenes.packed(\"";

    @TempDir
    private Path folder = Path.of("");

    private Path copy(Path from) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(from.getFileName()));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    /** Returns what the page's script is given. */
    private static JsonNode content(Path page) throws IOException {
        String html = Files.readString(page);
        int start = html.lastIndexOf(CONTENT) + CONTENT.length();
        return JSON.readTree(unpacked(html.substring(start, html.indexOf('"', start))));
    }

    private static byte[] unpacked(String text) throws IOException {
        byte[] packed = Base64.getDecoder().decode(text);
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return unpacked.readAllBytes();
        }
    }

    @Test
    void loadsNothing() throws IOException {
        Path page = ReportPage.write(new ResultFolder(copy(Fixture.STRATEGIES)));

        String html = Files.readString(page);
        assertThat(html)
                .doesNotContainPattern("<script[^>]+src")
                .doesNotContainPattern("<link[^>]+href=\"(?!data:)")
                .doesNotContain("<!-- head -->", "<!-- scripts -->")
                .contains("default-src 'none'");
        assertThat(page).hasFileName("report.html");
        assertThat(Files.size(page)).isLessThanOrEqualTo(ReportPage.MOST_BYTES);
    }

    @Test
    void holdsTheDataToDownload() throws IOException {
        Path copy = copy(Fixture.STRATEGIES);
        Path page = ReportPage.write(new ResultFolder(copy));
        JsonNode files = content(page).path("files");

        assertThat(files.findValuesAsText("name")).containsExactly("environment.json", "study.json", "jmh.json");
        String html = Files.readString(page);
        for (int place = 0; place < files.size(); place++) {
            String element = "<script type=\"text/plain\" id=\"file-" + place + "\">";
            int start = html.indexOf(element) + element.length();
            assertThat(unpacked(html.substring(start, html.indexOf('<', start))))
                    .isEqualTo(Files.readAllBytes(
                            copy.resolve(files.get(place).path("name").asText())));
        }
    }

    @Test
    void aFileThatIsTooLargeIsLinkedTo() throws IOException {
        Path copy = copy(Fixture.STRATEGIES);
        byte[] noise = new byte[ReportPage.MOST_BYTES];
        new Random(20).nextBytes(noise);
        Files.write(copy.resolve("load.csv"), noise);

        Path page = ReportPage.write(new ResultFolder(copy));

        JsonNode files = content(page).path("files");
        assertThat(files.get(3).path("name").asText()).isEqualTo("load.csv");
        assertThat(files.get(3).path("href").asText()).isEqualTo("load.csv");
        assertThat(files.get(2).path("href").isNull()).isTrue();
        assertThat(Files.size(page)).isLessThanOrEqualTo(ReportPage.MOST_BYTES);
    }

    @Test
    void aFileOfAPublicationIsLinkedToInItsPart() throws IOException {
        Path publication = Fixture.withEndpoint(Fixture.STRATEGIES, folder);
        byte[] noise = new byte[ReportPage.MOST_BYTES];
        new Random(20).nextBytes(noise);
        Files.write(publication.resolve("load/load.csv"), noise);

        JsonNode files =
                content(ReportPage.write(new ResultFolder(publication))).path("files");

        assertThat(files.findValuesAsText("href")).contains("load/load.csv");
        assertThat(files.findValuesAsText("folder")).contains("made-up-endpoint/study", "made-up-endpoint/load");
    }

    @Test
    void answersFromTheData() throws IOException {
        JsonNode content =
                content(ReportPage.write(new ResultFolder(Fixture.withEndpoint(Fixture.STRATEGIES, folder))));

        assertThat(content.path("answer")).hasSize(3);
        assertThat(content.path("answer").get(0).asText())
                .startsWith("Up to 4,000,000, ")
                .contains(" times the time of boolean-array (");
        assertThat(content.path("answer").get(1).asText())
                .isEqualTo(
                        "On a function of 128 MB, wheel-segment gets farthest, to 5,120,000,000; boolean-array is the first"
                                + " to run out of memory, above 71,680,000.");
        assertThat(content.path("answer").get(2).asText())
                .isEqualTo(
                        "A million calls with max 1,000,000 and 1 loop cost least with wheel-segment at 128 MB: $0.8423.");
        assertThat(content.path("table").path("rows")).hasSize(44);
        assertThat(content.path("facts").get(0).path("facts").findValuesAsText("name"))
                .contains("Machine", "JVM flags, C2", "Command");
    }

    @Test
    void aLowestCostThatTheIntervalsDoNotProveIsNotClaimedAlone() throws IOException {
        Path publication = Fixture.withEndpoint(Fixture.STRATEGIES, folder);
        Path file = publication.resolve("load/load.json");
        JsonNode load = JSON.readTree(file.toFile());
        load.path("runs").forEach(run -> ((ObjectNode) run.path("dollarsPerMillionCalls")).put("low", 0));
        JSON.writeValue(file.toFile(), load);

        JsonNode content = content(ReportPage.write(new ResultFolder(publication)));

        int others = load.path("runs").size() - 1;
        assertThat(content.path("answer").get(2).asText())
                .endsWith("$0.8423, which the intervals do not tell apart from " + others + " of the other " + others
                        + ".");
    }
}
