package io.github.eratosthenes.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.benchmarks.study.ForkRunner.Fork;
import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.RulerReadings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.BenchmarkResult;

class GateTest {

    private static final Cell CELL = cell("17");

    private final Gate gate = new Gate(0.05);

    @BeforeEach
    void theBestIsKnown() {
        gate.note(CELL, fork(20, 10, 0));
        gate.note(CELL, fork(21, 9.9, 0));
    }

    @Test
    void aForkWhoseRulersWereBothSlowThroughoutIsRepeated() {
        assertThat(gate.isToRepeat(CELL, fork(21.1, 10.4, 0))).isTrue();
        assertThat(gate.isToRepeat(CELL, fork(20.9, 15, 0))).isFalse();
        assertThat(gate.isToRepeat(CELL, fork(30, 10, 0))).isFalse();
        assertThat(gate.excess(CELL, fork(22, 10.5, 0))).isCloseTo(10.5 / 9.9 - 1, within(1e-9));
    }

    @Test
    void threeRepeatsAreTheMost() {
        assertThat(gate.isToRepeat(CELL, fork(30, 11, 2))).isTrue();
        assertThat(gate.isToRepeat(CELL, fork(30, 11, 3))).isFalse();
        assertThat(gate.isSlow(CELL, fork(30, 11, 3))).isTrue();
    }

    @Test
    void ofTwoRunsTheOneWithTheBetterRulersStaysWhateverTheBenchmarkTook() {
        Fork slow = fork(30, 11, 1);
        Fork fast = fork(20.1, 10, 0);

        assertThat(gate.better(CELL, slow, fast)).isEqualTo(fast.withRepeats(2));
        assertThat(gate.better(CELL, fast, slow)).isEqualTo(fast.withRepeats(1));
    }

    @Test
    void anotherJdkHasABestOfItsOwn() {
        Cell other = cell("25");
        gate.note(other, fork(40, 40, 0));

        assertThat(gate.isSlow(other, fork(41, 41, 0))).isFalse();
    }

    private static Cell cell(String jdk) {
        return new Cell(new Workload.Sieving(SieveStrategy.BIT_SET, 100, 1), jdk, Tier.C2);
    }

    private static Fork fork(double compute, double memory, int repeats) {
        BenchmarkResult result = new BenchmarkResult(null, List.of());
        return new Fork(
                result, List.of(), Map.of(RulerReadings.COMPUTE, compute, RulerReadings.MEMORY, memory), repeats);
    }
}
