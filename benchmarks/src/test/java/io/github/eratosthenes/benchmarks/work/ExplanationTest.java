package io.github.eratosthenes.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Offset.offset;

import io.github.eratosthenes.results.files.WorkFile.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final CostModel KNOWN = new CostModel(0.5, 1.5, 0, 4);

    private static Work work(String strategy, long max, long reads, long writes, long level1Misses, long level2Misses) {
        return new Work(strategy, max, 1, reads, writes, writes, 0, 0, level1Misses, level2Misses, 0, 0);
    }

    /** Cells whose times are what the known costs make of them, but for one strategy's that are twice as long. */
    private static List<TimedWork> cells(String twiceAsLong) {
        List<TimedWork> cells = new ArrayList<>();
        for (long max : List.of(1_000L, 10_000L, 100_000L)) {
            for (Work work : List.of(
                    work("boolean-array", max, max, 2 * max, max / 2, max / 3),
                    work("bitset", max, 2 * max, 2 * max, max / 4, 0),
                    work("odds-only", max, 2 * max, 2 * max, max / 4, 0),
                    work("linear", max, 2 * max, 2 * max, max / 4, 0),
                    work("sundaram", max, 3 * max, max, max, max / 2),
                    work("wheel", max, max / 3, max / 4, max / 100, max / 200))) {
                double nanos = 0.5 * work.reads() + 1.5 * work.writes() + 4 * work.level2Misses();
                cells.add(new TimedWork(work, 1, work.strategy().equals(twiceAsLong) ? 2 * nanos : nanos));
            }
        }
        return cells;
    }

    @Test
    void theCostsThatMadeTheTimesAreFound() {
        CostModel fitted = CostModel.fit(cells("none"));

        assertThat(fitted.readNanos()).isCloseTo(KNOWN.readNanos(), offset(0.02));
        assertThat(fitted.writeNanos()).isCloseTo(KNOWN.writeNanos(), offset(0.02));
        assertThat(fitted.level1Nanos()).isCloseTo(KNOWN.level1Nanos(), offset(0.05));
        assertThat(fitted.level2Nanos()).isCloseTo(KNOWN.level2Nanos(), offset(0.1));
    }

    @Test
    void noCostIsBelowZero() {
        List<TimedWork> cells = new ArrayList<>();
        for (long i = 1; i <= 6; i++) {
            cells.add(new TimedWork(work("bitset", i, 100, 100, 10 * i, i), 1, 1_000.0 - 100 * i));
        }

        CostModel fitted = CostModel.fit(cells);

        assertThat(Arrays.stream(fitted.parts(cells.get(0).work())).min()).hasValueCloseTo(0.0, within(1e-9));
    }

    @Test
    void twiceAndHalfTheTimeAreTheSameError() {
        Work work = work("bitset", 10, 10, 10, 0, 0);

        assertThat(KNOWN.error(new TimedWork(work, 1, 40))).isEqualTo(2);
        assertThat(KNOWN.error(new TimedWork(work, 1, 10))).isEqualTo(2);
        assertThat(KNOWN.ratio(new TimedWork(work, 1, 40))).isEqualTo(0.5);
    }

    @Test
    void fewerCellsThanCostsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Explanation(cells("none").subList(0, 3)))
                .withMessageContaining("3 cells have both a time and counts; the 4 costs need");
    }

    @Test
    void theWorstCellIsNamedAndItsStrategyNotExplained() {
        List<String> lines = new Explanation(cells("linear")).lines();

        assertThat(lines).anySatisfy(line -> assertThat(line).contains("worst cell linear max="));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("bitset").endsWith("writes"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("linear").endsWith("not explained by its accesses"));
    }

    @Test
    void twoStrategiesAreComparedAtEachSizeThatBothHave() {
        List<String> lines = new Findings(cells("none")).lines();

        assertThat(lines)
                .filteredOn(line -> line.startsWith("Memory for accesses"))
                .hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.contains("max 10000:"))
                .first()
                .asString()
                .contains("0.83 times the time; accesses 4.000 and 3.000")
                .contains("L2 misses 0.000 and 0.333");
        assertThat(lines).as("no atkin").noneMatch(line -> line.contains("atkin"));
    }
}
