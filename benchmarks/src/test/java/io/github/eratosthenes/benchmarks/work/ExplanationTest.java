package io.github.eratosthenes.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import io.github.eratosthenes.results.files.ExplanationFile;
import io.github.eratosthenes.results.files.ExplanationFile.Cell;
import io.github.eratosthenes.results.files.ExplanationFile.Fit;
import io.github.eratosthenes.results.files.ExplanationFile.Pair;
import io.github.eratosthenes.results.files.ExplanationFile.PairCount;
import io.github.eratosthenes.results.files.ExplanationFile.Price;
import io.github.eratosthenes.results.files.ExplanationFile.StrategyFit;
import io.github.eratosthenes.results.files.WorkFile.Work;
import io.github.eratosthenes.results.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final CostModel KNOWN = new CostModel(Map.of(
            Cost.ACCESS,
            0.5,
            Cost.WAITING_READ,
            1.5,
            Cost.LEVEL_2_MISS,
            4.0,
            Cost.BRANCH,
            0.25,
            Cost.WRONG_BRANCH,
            5.0));

    /** Reads and writes, the reads that wait, misses of both levels, branches and wrong ones. */
    private static Work work(String strategy, long max, double... perNumber) {
        long[] counts = Arrays.stream(perNumber)
                .mapToLong(count -> Math.round(count * max))
                .toArray();
        return new Work(
                strategy, max, 1, counts[0], counts[2], counts[1], counts[1], 0, 0, counts[3], counts[4], 0, 0, 0, 0, 0,
                counts[5], counts[6]);
    }

    private static TimedWork timed(Work work, double nanos) {
        return new TimedWork(work, 1, new Interval(nanos * 0.9, nanos, nanos * 1.1));
    }

    /** Cells whose times are what the known prices make of them, but for one strategy's that are twice as long. */
    private static List<TimedWork> cells(String twiceAsLong) {
        List<TimedWork> cells = new ArrayList<>();
        for (long max : List.of(1_000L, 10_000L, 100_000L)) {
            for (Work work : List.of(
                    work("boolean-array", max, 1, 2, 0, 0.5, 0.3, 2, 0),
                    work("bitset", max, 2, 2, 1, 0.25, 0, 4, 0.01),
                    work("odds-only", max, 2, 1, 0.5, 0.25, 0, 2, 0.1),
                    work("linear", max, 2, 2, 0, 0.25, 0, 1, 0),
                    work("pritchard", max, 2, 2, 0, 0.25, 0, 1, 0),
                    work("wheel-segment", max, 2, 2, 0, 0.25, 0, 1, 0),
                    work("sundaram", max, 3, 1, 0, 1, 0.5, 1, 0.2),
                    work("segmented", max, 1, 1, 0, 0, 0, 9, 0),
                    work("wheel", max, 0.33, 0.25, 0.2, 0.01, 0.005, 0.1, 0.3))) {
                double nanos = Arrays.stream(Cost.values())
                        .mapToDouble(cost -> KNOWN.nanos(cost) * cost.count(work))
                        .sum();
                cells.add(timed(work, work.strategy().equals(twiceAsLong) ? 2 * nanos : nanos));
            }
        }
        return cells;
    }

    @Test
    void thePricesThatMadeTheTimesAreFound() {
        CostModel fitted = CostModel.fit(cells("none"));

        assertThat(Cost.values())
                .allSatisfy(cost ->
                        assertThat(fitted.nanos(cost)).as(cost.label()).isCloseTo(KNOWN.nanos(cost), offset(0.1)));
    }

    @Test
    void noCostIsBelowZero() {
        List<TimedWork> cells = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            cells.add(timed(work("bitset", 100, 1, 1, 0, 0.1 * i, 0.01 * i, 0, 0), 1_000.0 - 100 * i));
        }

        CostModel fitted = CostModel.fit(cells);

        assertThat(fitted.nanos(Cost.LEVEL_1_MISS)).isZero();
        assertThat(fitted.nanos(Cost.LEVEL_2_MISS)).isZero();
    }

    @Test
    void aWrongBranchCostsWhatProcessorsLoseByOne() {
        List<TimedWork> dear = new ArrayList<>();
        List<TimedWork> cheap = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            Work work = work("bitset", 1_000, 0, 0, 0, 0, 0, 0, 0.1 * i);
            dear.add(timed(work, 100_000.0 * i));
            cheap.add(timed(work, 10));
        }

        assertThat(CostModel.fit(dear).nanos(Cost.WRONG_BRANCH)).isEqualTo(8);
        assertThat(CostModel.fit(cheap).nanos(Cost.WRONG_BRANCH)).isEqualTo(3);
    }

    @Test
    void timesOfSeveralThreadsAreNotExplainedByCountsOfOne() {
        assertThat(TimedWork.isOfOneThread(work("parallel", 10_000_000, 1, 1, 0, 0, 0, 0, 0)))
                .isTrue();
        assertThat(TimedWork.isOfOneThread(work("parallel", 100_000_000, 1, 1, 0, 0, 0, 0, 0)))
                .isFalse();
        assertThat(TimedWork.isOfOneThread(work("wheel-segment", 100_000_000, 1, 1, 0, 0, 0, 0, 0)))
                .isTrue();
    }

    @Test
    void twiceAndHalfTheTimeAreTheSameError() {
        Work work = work("bitset", 10, 2, 2, 0, 0, 0, 0, 0);

        assertThat(KNOWN.error(timed(work, 40))).isEqualTo(2);
        assertThat(KNOWN.error(timed(work, 10))).isEqualTo(2);
        assertThat(KNOWN.ratio(timed(work, 40))).isEqualTo(0.5);
    }

    @Test
    void fewerCellsThanCostsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Explanation(cells("none").subList(0, 3)))
                .withMessageContaining("3 cells have a time and counts; a fit of 9 costs needs");
    }

    @Test
    void theWorstCellIsNamedAndItsStrategyNotExplained() {
        ExplanationFile file = new Explanation(cells("linear")).file("2026-01-01-box", "17");
        List<String> lines = new ExplanationText(file).lines();

        assertThat(file.fit().worst().strategy()).isEqualTo("linear");
        assertThat(file.strategies())
                .filteredOn(strategy -> strategy.boundBy() == null)
                .extracting(StrategyFit::strategy)
                .containsExactly("linear");
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("worst cell linear max="));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("bitset").endsWith("accesses"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("linear").endsWith("not explained by its counts"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("Median error").endsWith("predicted from the others."));
    }

    @Test
    void theFileHoldsThePricesAndThePartsThatAddUpToTheModelledTimes() {
        ExplanationFile file = new Explanation(cells("none")).file("2026-01-01-box", "17");

        assertThat(file.prices())
                .extracting(Price::of)
                .containsExactlyElementsOf(
                        Arrays.stream(Cost.values()).map(Cost::label).toList());
        assertThat(file.cells()).hasSameSizeAs(cells("none")).allSatisfy(cell -> {
            assertThat(cell.parts()).hasSameSizeAs(file.prices());
            assertThat(cell.modelledNanos()).isCloseTo(cell.nanos().estimate(), withPercentage(2));
        });
    }

    @Test
    void twoStrategiesAreComparedAtEachSizeThatBothHave() {
        ExplanationFile file = new ExplanationFile(
                "2026-01-01-box",
                "17",
                "C2",
                List.of(),
                List.of(),
                new Fit(0, new Cell("bitset", 10, 1, new Interval(1, 1, 1), List.of()), null),
                List.of(),
                new Findings(cells("none"), KNOWN).pairs());

        List<Pair> pairs = file.pairs("Memory for accesses");
        assertThat(pairs).extracting(Pair::max).containsExactly(1_000L, 10_000L, 100_000L);
        assertThat(pairs.get(1).timeRatio()).isCloseTo(1.42, offset(0.005));
        assertThat(pairs.get(1).count("accesses")).contains(new PairCount("accesses", 4, 3, 2, 1.5));
        assertThat(pairs.get(1).count("writes")).contains(new PairCount("writes", 2, 2, 0, 0));
        assertThat(file.pairs()).extracting(Pair::one).as("no atkin").doesNotContain("atkin");
        assertThat(new ExplanationText(file).lines())
                .filteredOn(line -> line.contains("max 10000: 1.42 times the time; accesses 4.000 and 3.000"))
                .first()
                .asString()
                .contains("L2 misses 0.000 and 0.300");
    }
}
