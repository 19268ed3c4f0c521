package io.github.eratosthenes.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.eratosthenes.page.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {

    private static final Path COMMITTED = Path.of("analysis.ipynb");
    private static final Path RESULTS = Path.of("../benchmarks/results");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How the notebook's first output begins. */
    private static final String FIRST_OUTPUT = "Result folder ";

    /** Letters are drawn by the machine's own fonts, so pictures are told apart by the SVG that their text names. */
    private static final Pattern PNG = Pattern.compile("\"image/png\": \"[^\"]*\"");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void needsJupyter() {
        Tools.require(Program.JUPYTER.advice(), Program.JUPYTER.name());
    }

    /** Runs a copy of the committed notebook. */
    private Path run(Path results) throws IOException {
        Path notebook = Files.copy(COMMITTED, folder.resolve("analysis.ipynb"));
        Notebook.run(notebook, results, Tools.work());
        return notebook;
    }

    /** Returns what nbconvert makes of a notebook. */
    private String html(Path notebook) throws IOException {
        Program.JUPYTER.run(
                folder,
                Map.of(),
                List.of(
                        "--to",
                        "html",
                        "--output=" + folder.resolve("page.html").toAbsolutePath(),
                        notebook.toAbsolutePath().toString()));
        return Files.readString(folder.resolve("page.html"));
    }

    @Test
    void showsSentencesTablesAndCharts() throws IOException {
        Path notebook = run(Fixture.withEndpoint(Fixture.JDKS, folder));

        String text = Files.readString(notebook);
        JsonNode cells = JSON.readTree(text).path("cells");
        assertThat(cells.findValues("image/png")).hasSize(12);
        assertThat(cells.findValuesAsText("output_type")).doesNotContain("error", "stream");
        assertThat(text)
                .contains("On 128 MB, boolean-array is the first to run out of memory, above max 71,680,000.")
                .contains("<td>wheel-segment</td><td>to 1e6</td><td>2.000 [")
                .contains("a memory size that is proven to be the cheapest")
                .doesNotContain(System.getProperty("java.version"));
    }

    @Test
    void theHtmlOfTheCommittedNotebookShowsEveryChartAndTable() throws IOException {
        JsonNode cells = JSON.readTree(COMMITTED.toFile()).path("cells");

        String html = html(COMMITTED);

        assertThat(cells.findValues("image/png")).isNotEmpty();
        for (JsonNode chart : cells.findValues("image/png")) {
            String start = chart.asText().strip().substring(0, 4_000);
            assertThat(html)
                    .contains("src=\"data:image/png;base64," + start.substring(0, 60))
                    .contains(start);
        }
        String[] tables = Files.readString(COMMITTED).split("<table", -1);
        assertThat(tables).hasSizeGreaterThan(1);
        assertThat(html.split("<table", -1)).hasSameSizeAs(tables);
    }

    /** Runs the committed notebook again on the same data. A notebook without outputs has not been run yet. */
    @Test
    void aRerunOfTheCommittedNotebookChangesNothing() throws IOException {
        JsonNode first = JSON.readTree(COMMITTED.toFile()).findPath("text/plain");
        if (first.isMissingNode()) {
            return;
        }
        String name = first.get(0).asText().substring(FIRST_OUTPUT.length()).replaceFirst("(?s):.*", "");
        Path results = RESULTS.resolve(name);

        assertThat(withoutPictures(run(results)))
                .as("run ./mvnw -Pnotebook -Dcharts.results=benchmarks/results/" + name + ", then commit the notebook")
                .isEqualTo(withoutPictures(COMMITTED));
    }

    private static String withoutPictures(Path notebook) throws IOException {
        return PNG.matcher(Files.readString(notebook)).replaceAll("\"image/png\": \"\"");
    }
}
