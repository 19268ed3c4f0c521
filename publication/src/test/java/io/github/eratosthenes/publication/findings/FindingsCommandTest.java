package io.github.eratosthenes.publication.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.publication.findings.topic.PublicationFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FindingsCommandTest {

    private static final String BEGIN = "# Title\n<!-- findings: study-bitset -->\n";
    private static final String END = "<!-- end of findings -->\nThe rest.\n";

    @TempDir
    private Path project = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream systemOut = System.out;
    private final PrintStream systemErr = System.err;

    @BeforeEach
    void captureOutput() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void releaseOutput() {
        System.setOut(systemOut);
        System.setErr(systemErr);
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "--project=" + project;
        System.arraycopy(options, 0, arguments, 1, options.length);
        return new CommandLine(new FindingsCommand()).execute(arguments);
    }

    private Path document(String text) throws IOException {
        return Files.writeString(
                Files.createDirectories(project.resolve("module")).resolve("README.md"), text);
    }

    @Test
    void writesTheFindingsOnceAndThenChangesNothing() throws IOException {
        PublicationFixture.write(project.resolve("benchmarks/results"), "2026-12-01-one");
        Path document = document(BEGIN + END);

        assertThat(run("--check")).isEqualTo(1);
        assertThat(document).hasContent(BEGIN + END);
        assertThat(run()).isZero();
        String written = Files.readString(document);
        assertThat(written).startsWith(BEGIN).endsWith(END).contains("`bitset`");
        assertThat(run()).isZero();
        assertThat(document).hasContent(written);
        assertThat(run("--check")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Newest publication: 2026-12-01-one", "Written: ", "All findings are up to date.");
    }

    @Test
    void withoutAPublicationNamesTheCommandAndKeepsNoStaleFigure() throws IOException {
        Path document = document(BEGIN + "It takes 1.25 [1.08, 1.45] of the time.\n" + END);

        assertThat(run()).isZero();

        assertThat(document)
                .content()
                .contains("Not measured yet. `./mvnw -Ppublication")
                .doesNotContain("1.25");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("No publication in ");
    }

    @Test
    void namesTheDocumentAndTheLineOfAWrongMarkerAndWritesNothing() throws IOException {
        Path document = document(BEGIN);
        Path other = Files.writeString(project.resolve("A.md"), BEGIN + END);

        assertThat(run()).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("findings: " + document + ": line 3: the finding 'study-bitset' does not end");
        assertThat(other).hasContent(BEGIN + END);
    }

    @Test
    void rejectsAnUnknownFinding() throws IOException {
        Path document = document("<!-- findings: study-bitsets -->\n" + END);

        assertThat(run()).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("findings: " + document + ": unknown finding 'study-bitsets'; there are ")
                .hasLineCount(1);
    }

    @Test
    void rejectsADamagedPartByItsName() throws IOException {
        Path publication = PublicationFixture.write(project.resolve("benchmarks/results"), "2026-12-01-one");
        Files.writeString(publication.resolve("study/study.json"), "{");
        Path document = document(BEGIN + END);

        assertThat(run()).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("findings: ")
                .contains("study.json")
                .hasLineCount(1);
        assertThat(document).hasContent(BEGIN + END);
    }

    @Test
    void rejectsAProjectThatIsNoFolder() {
        assertThat(new CommandLine(new FindingsCommand()).execute("--project=" + project.resolve("absent")))
                .isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("absent is no folder")
                .hasLineCount(1);
    }
}
