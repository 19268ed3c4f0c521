package io.github.eratosthenes.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.Environment.Hardware;
import io.github.eratosthenes.results.files.Environment.Jdk;
import io.github.eratosthenes.results.files.Environment.OperatingSystem;
import io.github.eratosthenes.results.files.Environment.Source;
import io.github.eratosthenes.results.files.ExplanationFile;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyFile;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.files.WorkFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WorkCommandTest {

    /** As many as there are costs to fit. */
    private static final List<String> STRATEGIES = List.of(
            "boolean-array", "bitset", "odds-only", "wheel", "linear", "sundaram", "segmented", "atkin", "pritchard");

    @TempDir
    Path folder = Path.of("");

    private record Printed(int code, String out, String err) {}

    private static Printed run(String... arguments) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = new CommandLine(new WorkCommand()).execute(arguments);
            return new Printed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    @Test
    void aResultFolderIsWrittenAndReadAgain() throws Exception {
        Printed counted = run(
                "--strategies=linear,wheel", "--sizes=1000", "--machine=box", "--results=" + folder, "--level1=4K/2");

        assertThat(counted.code()).as(counted.err()).isZero();
        assertThat(counted.out())
                .contains(HardwareCounters.missing().isPresent() ? "No hardware counters" : "measured");
        Path result = onlyFolder(folder);
        WorkFile work = WorkFile.read(new ResultFolder(result).work());
        assertThat(work.works()).extracting(WorkFile.Work::strategy).containsExactly("linear", "wheel");
        assertThat(work.level1()).isEqualTo("4K/2");
        assertThat(Environment.read(new ResultFolder(result).environment()).machine())
                .isEqualTo("box");
        assertThat(run("--counts=" + result).out().strip()).isNotEmpty().isSubstringOf(counted.out());
    }

    @Test
    void aStudysTimesAreExplained() throws Exception {
        Path study = study();
        Printed counted = run(
                "--sizes=1000",
                "--strategies=" + String.join(",", STRATEGIES),
                "--machine=box",
                "--results=" + folder.resolve("results"),
                "--study=" + study);
        Path result = onlyFolder(folder.resolve("results"));

        Printed explained = run("--counts=" + result, "--study=" + study);

        assertThat(explained.code()).as(explained.err()).isZero();
        assertThat(explained.out())
                .contains("Times: test, JDK 17, C2; its caches are {L2=1024K}.")
                .contains("Prices fitted to 9 cells")
                .contains("Median error")
                .contains("Memory for accesses: bitset against boolean-array");
        assertThat(counted.out()).contains(explained.out().strip());
        ExplanationFile file = ExplanationFile.read(new ResultFolder(result).explanation());
        assertThat(file.study()).isEqualTo("one");
        assertThat(file.cells()).extracting(ExplanationFile.Cell::strategy).containsExactlyElementsOf(STRATEGIES);
    }

    @Test
    void whatCannotBeDoneIsOneLineWithTheValue() throws Exception {
        assertThat(run("--level1=32").err().strip())
                .isEqualTo("work: cache '32' is not bytes/ways such as 32K/8 or 1M/16");
        assertThat(run("--sizes=0").err().strip()).isEqualTo("work: size 0 is below 1, the lowest allowed");
        assertThat(run("--strategies=none").err()).startsWith("work: unknown strategy 'none'");
        assertThat(run("--results=" + Files.createFile(folder.resolve("file"))).err())
                .startsWith("work: --results ")
                .contains("is not a folder");
        Printed noCounts = run("--counts=" + folder);
        assertThat(noCounts.code()).isNotZero();
        assertThat(noCounts.err().lines()).hasSize(1).first().asString().contains("work.json");
    }

    private static Path onlyFolder(Path results) throws Exception {
        try (var folders = Files.list(results)) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private Path study() throws Exception {
        ResultFolder study = new ResultFolder(Files.createDirectories(folder.resolve("studies/one")));
        List<CellEntry> cells = new ArrayList<>();
        List<String> measurements = new ArrayList<>();
        for (String strategy : STRATEGIES) {
            cells.add(new CellEntry("SieveBenchmark.sieve", strategy, 1_000L, 1, "17", "C2", 1L, null, null));
            measurements.add("""
                    {"benchmark": "p.SieveBenchmark.sieve",
                     "params": {"strategy": "%s", "max": "1000", "loops": "1", "jdk": "17", "tier": "C2"},
                     "primaryMetric": {"scoreUnit": "ms/op", "rawData": [[0.001], [0.0012]]}}
                    """.formatted(strategy));
        }
        Files.writeString(study.jmh(), "[" + String.join(",", measurements) + "]");
        new StudyFile("quick", 2, 2, 1, 2_000, null, cells).write(study.study());
        new Environment(
                        "test",
                        new Hardware("CPU", 2, Map.of("L2", "1024K"), null, null, 1_024),
                        new OperatingSystem("Linux", "1", null, null, null, null),
                        List.of(new Jdk("17", "17.0.1", "X")),
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
}
