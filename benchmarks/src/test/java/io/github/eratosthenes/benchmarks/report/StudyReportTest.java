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
import io.github.eratosthenes.results.files.WarmupFile.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StudyReportTest {

    private static final List<List<Double>> STEADY = rounds(10.0, 10.1, 9.9, 10.0);
    private static final List<List<Double>> HALF = rounds(5.0, 5.05, 4.95, 5.0);

    private static final CellEntry KERNEL =
            new CellEntry("RulerBenchmark.kernel", null, null, null, "17", "C2", null, null, null);
    private static final CellEntry BASELINE = cell("boolean-array", 1, null);
    private static final CellEntry BITSET = cell("bitset", 1, null);
    private static final CellEntry BITSET_LOOPS = cell("bitset", 4, null);
    private static final CellEntry SKIPPED = cell("linear", 1, "above the budget of 2000 ms an operation");

    @Test
    void theTableHasEveryCellWithItsRatioOrTheReasonWhyNot() {
        List<String> lines = report(STEADY, rounds(20, 20.2, 19.8, 20), 0.01);

        assertThat(lines.subList(0, 5))
                .containsExactly(
                        "strategy       max  loops  ms/op        ±  bytes/op  ratio to boolean-array  verdict",
                        "boolean-array  100      1  10.00   0.1299     1,000                       -  -",
                        "bitset         100      1  5.000  0.06496     1,000    0.500 [0.500, 0.500]  faster",
                        "bitset         100      4  20.00   0.2598     1,000                       -  -",
                        "linear         100      1  skipped: above the budget of 2000 ms an operation");
    }

    @Test
    void aQuietMachineIsCalledQuiet() {
        assertThat(report(STEADY, rounds(20, 20.2, 19.8, 20), 0.01)).contains("Machine: quiet");
    }

    @Test
    void aRoundOrTwoCannotShowThatTheMachineWasQuiet() {
        assertThat(MachineCheck.lines(data(rounds(10, 10), STEADY, 0.01)))
                .contains("Machine: unknown, the rulers have 2 rounds, below 3")
                .doesNotContain("Machine: quiet");
        assertThat(MachineCheck.lines(data(rounds(10), STEADY, 0.15)))
                .anyMatch(line -> line.startsWith("Machine: NOISY, others used 15 %"));
    }

    @Test
    void whatAVerdictNeedsIsSaid() {
        assertThat(report(STEADY, STEADY, 0.01))
                .anyMatch(line -> line.contains("the whole interval beyond 2 %"))
                .anyMatch(line -> line.startsWith("Each verdict is held at 5 % for itself"));
    }

    @Test
    void aNoisyRoundAndABusyStartAreReported() {
        List<String> lines = report(rounds(10, 10, 13, 10), rounds(20, 20, 20, 20), 0.15);

        assertThat(lines)
                .doesNotContain("Machine: quiet")
                .anyMatch(line -> line.startsWith("Machine: NOISY, the kernel's rounds on jdk 17 C2 vary by 13.95 %"))
                .anyMatch(line -> line.startsWith("Machine: NOISY, the kernel in round 3 on jdk 17 C2 was off by 30 %"))
                .anyMatch(
                        line -> line.startsWith(
                                "Machine: NOISY, others used 15 % of the processors at 2026-01-01T00:00:00Z before the first cell, above 5 %"));
    }

    @Test
    void loopsThatCostLessThanOneByOneAreReported() {
        assertThat(report(STEADY, rounds(20, 20.2, 19.8, 20), 0.01))
                .contains(
                        "Time / loops against loops=1 is flat: of 1, 1 shown within 5 %, 0 undecided, 0 shown to be off by more");
        assertThat(report(STEADY, rounds(10, 10.1, 9.9, 10), 0.01))
                .contains(
                        "Time / loops against loops=1 is flat: of 1, 0 shown within 5 %, 0 undecided, 1 shown to be off by more:",
                        "  bitset max=100 loops=4 jdk=17 tier=C2: 0.500 [0.500, 0.500]");
    }

    @Test
    void warmUpThatGoesOnIsReported() {
        Trace stillWarming = new Trace(BITSET.benchmark(), BITSET.parameters(), rounds(6, 6.1, 5.9, 6));
        Trace warm = new Trace(KERNEL.benchmark(), KERNEL.parameters(), STEADY);

        assertThat(WarmupCheck.lines(data(STEADY, STEADY, 0.01, List.of(stillWarming, warm))))
                .first()
                .asString()
                .startsWith("Warm-up was over")
                .contains("1 shown within 5 %", "1 shown to be off");
    }

    @Test
    void allocationIsSetBesideItsPrediction() {
        assertThat(report(STEADY, STEADY, 0.01))
                .contains(
                        "  boolean-array  C2           +210  +210     +26.58 %  +26.58 %",
                        "  bitset         C2           -540  +210     -68.35 %  +26.58 %");
    }

    /** The profiler may have been off: nothing recorded is not nothing allocated. */
    @Test
    void anAllocationThatWasNotRecordedIsNoNumber() {
        StudyFile study = new StudyFile("quick", 4, 4, 20, 2_000, List.of(BASELINE));
        Measurement unrecorded = new Measurement(
                BASELINE.benchmark(),
                BASELINE.parameters(),
                new Measurement.Conduct("org.x", "avgt", 1),
                "ms/op",
                STEADY,
                List.of());

        List<String> lines = StudyReport.lines(StudyData.of(study, environment(0.01), List.of(unrecorded), List.of()));

        assertThat(lines)
                .anyMatch(line -> line.matches("boolean-array +100 +1 +10.00 +0.1299 +- .*"))
                .anyMatch(line -> line.matches(" +boolean-array +C2 +- +- +- +-"))
                .noneMatch(line -> line.contains("-100"));
    }

    @Test
    void aResultInAnotherUnitIsNoStudy() {
        StudyFile study = new StudyFile("quick", 4, 4, 20, 2_000, List.of(BASELINE));
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

    private static List<String> report(List<List<Double>> kernel, List<List<Double>> loops, double busy) {
        return StudyReport.lines(data(kernel, loops, busy));
    }

    @Test
    void whatHasNoRatioIsSaidWhy() {
        CellEntry skipped = new CellEntry(
                BASELINE.benchmark(), "boolean-array", 100L, 1, "17", "C2", null, null, "above the budget of 9 ms");
        StudyFile study = new StudyFile("quick", 4, 4, 20, 2_000, List.of(skipped, BITSET));

        assertThat(StudyReport.lines(
                        StudyData.of(study, environment(0.01), List.of(measurement(BITSET, HALF)), List.of())))
                .contains("No ratio at max 100: boolean-array was skipped, above the budget of 9 ms");
        assertThat(report(STEADY, STEADY, 0.01)).noneMatch(line -> line.startsWith("No ratio"));
    }

    private static StudyData data(List<List<Double>> kernel, List<List<Double>> loops, double busy) {
        return data(kernel, loops, busy, List.of());
    }

    private static StudyData data(
            List<List<Double>> kernel, List<List<Double>> loops, double busy, List<Trace> warmups) {
        StudyFile study =
                new StudyFile("quick", 4, 4, 20, 2_000, List.of(KERNEL, BASELINE, BITSET, BITSET_LOOPS, SKIPPED));
        return StudyData.of(
                study,
                environment(busy),
                List.of(
                        measurement(KERNEL, kernel),
                        measurement(BASELINE, STEADY),
                        measurement(BITSET, HALF),
                        measurement(BITSET_LOOPS, loops)),
                warmups);
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
