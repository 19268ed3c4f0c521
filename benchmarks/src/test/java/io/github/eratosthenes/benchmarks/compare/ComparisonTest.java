package io.github.eratosthenes.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.eratosthenes.results.files.Measurement;
import io.github.eratosthenes.results.files.Measurement.Conduct;
import io.github.eratosthenes.results.files.RulerReadings;
import io.github.eratosthenes.results.statistics.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results of forty cells and a ruler, with a slowdown planted in one cell, on machines that move between the two. */
class ComparisonTest {

    private static final int CELLS = 40;
    private static final int PLANTED = 17;
    private static final double THRESHOLD = 0.02;
    private static final Conduct CONDUCT = new Conduct("org.x", "avgt", 1);

    /** A study: how many rounds, by how much they vary, and by how much the machine slows the ruler and the cells. */
    private record Study(int rounds, double deviation, double ruler, double cells, double planted) {

        private static Study of(int rounds, double deviation) {
            return new Study(rounds, deviation, 1, 1, 1);
        }

        private Study planted(double factor) {
            return new Study(rounds, deviation, ruler, cells, factor);
        }

        private Study machine(double onRuler, double onCells) {
            return new Study(rounds, deviation, onRuler, onCells, planted);
        }

        private List<Measurement> results(long seed) {
            Random random = new Random(seed);
            List<Measurement> results = new ArrayList<>();
            RulerReadings readings = new RulerReadings(Map.of(RulerReadings.MEMORY, rounds(random, 5 * ruler)));
            for (int cell = 0; cell < CELLS; cell++) {
                double mean = (1 + cell) * cells * (cell == PLANTED ? planted : 1);
                results.add(measurement(
                        "SieveBenchmark.sieve",
                        Map.of("jdk", "17", "tier", "C2", "strategy", "bitset", "max", String.valueOf(cell)),
                        rounds(random, mean),
                        cell == 0 ? readings : RulerReadings.NONE));
            }
            return results;
        }

        private List<List<Double>> rounds(Random random, double mean) {
            return IntStream.range(0, rounds)
                    .mapToObj(round -> List.of(mean * Math.exp(random.nextGaussian() * deviation)))
                    .toList();
        }

        /** Returns the comparison with a study of the same kind where nothing was planted and nothing moved. */
        private Comparison against(Study baseline, int seed) {
            return Comparison.of(baseline.results(seed), results(1_000_000L + seed), THRESHOLD);
        }
    }

    @Test
    void aPlantedFivePercentIsFoundNineTimesInTen() {
        Study steady = Study.of(10, 0.01);
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            Comparison comparison = steady.planted(1.05).against(steady, seed);

            assertThat(verdicts(comparison, Verdict.FASTER)).isEmpty();
            assertThat(verdicts(comparison, Verdict.SLOWER)).isSubsetOf(String.valueOf(PLANTED));
            found += comparison.regressed() ? 1 : 0;
        }
        assertThat(found).isBetween(180, 188);
    }

    @ParameterizedTest
    @CsvSource({"10, 0.01", "5, 0.03", "30, 0.002"})
    void aPlantedHalfPercentIsNotClaimed(int rounds, double deviation) {
        Study study = Study.of(rounds, deviation);

        assertThat(studiesWithAClaim(study.planted(1.005), study)).isLessThanOrEqualTo(1);
    }

    /** Changes the ruler's time, and all, half or none of the cells' time with it. The code has not changed. */
    @ParameterizedTest
    @CsvSource({
        "5, 0.03, 1.00, 1.00",
        "5, 0.03, 1.08, 1.08",
        "5, 0.03, 1.08, 1.04",
        "5, 0.03, 1.08, 1.00",
        "5, 0.03, 0.92, 1.00",
        "10, 0.01, 1.08, 1.08",
        "10, 0.01, 0.92, 1.00",
        "10, 0.002, 1.08, 1.04"
    })
    void aChangeOfTheMachineIsNotTakenForOneOfTheCode(int rounds, double deviation, double ruler, double cells) {
        Study study = Study.of(rounds, deviation);

        assertThat(studiesWithAClaim(study.machine(ruler, cells), study)).isLessThanOrEqualTo(STUDIES / 20);
    }

    private static final int STUDIES = 300;

    private static long studiesWithAClaim(Study candidate, Study baseline) {
        return IntStream.range(0, STUDIES)
                .mapToObj(seed -> candidate.against(baseline, seed))
                .filter(comparison -> comparison.cells().stream()
                        .anyMatch(cell -> cell.verdict().isClaim()))
                .count();
    }

    /** Slows a cell by 4 % while the machine slows down, too. That must not count as the same time. */
    @Test
    void aMovedMachineMakesNothingTheSame() {
        Study precise = Study.of(10, 0.001);

        Comparison comparison = precise.machine(1.08, 1.04).against(precise, 1);

        assertThat(verdicts(comparison, Verdict.UNCLEAR)).hasSize(CELLS);
        assertThat(verdicts(precise.against(precise, 1), Verdict.SAME)).hasSize(CELLS);
    }

    @Test
    void cellsThatOneSideLacksAreNamed() {
        Study study = Study.of(5, 0.01);

        Comparison comparison = Comparison.of(study.results(1), study.results(2).subList(0, CELLS - 1), THRESHOLD);

        assertThat(comparison.onlyInBaseline())
                .extracting(Measurement::label)
                .containsExactly("bitset max=39 jdk=17 tier=C2");
        assertThat(comparison.onlyInCandidate()).isEmpty();
    }

    @Test
    void resultsWithNothingInCommonAreRejected() {
        List<Measurement> results = Study.of(5, 0.01).results(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(results.subList(0, 5), results.subList(5, 9), THRESHOLD))
                .withMessageContaining("no cell in common");
    }

    @Test
    void oneRoundIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Study.of(1, 0.01).against(Study.of(5, 0.01), 1))
                .withMessageContaining("has 1 round")
                .withMessageContaining("at least 2");
    }

    @ParameterizedTest
    @CsvSource({"ops/ms, ops/ms", "ms/op, us/op"})
    void unitsThatDoNotMatchAreRejected(String before, String after) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(List.of(inUnit(before)), List.of(inUnit(after)), THRESHOLD))
                .withMessageContaining("in " + before + " and in " + after);
    }

    @Test
    void aCellThatIsTwiceInOneResultIsRejected() {
        List<Measurement> twice = List.of(inUnit("ms/op"), inUnit("ops/ms"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(twice, twice, THRESHOLD))
                .withMessageContaining("twice");
    }

    private static Measurement inUnit(String unit) {
        return new Measurement("X.y", Map.of(), CONDUCT, unit, List.of(List.of(1.0), List.of(2.0)), List.of());
    }

    private static List<String> verdicts(Comparison comparison, Verdict verdict) {
        return comparison.cells().stream()
                .filter(cell -> cell.verdict() == verdict)
                .map(cell -> String.valueOf(cell.baseline().parameter("max")))
                .toList();
    }

    private static Measurement measurement(
            String benchmark, Map<String, String> parameters, List<List<Double>> scores, RulerReadings rulers) {
        return new Measurement(benchmark, parameters, CONDUCT, "ms/op", scores, List.of(), rulers);
    }
}
