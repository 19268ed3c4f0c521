package io.github.eratosthenes.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.eratosthenes.benchmarks.results.Measurement;
import io.github.eratosthenes.benchmarks.statistics.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Results of forty cells in ten rounds each, whose rounds vary by 1 %, with a slowdown planted in one cell. */
class ComparisonTest {

    private static final int CELLS = 40;
    private static final int PLANTED = 17;
    private static final int ROUNDS = 10;
    private static final double ROUND_DEVIATION = 0.01;
    private static final double THRESHOLD = 0.02;

    @Test
    void aPlantedFivePercentIsFoundAndNothingElseIsClaimed() {
        for (int seed = 0; seed < 50; seed++) {
            Comparison comparison = Comparison.of(results(seed, 1, 1), results(1_000 + seed, 1.05, 1), THRESHOLD);

            assertThat(comparison.regressed()).as("seed %d", seed).isTrue();
            assertThat(verdicts(comparison, Verdict.SLOWER)).containsExactly(String.valueOf(PLANTED));
            assertThat(verdicts(comparison, Verdict.FASTER)).isEmpty();
        }
    }

    @Test
    void aPlantedHalfPercentIsNotClaimed() {
        for (int seed = 0; seed < 50; seed++) {
            Comparison comparison = Comparison.of(results(seed, 1, 1), results(1_000 + seed, 1.005, 1), THRESHOLD);

            assertThat(comparison.regressed()).as("seed %d", seed).isFalse();
        }
    }

    @Test
    void aSlowerMachineIsNotTakenForSlowerCode() {
        Comparison comparison = Comparison.of(results(1, 1, 1), results(2, 1, 1.08), THRESHOLD);

        assertThat(comparison.regressed()).isFalse();
        assertThat(comparison.rulers())
                .singleElement()
                .satisfies(ruler ->
                        assertThat(ruler.ratio().interval().excludes(1)).isTrue());
    }

    @Test
    void cellsThatOneSideLacksAreNamed() {
        List<Measurement> baseline = results(1, 1, 1);
        List<Measurement> candidate = results(2, 1, 1).subList(0, CELLS);

        Comparison comparison = Comparison.of(baseline, candidate, THRESHOLD);

        assertThat(comparison.onlyInBaseline()).containsExactly("bitset jdk=17 max=39 tier=C2");
        assertThat(comparison.onlyInCandidate()).isEmpty();
    }

    @Test
    void resultsWithNothingInCommonAreRejected() {
        List<Measurement> results = results(1, 1, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(results.subList(1, 5), results.subList(5, 9), THRESHOLD))
                .withMessageContaining("no cell in common");
    }

    private static List<String> verdicts(Comparison comparison, Verdict verdict) {
        return comparison.cells().stream()
                .filter(cell -> cell.verdict() == verdict)
                .map(cell -> String.valueOf(cell.baseline().parameter("max")))
                .toList();
    }

    private static List<Measurement> results(long seed, double planted, double machine) {
        Random random = new Random(seed);
        List<Measurement> results = new ArrayList<>();
        results.add(
                measurement("RulerBenchmark.kernel", Map.of("jdk", "17", "tier", "C2"), rounds(random, 5 * machine)));
        for (int cell = 0; cell < CELLS; cell++) {
            double factor = machine * (cell == PLANTED ? planted : 1);
            results.add(measurement(
                    "SieveBenchmark.sieve",
                    Map.of("jdk", "17", "tier", "C2", "strategy", "bitset", "max", String.valueOf(cell)),
                    rounds(random, (1 + cell) * factor)));
        }
        return results;
    }

    private static Measurement measurement(
            String benchmark, Map<String, String> parameters, List<List<Double>> scores) {
        return new Measurement(benchmark, parameters, "ms/op", scores, List.of());
    }

    private static List<List<Double>> rounds(Random random, double mean) {
        List<List<Double>> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(List.of(mean * Math.exp(random.nextGaussian() * ROUND_DEVIATION)));
        }
        return rounds;
    }
}
