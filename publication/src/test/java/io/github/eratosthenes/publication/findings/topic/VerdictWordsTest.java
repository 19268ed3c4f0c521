package io.github.eratosthenes.publication.findings.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.page.Fixture;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.Setting;
import io.github.eratosthenes.page.data.Study.Sieving;
import io.github.eratosthenes.page.data.Study.View;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A sentence that the data do not prove cannot be written. */
class VerdictWordsTest {

    private static final Path SOURCES = Path.of("src/main/java/io/github/eratosthenes/publication/findings");

    private static final Pattern WORDS =
            Pattern.compile("\\b(?:faste[rs]t?|slowe[rs]t?|quicke[rs]t?|level with|beats|wins|loses|outruns)\\b");

    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private static final double[] STEADY = {1.0, 1.0001, 0.9999, 1.0};
    private static final double[] HALF = {0.5, 0.50005, 0.49995, 0.5};
    private static final double[] NOISE = {0.5, 2.0, 0.7, 1.5};

    private static String sentence(double[] candidate) {
        Ratio ratio = Ratio.independent(candidate, STEADY, Interval.CONFIDENCE);
        return new Comparison(
                        "A", "B", "", List.of(new Comparison.At("10⁶", ratio, Verdict.of(ratio, Verdict.THRESHOLD))))
                .statement()
                .text();
    }

    @Test
    void claimsADifferenceOnlyWhereTheWholeIntervalShowsIt() {
        assertThat(sentence(HALF)).startsWith("A is faster than B at 10⁶ (0.500 [");
        assertThat(sentence(STEADY)).startsWith("A is level with B at 10⁶ (1.000 [");
        assertThat(sentence(NOISE))
                .startsWith("No difference between A and B is proven at 10⁶ (")
                .doesNotContainPattern(WORDS);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"FASTER", "SLOWER", "SAME"})
    void hasNoWordForADifferenceThatIsNotProven(Verdict verdict) {
        assertThat(VerdictWords.between("A", "B", verdict)).doesNotContainPattern(WORDS);
        assertThat(VerdictWords.counted(2, verdict)).doesNotContainPattern(WORDS);
        assertThat(VerdictWords.lead("A", List.of(Verdict.SLOWER, verdict))).doesNotContainPattern(WORDS);
    }

    @Test
    void callsFastestOnlyWhatEveryOtherIsSlowerThan() {
        assertThat(VerdictWords.lead("A", List.of(Verdict.SLOWER, Verdict.SLOWER)))
                .isEqualTo("A is the fastest");
        assertThat(VerdictWords.lead("A", List.of(Verdict.SLOWER, Verdict.SAME)))
                .doesNotContainPattern(WORDS);
        assertThat(VerdictWords.lead("A", List.of())).doesNotContainPattern(WORDS);
    }

    /** Reads a hasty study of three strategies, two JDKs and two compilers, in which some verdicts are unclear. */
    @Test
    void findingsOnAStudyWithUnclearVerdictsClaimOnlyWhatIsClear() throws IOException {
        Study study = ResultData.read(Fixture.STRATEGIES).study().orElseThrow();
        View view = study.views().get(0);
        int unclear = 0;
        for (String one : study.strategies()) {
            for (String other : study.strategies()) {
                Comparison comparison = Comparison.ofStrategies(study, view, one, other);
                if (!one.equals(other) && !comparison.places().isEmpty()) {
                    boolean clear = comparison.places().stream()
                            .anyMatch(at -> at.verdict().isClaim() || at.verdict() == Verdict.SAME);
                    unclear += clear ? 0 : 1;
                    assertThat(WORDS.matcher(comparison.statement().text()).find())
                            .as(comparison.statement().text())
                            .isEqualTo(clear);
                }
            }
        }
        assertThat(unclear).as("pairs that nothing is claimed of").isPositive();
    }

    @Test
    void aVerdictIsTheStudysOwn() throws IOException {
        Study study = ResultData.read(Fixture.STRATEGIES).study().orElseThrow();
        View view = study.views().get(0);
        long max = study.maxima(view).get(0);
        Sieving one = study.cell("bitset", Setting.of(view, max)).orElseThrow();
        Sieving other = study.cell("boolean-array", Setting.of(view, max)).orElseThrow();

        assertThat(Comparison.ofStrategies(study, view, "bitset", "boolean-array")
                        .places()
                        .get(0)
                        .verdict())
                .isEqualTo(study.compare(one, other).verdict());
    }

    /** Searches all other classes: one that has such a word in a text could write it without a verdict. */
    @Test
    void noOtherClassHasTheWords() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(SOURCES).filter(Files::isRegularFile)) {
            for (Path source : sources.toList()) {
                if (!source.endsWith("VerdictWords.java")) {
                    found.addAll(literals(Files.readString(source)));
                }
            }
        }

        assertThat(found).isEmpty();
        assertThat(literals(Files.readString(SOURCES.resolve("topic/VerdictWords.java"))))
                .isNotEmpty();
        assertThat(literals("String planted = \"the fastest of all\";")).containsExactly("\"the fastest of all\"");
    }

    private static List<String> literals(String source) {
        List<String> found = new ArrayList<>();
        Matcher literal = LITERAL.matcher(source);
        while (literal.find()) {
            if (WORDS.matcher(literal.group()).find()) {
                found.add(literal.group());
            }
        }
        return found;
    }
}
