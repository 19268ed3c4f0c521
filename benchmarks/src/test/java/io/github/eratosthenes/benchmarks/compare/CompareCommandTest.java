package io.github.eratosthenes.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.Environment.Hardware;
import io.github.eratosthenes.results.files.Environment.Jdk;
import io.github.eratosthenes.results.files.Environment.OperatingSystem;
import io.github.eratosthenes.results.files.Environment.Source;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyFile;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CompareCommandTest {

    private static final String STEADY = "[[10.0],[10.1],[9.9],[10.0]]";
    private static final String SLOWER = "[[15.0],[15.1],[14.9],[15.0]]";

    @TempDir
    Path folder = Path.of("");

    private record Printed(int code, String text) {}

    @Test
    void theSameIsNoRegression() throws Exception {
        assertThat(compare(file("a", cell("bitset", STEADY)), file("b", cell("bitset", STEADY)))
                        .code())
                .isZero();
    }

    @Test
    void aProvenRegressionIsOne() throws Exception {
        assertThat(compare(file("a", cell("bitset", STEADY)), file("b", cell("bitset", SLOWER)))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void aCellThatGotLostFails() throws Exception {
        Path a = file("a", cell("bitset", STEADY), cell("linear", STEADY));
        Path b = study("b", "CPU 1", "17.0.1", cell("bitset", STEADY));

        Printed printed = compare(a, b);

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.text())
                .contains("only in A: linear max=100 loops=1 jdk=17 tier=C2, skipped: above the budget")
                .contains("1 cell of A missing in B");
    }

    @Test
    void aNewCellDoesNotFail() throws Exception {
        Path a = file("a", cell("bitset", STEADY));
        Path b = file("b", cell("bitset", STEADY), cell("linear", STEADY));

        assertThat(compare(a, b)).matches(printed -> printed.code() == 0);
    }

    @Test
    void oneRoundSaysNothing() throws Exception {
        assertThat(compare(file("a", cell("bitset", STEADY)), file("b", cell("bitset", "[[15.0]]")))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void whatDiffersInTheCircumstancesIsPrinted() throws Exception {
        Path a = study("a", "CPU 1", "17.0.1", cell("bitset", STEADY));
        Path b = study("b", "CPU 2", "17.0.2", cell("bitset", STEADY));

        assertThat(compare(a, b).text())
                .contains("not the same CPU: CPU 1 in A, CPU 2 in B")
                .contains("not the same JDK 17: 17.0.1 of X in A, 17.0.2 of X in B")
                .doesNotContain("not the same cores");
    }

    /** Compares pairs of different benchmarks that have the same name and the same parameters. */
    @ParameterizedTest
    @CsvSource({
        "org.x.Bench.run, avgt, 1, org.x.Bench.run, ss, 1",
        "org.x.Bench.run, avgt, 1, org.x.Bench.run, avgt, 8",
        "org.x.Bench.run, avgt, 1, org.y.Bench.run, avgt, 1"
    })
    void differentBenchmarksOfOneNameAreNotCompared(
            String benchmarkA, String modeA, int threadsA, String benchmarkB, String modeB, int threadsB)
            throws Exception {
        Path a = file("a", cell(benchmarkA, modeA, threadsA, "ms/op", STEADY));
        Path b = file("b", cell(benchmarkB, modeB, threadsB, "ms/op", SLOWER));

        Printed printed = compare(a, b);

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.text())
                .contains("the two results have no cell in common: Bench.run is " + benchmarkA + " (mode " + modeA)
                .contains(benchmarkB + " (mode " + modeB)
                .contains("which are not the same benchmark");
    }

    @Test
    void aCellLostForItsModeIsNamedBesideThoseThatAreCompared() throws Exception {
        Path a = file("a", cell("bitset", STEADY), cell("org.x.Bench.run", "avgt", 1, "ms/op", STEADY));
        Path b = file("b", cell("bitset", STEADY), cell("org.x.Bench.run", "ss", 1, "ms/op", SLOWER));

        Printed printed = compare(a, b);

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.text())
                .contains("only in A: Bench.run is org.x.Bench.run (mode avgt, 1 thread) in one and org.x.Bench.run"
                        + " (mode ss, 1 thread) in the other");
    }

    @Test
    void bothModesOfABenchmarkAreComparedEachWithItsOwn() throws Exception {
        String[] cells = {
            cell("org.x.Bench.run", "avgt", 1, "ms/op", STEADY), cell("org.x.Bench.run", "ss", 1, "ms/op", STEADY)
        };

        assertThat(compare(file("a", cells), file("b", cells)).code()).isZero();
    }

    @Test
    void theUnitIsThatOfTheFiles() throws Exception {
        Path micros = file("a", cell("org.x.Bench.run", "avgt", 1, "us/op", STEADY));
        Path both = file(
                "b",
                cell("org.x.Bench.run", "avgt", 1, "us/op", STEADY),
                cell("org.x.Bench.walk", "avgt", 1, "ns/op", STEADY));

        assertThat(compare(micros, micros).text()).contains("A us/op  B us/op").doesNotContain("ms/op");
        assertThat(compare(both, both).text())
                .contains("10.00 us/op", "10.00 ns/op")
                .doesNotContain("A us/op");
    }

    @Test
    void aComparisonWithoutARulerSaysSo() throws Exception {
        Path file = file("a", cell("bitset", STEADY));
        Path withRuler = file(
                "b",
                cell("bitset", STEADY)
                        .replace(
                                "\"primaryMetric\"",
                                "\"secondaryMetrics\": {\"ruler.memory\": {\"rawData\": " + STEADY
                                        + "}}, \"primaryMetric\""));

        assertThat(compare(file, file).text()).contains("No ruler was read beside 1 cell, such as bitset max=100");
        assertThat(compare(withRuler, withRuler).text()).doesNotContain("No ruler was read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-1", "2"})
    void aThresholdThatWouldLetASlowdownPassIsRefused(String threshold) throws Exception {
        Path a = file("a", cell("bitset", STEADY));
        Path b = file("b", cell("bitset", SLOWER));

        assertThat(compare("--threshold=" + threshold, a.toString(), b.toString()))
                .isEqualTo(new Printed(
                        2,
                        "compare: --threshold " + threshold
                                + " is not a share from 0 to less than 1, such as 0.02, or a"
                                + " percentage below 100, such as 2 %\n"));
        assertThat(compare("--threshold=5 %", a.toString(), b.toString()).code())
                .isEqualTo(1);
    }

    @Test
    void aScoreThatIsNoTimeIsNamedByFileAndCell() throws Exception {
        Path a = file("a", cell("bitset", "[[10.0],[\"NaN\"]]"));

        assertThat(compare(a, a).text())
                .startsWith("compare: " + a + ": bitset max=100 loops=1 jdk=17 tier=C2 has the score NaN in round 2");
    }

    private static Printed compare(Path a, Path b) {
        return compare(a.toString(), b.toString());
    }

    private static Printed compare(String... arguments) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(both, true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(out);
        try {
            int code = new CommandLine(new CompareCommand()).execute(arguments);
            return new Printed(code, both.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    private Path study(String name, String cpu, String version, String... cells) throws IOException {
        ResultFolder study = new ResultFolder(Files.createDirectory(folder.resolve(name)));
        Files.move(file(name + "-cells", cells), study.jmh());
        new StudyFile(
                        "quick",
                        4,
                        4,
                        1,
                        2_000,
                        null,
                        List.of(new CellEntry(
                                "SieveBenchmark.sieve", "linear", 100L, 1, "17", "C2", 1L, null, "above the budget")))
                .write(study.study());
        new Environment(
                        "test",
                        new Hardware(cpu, 2, Map.of(), null, null, 1_024),
                        new OperatingSystem("Linux", "1", null, null, null, null),
                        List.of(new Jdk("17", version, "X")),
                        Map.of(),
                        "Serial",
                        "1.37",
                        1,
                        new Source(null, null),
                        List.of(),
                        List.of())
                .write(study.environment());
        return study.path();
    }

    private Path file(String name, String... cells) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".json"), Arrays.stream(cells).collect(Collectors.joining(",", "[", "]")));
    }

    private static String cell(String benchmark, String mode, int threads, String unit, String rounds) {
        return """
                {"benchmark": "%s", "mode": "%s", "threads": %d,
                 "primaryMetric": {"scoreUnit": "%s", "rawData": %s}}
                """.formatted(benchmark, mode, threads, unit, rounds);
    }

    private static String cell(String strategy, String rounds) {
        return """
                {"benchmark": "p.SieveBenchmark.sieve",
                 "params": {"strategy": "%s", "max": "100", "loops": "1", "jdk": "17", "tier": "C2"},
                 "primaryMetric": {"scoreUnit": "ms/op", "rawData": %s}}
                """.formatted(strategy, rounds);
    }
}
