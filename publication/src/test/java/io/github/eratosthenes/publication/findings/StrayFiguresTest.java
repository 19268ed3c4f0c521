package io.github.eratosthenes.publication.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every published figure is computed: none stands outside the markers of a finding. */
class StrayFiguresTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path DECISION = Path.of("docs/adr/0001-wheel-segment.md");
    private static final String RESULTS = "## Results";

    /** A figure that nobody measures, in one document. */
    private record Allowed(String document, Pattern figure, String reason) {

        static Allowed of(String line) {
            String[] fields = line.split(" \\| ", 3);
            assertThat(fields).as(line).hasSize(3);
            return new Allowed(fields[0], Pattern.compile(fields[1]), fields[2]);
        }
    }

    private static List<Allowed> allowed() throws IOException {
        try (InputStream lines = Objects.requireNonNull(
                StrayFiguresTest.class.getResourceAsStream("allowed-figures.txt"), "allowed-figures.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Allowed::of)
                    .toList();
        }
    }

    private static Predicate<String> allowed(String document) throws IOException {
        List<Allowed> all = allowed();
        return figure -> all.stream()
                .anyMatch(allowed -> allowed.document().equals(document)
                        && allowed.figure().matcher(figure).matches());
    }

    static Stream<String> documents() throws IOException {
        return Documents.all(PROJECT).stream()
                .filter(document -> document.endsWith("README.md"))
                .map(document -> PROJECT.relativize(document).toString());
    }

    @Test
    void theReadmesOfAllModulesAreSearched() throws IOException {
        assertThat(documents()).contains("README.md", "benchmarks/README.md", "harness/README.md", "core/README.md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aReadmeHasNoMeasuredFigureOutsideItsFindings(String document) throws IOException {
        assertThat(StrayFigures.in(Files.readString(PROJECT.resolve(document)), allowed(document)))
                .as(
                        "%s: compute a measured figure in a finding, or list it in allowed-figures.txt with a reason",
                        document)
                .isEmpty();
    }

    /** Searches the results section of a decision. The rest of the page is a dated log, which nobody measures again. */
    @Test
    void theResultsOfADecisionAreComputed() throws IOException {
        String text = Files.readString(PROJECT.resolve(DECISION));
        int begin = text.indexOf(RESULTS);

        assertThat(begin).isPositive();
        String results = text.substring(begin, text.indexOf("\n## ", begin + 1));
        assertThat(MarkedText.names(results)).isNotEmpty();
        assertThat(StrayFigures.in(results, figure -> false)).isEmpty();
    }

    @Test
    void everyAllowedFigureHasAReason() throws IOException {
        assertThat(allowed())
                .isNotEmpty()
                .allSatisfy(allowed -> assertThat(allowed.reason()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It takes 1.25 [1.08, 1.45] of the time.",
                "It takes [0.9,1.1] of it.",
                "It counts them in 8.5 ms.",
                "| `wheel` | 66 ms |",
                "It takes 0.5 s there.",
                "It is 3 times as long.",
                "It needs 100 MB, not 12.",
                "It needs 53 KB.",
                "It stops at 5.7 billion.",
                "It stops at 74 million.",
                "A call costs $8.73.",
                "It loses 14 %.",
                "It loses 14%.",
                "The ratio is 0.75",
                "The ratio is 0.75.",
                "(0.98 of it)",
                "A miss costs 46 ns more.",
                "It takes 18 minutes.",
                "This is the fastest sieve.",
                "`bitset` is slower than `boolean-array`.",
                "They are level with each other."
            })
    void findsAPlantedFigureOrClaim(String planted) {
        String document = "# Title\n\nWords without a figure.\n" + planted + "\n";

        assertThat(StrayFigures.in(document, figure -> false))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).startsWith("line 4: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All numbers up to 10^9 and [10^12, +10^9], with -Dload.args=\"--conc=1\"",
                "JDK 25.0.3 on 2026-11-23, 40 cells, port 3000, version 1.9.3",
                "n / 16 and 2^63 − 1, Bays and Hudson, BIT 17 (1977) 121–127"
            })
    void letsLimitsDatesAndVersionsPass(String text) {
        assertThat(StrayFigures.in(text, figure -> false)).isEmpty();
    }

    @Test
    void letsAFigureBetweenMarkersPassAndNoneAfterThem() {
        String document = """
                <!-- findings: study-machine -->
                It takes 8.5 ms.
                <!-- end of findings -->
                It takes 8.6 ms.
                """;

        assertThat(StrayFigures.in(document, figure -> false)).containsExactly("line 4: 8.6 ms");
    }
}
