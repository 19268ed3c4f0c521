package io.github.eratosthenes.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {

    private static final Path COMMITTED = Path.of("analysis.ipynb");
    private static final Path RESULTS = Path.of("../benchmarks/results");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void needsJupyterAndNode() {
        Tools.require(Program.JUPYTER.advice(), Program.JUPYTER.name());
        Tools.web();
    }

    /** Runs a copy of the committed notebook. */
    private Path run(Path results) throws IOException {
        Path notebook = Files.copy(COMMITTED, folder.resolve("analysis.ipynb"));
        Notebook.run(notebook, results, Tools.work());
        return notebook;
    }

    @Test
    void showsSentencesAndCharts() throws IOException {
        String text = Files.readString(run(Fixture.withEndpoint(Fixture.JDKS, folder)));

        JsonNode cells = JSON.readTree(text).path("cells");
        assertThat(cells.findValues("image/svg+xml")).hasSize(11);
        assertThat(cells.findValuesAsText("output_type")).doesNotContain("error", "stream");
        assertThat(text)
                .contains("128 MB: memory breaks first for boolean-array, above max 71,680,000")
                .contains("to 1e6: wheel-segment takes 2.000 [")
                .contains("a million calls cost least at 128 MB")
                .doesNotContain(System.getProperty("java.version"));
    }

    /** The notebook as committed is what it becomes on the same data; one without outputs has not been run yet. */
    @Test
    void aRerunOfTheCommittedNotebookChangesNothing() throws IOException {
        JsonNode first = JSON.readTree(COMMITTED.toFile()).findPath("text/plain");
        if (first.isMissingNode()) {
            return;
        }
        Path results = RESULTS.resolve(first.get(0).asText().replaceFirst("(?s):.*", ""));

        assertThat(Files.readString(run(results)))
                .as("run ./mvnw -Pnotebook -Dcharts.results=benchmarks/results/" + results.getFileName()
                        + ", then commit the notebook")
                .isEqualTo(Files.readString(COMMITTED));
    }
}
