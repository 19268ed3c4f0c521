package io.github.eratosthenes.harness.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.harness.breakpoints.Edge.End;
import io.github.eratosthenes.harness.breakpoints.EdgeSearch.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeSearchTest {

    private static final double LIMIT = 29;
    private static final long HIGHEST = 2_147_483_646;

    /** A function that breaks where it is told to, and notes the tries. */
    private static final class Model implements Trial {
        private final LongFunction<Attempt> model;
        private final List<Long> tries = new ArrayList<>();
        private final List<Double> seconds = new ArrayList<>();

        Model(LongFunction<Attempt> model) {
            this.model = model;
        }

        @Override
        public Optional<Attempt> at(long value) {
            Attempt attempt = model.apply(value);
            tries.add(value);
            seconds.add(attempt.seconds());
            return Optional.of(attempt);
        }

        long slowTries() {
            return seconds.stream().filter(time -> time > 0.7 * LIMIT).count();
        }
    }

    private static Attempt attempt(double seconds, boolean heapSuffices) {
        if (!heapSuffices) {
            return new Attempt(false, false, 1, "HEAP_OOM");
        }
        return seconds < LIMIT
                ? new Attempt(true, false, seconds, "OK")
                : new Attempt(false, true, LIMIT, "GATEWAY_TIMEOUT");
    }

    private static Settings settings(long lowest, long start, long highest, @Nullable Long predicted, int most) {
        return new Settings(lowest, highest, start, predicted, LIMIT, 0.01, 0.06, 2, most);
    }

    private static long passing(Edge edge) {
        return Objects.requireNonNull(edge.passing(), "nothing passed");
    }

    private static long failing(Edge edge) {
        return Objects.requireNonNull(edge.failing(), "nothing failed");
    }

    private static Edge search(Settings settings, Model model) throws TroubleException {
        return new EdgeSearch(settings, model).run();
    }

    @ParameterizedTest
    @ValueSource(longs = {75_500_000, 76_900_000, 70_000_000, 40_000_000, 90_000_000, 2_500_000})
    void findsASharpEdgeNearItsPredictionOrNot(long edge) throws TroubleException {
        Model model = new Model(max -> attempt(max * 2e-7, max <= edge));
        Edge found = search(settings(1000, 1_000_000, HIGHEST, 76_900_000L, 40), model);
        assertThat(found.end()).isEqualTo(End.FOUND);
        assertThat(found.passing()).isNotNull().isLessThanOrEqualTo(edge);
        assertThat(found.failing()).isNotNull().isGreaterThan(edge);
        assertThat(model.tries)
                .as("%s", found)
                .hasSizeLessThan(25)
                .filteredOn(max -> max.equals(found.passing()))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat((double) (failing(found) - passing(found)) / passing(found)).isLessThanOrEqualTo(0.0101);
        assertThat(found.verdict()).isEqualTo("HEAP_OOM");
    }

    @ParameterizedTest
    @CsvSource({"0.07, 5", "0.0041, 5", "0.9, 5", "13, 1", "0.0002, 5"})
    void findsTheMostLoopsInFewSlowTries(double secondsPerLoop, long start) throws TroubleException {
        Model model = new Model(loops -> attempt(0.05 + loops * secondsPerLoop, true));
        Edge found = search(settings(1, start, Integer.MAX_VALUE, null, 40), model);
        double edge = (LIMIT - 0.05) / secondsPerLoop;
        assertThat(found.end()).isEqualTo(End.FOUND);
        assertThat((double) passing(found)).isLessThan(edge);
        assertThat((double) failing(found)).isGreaterThanOrEqualTo(edge);
        assertThat(found.slow()).isTrue();
        assertThat(model.slowTries()).as("%s", model.tries).isLessThanOrEqualTo(7);
    }

    /** Allows one slow try on either side of the edge. A slow try takes the whole limit; a short try before it shows how time grows. */
    @ParameterizedTest
    @CsvSource({"1.5e-8, 1.08", "2e-7, 1.02", "3e-9, 1.0", "1e-10, 1.15"})
    void oneSlowTryOnEitherSideIsEnoughWhereTimesRepeat(double factor, double exponent) throws TroubleException {
        Model model = new Model(max -> attempt(0.02 + factor * Math.pow((double) max, exponent), true));
        Settings settings = new Settings(1000, Long.MAX_VALUE / 4, 1_000_000, null, LIMIT, 0.01, 0.08, 1, 40);
        Edge found = search(settings, model);
        double edge = Math.pow((LIMIT - 0.02) / factor, 1 / exponent);
        assertThat((double) passing(found)).isBetween(edge / 1.081, edge);
        assertThat((double) failing(found)).isBetween(edge, edge * 1.081);
        assertThat((double) failing(found) / passing(found)).isLessThanOrEqualTo(1.0801);
        assertThat(model.slowTries()).as("%s", model.tries).isEqualTo(2);
        assertThat(model.tries).hasSizeLessThan(10);
    }

    @Test
    void findsWhereTimeRunsOutBeforeMemory() throws TroubleException {
        Model model = new Model(max -> attempt(1.5e-8 * Math.pow((double) max, 1.08), max < 600_000_000));
        Edge found = search(settings(1000, 1_000_000, HIGHEST, 615_000_000L, 40), model);
        assertThat(found.end()).isEqualTo(End.FOUND);
        assertThat(found.slow()).isTrue();
        assertThat(found.verdict()).isEqualTo("GATEWAY_TIMEOUT");
        assertThat(model.slowTries()).as("%s", model.tries).isLessThanOrEqualTo(7);
    }

    @Test
    void saysThatNothingFails() throws TroubleException {
        Model model = new Model(max -> attempt(1, true));
        Edge found = search(settings(1000, 1_000_000, HIGHEST, null, 40), model);
        assertThat(found).isEqualTo(new Edge(End.NOTHING_FAILS, HIGHEST, null, null, false));
    }

    @Test
    void saysThatNothingPasses() throws TroubleException {
        Model model = new Model(max -> attempt(1, false));
        Edge found = search(settings(1000, 1_000_000, HIGHEST, null, 40), model);
        assertThat(found.passing()).isNull();
        assertThat(found.failing()).isEqualTo(1000);
    }

    /** Moves the edge at random. Every try up to passing must have passed, and every try from failing on must have failed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void widensTheIntervalWhereTheEdgeIsFuzzy(long seed) throws TroubleException {
        SplittableRandom random = new SplittableRandom(seed);
        List<long[]> outcomes = new ArrayList<>();
        Model model = new Model(loops -> {
            Attempt attempt = attempt(loops * 0.07 * (0.94 + 0.12 * random.nextDouble()), true);
            outcomes.add(new long[] {loops, attempt.passed() ? 1 : 0});
            return attempt;
        });
        Edge found = search(settings(1, 5, Integer.MAX_VALUE, null, 60), model);
        assertThat(found.end()).isEqualTo(End.FOUND);
        assertThat(outcomes).allSatisfy(outcome -> {
            if (outcome[0] <= passing(found)) {
                assertThat(outcome[1]).isOne();
            }
            if (outcome[0] >= failing(found)) {
                assertThat(outcome[1]).isZero();
            }
        });
        assertThat(model.slowTries()).as("%s", model.tries).isLessThanOrEqualTo(14);
        assertThat(found.passing()).isBetween(360L, 440L);
        assertThat(found.failing()).isBetween(385L, 480L);
    }

    @Test
    void stopsWhenItMayTryNoMore() throws TroubleException {
        Model model = new Model(max -> attempt(max * 2e-7, max <= 40_000_000));
        Edge found = search(settings(1000, 1_000_000, HIGHEST, 76_900_000L, 4), model);
        assertThat(found.end()).isEqualTo(End.OUT_OF_BUDGET);
        assertThat(model.tries).hasSize(4);
    }

    @Test
    void findsTheEdgeOfMemoryWhereTimeDoesNotCount() throws TroubleException {
        Settings settings = new Settings(
                170_000_000, HIGHEST, 612_000_000, 615_000_000L, Double.POSITIVE_INFINITY, 0.01, 0.06, 2, 40);
        Model model = new Model(max ->
                max <= 600_000_000 ? new Attempt(true, false, 0, "OK") : new Attempt(false, false, 0, "HEAP_OOM"));
        Edge found = search(settings, model);
        assertThat(found.end()).isEqualTo(End.FOUND);
        assertThat(found.passing()).isBetween(594_000_000L, 600_000_000L);
        assertThat(model.tries).hasSizeLessThan(12);
    }
}
