package io.github.eratosthenes.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {

    @Test
    void runsTwiceAlikeAndShowsItsCharts(@TempDir Path folder) throws IOException {
        Tools.node();
        Tools.require(Program.JUPYTER.advice(), Program.JUPYTER.name());
        Path notebook = Files.copy(Path.of("analysis.ipynb"), folder.resolve("analysis.ipynb"));
        Web.install(Tools.work());

        run(notebook);
        String once = Files.readString(notebook);
        run(notebook);

        assertThat(Files.readString(notebook)).isEqualTo(once);
        JsonNode cells = new ObjectMapper().readTree(once).path("cells");
        assertThat(cells.findValues("image/svg+xml")).hasSize(6);
        assertThat(cells.findValuesAsText("output_type")).doesNotContain("error", "stream");
    }

    private static void run(Path notebook) throws IOException {
        Notebook.run(notebook, Fixture.JDKS.toAbsolutePath().toString(), Tools.work());
    }
}
