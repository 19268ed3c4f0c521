package io.github.eratosthenes.publication.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.publication.findings.topic.Publication;
import io.github.eratosthenes.publication.findings.topic.PublicationFixture;
import io.github.eratosthenes.publication.findings.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FindingsTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final String NOT_MEASURED = "Not measured yet.";

    @TempDir
    private static Path shared = Path.of("");

    /** Read once for all topics: it has thousands of figures. */
    private static List<Publication> complete = List.of();

    private static List<Publication> committed = List.of();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void readPublications() throws IOException {
        PublicationFixture.write(shared, "2026-12-01-one");
        complete = Publication.all(shared);
        committed = Publication.all(PROJECT.resolve("benchmarks/results"));
    }

    static Stream<Path> documents() throws IOException {
        return Documents.all(PROJECT).stream();
    }

    /** Computes the findings again from the committed publications. */
    @ParameterizedTest
    @MethodSource("documents")
    void aRerunOnTheCommittedPublicationsChangesNothing(Path document) throws IOException {
        assertThat(Documents.rewritten(document, new Findings(committed, PROJECT)))
                .as("run ./mvnw -Pfindings, then commit %s", document.getFileName())
                .isEqualTo(Files.readString(document));
    }

    @Test
    void everyFindingStandsInADocument() throws IOException {
        assertThat(documents().flatMap(FindingsTest::names))
                .containsAll(Arrays.stream(Topic.values()).map(Topic::id).toList());
    }

    private static Stream<String> names(Path document) {
        try {
            return MarkedText.names(Files.readString(document)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isComputedFromACompletePublication(Topic topic) throws IOException {
        assertThat(markdown(complete, topic))
                .isNotBlank()
                .doesNotContain(NOT_MEASURED, "NaN", "null", "Infinity", "Optional");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheCommandThatMeasuresAMissingPart(Topic topic) throws IOException {
        Map<String, ResultData> parts = new HashMap<>(complete.get(0).parts());
        parts.remove(topic.parts().get(0));

        assertThat(markdown(List.of(new Publication(shared, parts)), topic))
                .startsWith(NOT_MEASURED)
                .contains("./mvnw -Ppublication -Dpublication.args=\"--resume=" + shared.getFileName() + " --parts="
                        + topic.parts().get(0) + ",findings\"");
        assertThat(markdown(List.of(), topic))
                .startsWith(NOT_MEASURED)
                .contains("./mvnw -Ppublication -Dpublication.args=\"--parts=" + String.join(",", topic.parts())
                        + ",findings\"");
    }

    @Test
    void takesTheFiguresOfTheNewestPublicationThatHasThePart() throws IOException {
        Path newest = PublicationFixture.write(folder, "2026-12-02-two");
        PublicationFixture.write(folder, "2026-12-01-one");

        assertThat(markdown(Topic.STUDY_MACHINE))
                .contains("2026-12-02-two/study")
                .doesNotContain("2026-12-01-one");
        Files.createDirectories(newest.resolve("study/unfinished"));
        assertThat(markdown(Topic.STUDY_MACHINE))
                .contains("2026-12-01-one/study")
                .doesNotContain("2026-12-02-two");
    }

    @Test
    void saysOnWhichOtherPublicationAClaimHolds() throws IOException {
        PublicationFixture.write(folder, "2026-12-02-two");
        Path other = PublicationFixture.write(folder, "2026-12-01-one");

        assertThat(flat(Topic.STUDY_BITSET)).contains("(This holds on `2026-12-01-one` too.)");

        replace(other.resolve("study/jmh.json"), "\"bitset\"", "\"odds-only-2\"");
        replace(other.resolve("study/study.json"), "\"bitset\"", "\"odds-only-2\"");
        assertThat(flat(Topic.STUDY_BITSET)).contains("(`2026-12-01-one` has not measured this.)");
    }

    @Test
    void saysHowManyClaimsDifferOnAnotherPublication() throws IOException {
        PublicationFixture.write(folder, "2026-12-02-two");
        Path other = PublicationFixture.write(folder, "2026-12-01-one");
        replace(other.resolve("breakpoints-reserved/breakpoints.json"), "\"BROKE\"", "\"STOPPED_BY_BUDGET\"");

        assertThat(flat(Topic.FRONT_LIMIT)).contains("(`2026-12-01-one` gives the same answer in 1 of these 2 cases.)");
    }

    @Test
    void rejectsAnUnknownFindingWithAListOfAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Topic.ofId("study-fast"))
                .withMessageStartingWith("unknown finding 'study-fast'; there are front-limits-picture, ");
    }

    private String flat(Topic topic) throws IOException {
        return markdown(topic).replaceAll("\\s+", " ");
    }

    private String markdown(Topic topic) throws IOException {
        return markdown(Publication.all(folder), topic);
    }

    private String markdown(List<Publication> publications, Topic topic) throws IOException {
        return new Findings(publications, folder).markdown(topic, folder.resolve("README.md"));
    }

    private static void replace(Path file, String old, String text) throws IOException {
        String content = Files.readString(file);
        assertThat(content).contains(old);
        Files.writeString(file, content.replace(old, text));
    }

    @Test
    void linksAreRelativeToTheDocument() throws IOException {
        PublicationFixture.write(folder.resolve("benchmarks/results"), "2026-12-01-one");
        Findings findings = new Findings(Publication.all(folder.resolve("benchmarks/results")), folder);

        for (String document : List.of("README.md", "benchmarks/README.md", "docs/adr/0001.md")) {
            String text = findings.markdown(Topic.STUDY_MACHINE, folder.resolve(document))
                    .replaceAll("\\s+", " ");
            String link = text.replaceFirst(".*?\\]\\(", "").replaceFirst("\\).*", "");
            assertThat(folder.resolve(document).resolveSibling(link).normalize())
                    .as(document)
                    .isEqualTo(folder.resolve("benchmarks/results/2026-12-01-one/study"));
        }
    }
}
