package io.github.eratosthenes.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.Environment.Hardware;
import io.github.eratosthenes.results.files.Environment.OperatingSystem;
import io.github.eratosthenes.results.files.Environment.Sitting;
import io.github.eratosthenes.results.files.Environment.Source;
import io.github.eratosthenes.results.files.Measurement;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyFile;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.files.StudyFile.Gate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StudyReportTest {

    private static final List<List<Double>> STEADY = rounds(10.0, 10.1, 9.9, 10.0);
    private static final List<List<Double>> HALF = rounds(5.0, 5.05, 4.95, 5.0);

    private static final CellEntry BASELINE = cell("boolean-array", 1, null);
    private static final CellEntry BITSET = cell("bitset", 1, null);
    private static final CellEntry BITSET_LOOPS = cell("bitset", 4, null);
    private static final CellEntry SKIPPED = cell("linear", 1, "above the budget of 2000 ms per operation");

    @Test
    void theTableHasEveryCellWithItsRatioOrTheReasonWhyNot() {
        List<String> lines = report(STEADY, rounds(20, 20.2, 19.8, 20), 0.01);

        assertThat(lines.subList(0, 5))
                .containsExactly(
                        "strategy       max  loops  ms/op      ±  noise  bytes/op  ratio to boolean-array  verdict",
                        "boolean-array  100      1  10.00  1.3 %  1.000     1,000                       -  -",
                        "bitset         100      1  5.000  1.0 %  1.000     1,000    0.500 [0.493, 0.507]  faster",
                        "bitset         100      4  20.00  1.0 %  1.000     1,000                       -  -",
                        "linear         100      1  skipped: above the budget of 2000 ms per operation");
    }

    @Test
    void aQuietMachineIsCalledQuiet() {
        assertThat(report(STEADY, rounds(20, 20.2, 19.8, 20), 0.01))
                .contains("Machine: quiet")
                .anyMatch(line -> line.startsWith("The intervals of the ratios: half are within ± 1."));
    }

    @Test
    void oneRoundCannotShowThatTheMachineWasQuiet() {
        List<String> lines = MachineCheck.lines(data(rounds(10), rounds(5), rounds(20), 0.01, null));

        assertThat(lines)
                .contains("Machine: unknown, because no ratio has an interval, which takes two rounds")
                .doesNotContain("Machine: quiet");
    }

    @Test
    void whatAVerdictNeedsIsSaid() {
        assertThat(report(STEADY, STEADY, 0.01))
                .anyMatch(line -> line.contains("the whole interval is beyond 2 %"))
                .anyMatch(line -> line.startsWith("Each verdict has its own 5 % error rate"));
    }

    @Test
    void neverQuietAboveWideIntervals() {
        List<List<Double>> wild = rounds(10, 14, 8, 10);

        assertThat(MachineCheck.lines(data(wild, wild, wild, 0.01, null)))
                .doesNotContain("Machine: quiet")
                .anyMatch(line -> line.startsWith("Machine: NOISY, one interval in ten is wider than"));
    }

    @Test
    void aBusyStartStolenTimeAndSlowForksAreReported() {
        List<String> lines = MachineCheck.lines(data(STEADY, HALF, STEADY, 0.15, new Gate(0.05, 7, 2)));

        assertThat(lines)
                .doesNotContain("Machine: quiet")
                .contains("Forks were repeated if the rulers were slow (5 % above the best): 7 repeats for 12 forks;"
                        + " 2 stayed slow.")
                .contains("Machine: NOISY, 2 forks stayed slow in spite of repeats; the limit is 1 %")
                .anyMatch(
                        line -> line.startsWith(
                                "Machine: NOISY, other programs used 15 % of the processors at 2026-01-01T00:00:00Z before the first cell; the limit is 5 %"));
    }

    @Test
    void aCellWhoseTimeStillChangesGetsALineInsteadOfAVerdict() {
        List<List<Double>> falling = List.of(slices(5.5, 5), slices(5.5, 5), slices(5.51, 5), slices(5.5, 5));
        List<List<Double>> level = List.of(slices(10, 10), slices(10.1, 10.1), slices(9.9, 9.9), slices(10, 10));

        List<String> lines = StudyReport.lines(data(level, falling, STEADY, 0.01, null));

        assertThat(lines)
                .anyMatch(line -> line.startsWith("bitset         100      1") && line.endsWith("not steady"))
                .anyMatch(line -> line.startsWith("  bitset max=100 loops=1 jdk=17 tier=C2: 1.1"))
                .noneMatch(line -> line.startsWith("  boolean-array max"));
    }

    private static List<Double> slices(double firstHalf, double secondHalf) {
        List<Double> slices = new ArrayList<>(Collections.nCopies(10, firstHalf));
        slices.addAll(Collections.nCopies(10, secondHalf));
        return slices;
    }

    @Test
    void loopsThatCostLessThanOneByOneAreReported() {
        assertThat(report(STEADY, rounds(20, 20.2, 19.8, 20), 0.01))
                .contains(
                        "Time / loops against loops=1 is flat: of 1, 1 shown within 5 %, 0 undecided, 0 shown to be off by more");
        assertThat(report(STEADY, rounds(10, 10.1, 9.9, 10), 0.01))
                .contains(
                        "Time / loops against loops=1 is flat: of 1, 0 shown within 5 %, 0 undecided, 1 shown to be off by more:")
                .anyMatch(line -> line.startsWith("  bitset max=100 loops=4 jdk=17 tier=C2: 0.500 [0.49"));
    }

    @Test
    void allocationIsSetBesideItsPrediction() {
        assertThat(report(STEADY, STEADY, 0.01))
                .contains(
                        "  boolean-array  C2           +210  +210     +26.58 %  +26.58 %",
                        "  bitset         C2           -540  +210     -68.35 %  +26.58 %");
    }

    /** Reports no allocation if none was recorded: the profiler may have been off. */
    @Test
    void anAllocationThatWasNotRecordedIsNoNumber() {
        StudyFile study = new StudyFile("quick", 4, 4, 20, 2_000, null, List.of(BASELINE));
        Measurement unrecorded = new Measurement(
                BASELINE.benchmark(),
                BASELINE.parameters(),
                new Measurement.Conduct("org.x", "avgt", 1),
                "ms/op",
                STEADY,
                List.of());

        List<String> lines = StudyReport.lines(StudyData.of(study, environment(0.01), List.of(unrecorded), List.of()));

        assertThat(lines)
                .anyMatch(line -> line.matches("boolean-array +100 +1 +10.00 +1.3 % +1.000 +- .*"))
                .anyMatch(line -> line.matches(" +boolean-array +C2 +- +- +- +-"))
                .noneMatch(line -> line.contains("-100"));
    }

    @Test
    void aResultInAnotherUnitIsNoStudy() {
        StudyFile study = new StudyFile("quick", 4, 4, 20, 2_000, null, List.of(BASELINE));
        Measurement micros = new Measurement(
                BASELINE.benchmark(),
                BASELINE.parameters(),
                new Measurement.Conduct("org.x", "avgt", 1),
                "us/op",
                STEADY,
                List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyData.of(study, environment(0.01), List.of(micros), List.of()))
                .withMessage("boolean-array max=100 loops=1 jdk=17 tier=C2 is in us/op; a study is in ms/op");
    }

    private static List<String> report(List<List<Double>> baseline, List<List<Double>> loops, double busy) {
        return StudyReport.lines(data(baseline, HALF, loops, busy, null));
    }

    @Test
    void whatHasNoRatioIsSaidWhy() {
        CellEntry skipped = new CellEntry(
                BASELINE.benchmark(), "boolean-array", 100L, 1, "17", "C2", null, null, "above the budget of 9 ms");
        StudyFile study = new StudyFile("quick", 4, 4, 20, 2_000, null, List.of(skipped, BITSET));

        assertThat(StudyReport.lines(
                        StudyData.of(study, environment(0.01), List.of(measurement(BITSET, HALF)), List.of())))
                .contains("No ratio at max 100: boolean-array was skipped, above the budget of 9 ms");
        assertThat(report(STEADY, STEADY, 0.01)).noneMatch(line -> line.startsWith("No ratio"));
    }

    private static StudyData data(
            List<List<Double>> baseline,
            List<List<Double>> bitset,
            List<List<Double>> loops,
            double busy,
            @Nullable Gate gate) {
        StudyFile study =
                new StudyFile("quick", 4, 4, 20, 2_000, gate, List.of(BASELINE, BITSET, BITSET_LOOPS, SKIPPED));
        return StudyData.of(
                study,
                environment(busy),
                List.of(measurement(BASELINE, baseline), measurement(BITSET, bitset), measurement(BITSET_LOOPS, loops)),
                List.of());
    }

    private static Environment environment(double busy) {
        return new Environment(
                "test",
                new Hardware(null, 2, Map.of(), null, null, 1_024),
                new OperatingSystem("Linux", "1", null, null, null, null),
                List.of(),
                Map.of(),
                "Serial",
                "1.37",
                20,
                new Source(null, null),
                List.of(),
                List.of(new Sitting("2026-01-01T00:00:00Z", 60, 4, null, busy, null, 0.0)));
    }

    private static CellEntry cell(String strategy, int loops, @Nullable String skipped) {
        return new CellEntry("SieveBenchmark.sieve", strategy, 100L, loops, "17", "C2", 790L, null, skipped);
    }

    private static Measurement measurement(CellEntry cell, List<List<Double>> scores) {
        return new Measurement(
                cell.benchmark(),
                cell.parameters(),
                new Measurement.Conduct("org.x", "avgt", 1),
                "ms/op",
                scores,
                List.of(List.of(990.0), List.of(1_010.0)));
    }

    private static List<List<Double>> rounds(double... means) {
        return Arrays.stream(means).mapToObj(mean -> List.of(mean, mean)).toList();
    }
}
