package io.github.eratosthenes.results.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.MemoryEdge;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;
import io.github.eratosthenes.results.files.LoadFile.Latency;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.files.StudyFile.CellRun;
import io.github.eratosthenes.results.statistics.Interval;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** Result files that are damaged or none: each reader reads them or says in an IOException which file it is, and why not. */
class DamagedFilesTest {

    private static final String SEED = "20261122";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = temporaryFolder();

    /** Reads a file. */
    private interface Reader {
        Object read(Path file) throws IOException;
    }

    /** Each kind of file, with one that is whole. */
    enum Format {
        JMH(JmhFile::read, """
                [{"benchmark": "org.example.Some.method", "params": {"max": "10"},
                  "primaryMetric": {"score": 2.0, "scoreUnit": "ms/op", "rawData": [[1.0, 3.0], [4.0, 5.0]]},
                  "secondaryMetrics": {"gc.alloc.rate.norm": {"rawData": [[4.0, 6.0], [5.0, "NaN"]]}}}]"""),
        WORK(
                WorkFile::read,
                new WorkFile(
                        17,
                        "32K/8",
                        "1024K/16",
                        2_048,
                        List.of(new WorkFile.Work(
                                "bitset", 10, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19)),
                        List.of("linear at 10: above the budget of 60 s"))),
        EXPLANATION(
                ExplanationFile::read,
                new ExplanationFile(
                        "2026-01-01-box",
                        "17",
                        "C2",
                        List.of(new ExplanationFile.Price("reads", 0.5)),
                        List.of(cell()),
                        new ExplanationFile.Fit(0.25, cell(), null),
                        List.of(new ExplanationFile.StrategyFit("bitset", 1, 1.25, 1.25, 0.25, "reads")),
                        List.of(new ExplanationFile.Pair(
                                "Memory",
                                "bitset",
                                "wheel",
                                10,
                                2,
                                List.of(new ExplanationFile.PairCount("reads", 1, 2, 0.5, 1)))))),
        STUDY(
                StudyFile::read,
                new StudyFile(
                        "quick",
                        5,
                        5,
                        20,
                        2_000,
                        new StudyFile.Gate(0.05, 3, 1),
                        List.of(
                                new CellEntry("Ruler.kernel", null, null, null, "17", "C2", null, null, "too long"),
                                new CellEntry(
                                        "Sieve.sieve",
                                        "wheel",
                                        100L,
                                        1,
                                        "17",
                                        "C2",
                                        8L,
                                        new CellRun(64, 1, 100, 2, 10, 0.5, 600L),
                                        null)))),
        ENVIRONMENT(
                Environment::read,
                new Environment(
                        "box",
                        new Environment.Hardware("cpu", 2, Map.of("L1 Data", "32K"), null, true, 1_024),
                        new Environment.OperatingSystem("Linux", "6.1", null, "madvise", 1L, 0.5),
                        List.of(new Environment.Jdk("17", "17.0.1", "vendor")),
                        Map.of("C2", List.of("-Xmx1g")),
                        "Serial",
                        "1.37",
                        20,
                        new Environment.Source("abc", false),
                        List.of("study"),
                        List.of(new Environment.Sitting("2026-01-01T00:00:00Z", 60, 5, 0.1, null, 0.2, 0.0)))),
        WARMUP(WarmupFile::read, """
                [{"benchmark": "Sieve.sieve", "parameters": {"max": "10"}, "scores": [[1.0, 0.5], [2.0]]}]"""),
        BREAKPOINTS(
                BreakpointsFile::read,
                new BreakpointsFile(
                        endpoint(),
                        "2026-01-01T00:00:00Z",
                        60,
                        100,
                        2,
                        29,
                        List.of(new Breakpoint(
                                "wheel",
                                128,
                                Kind.MEMORY,
                                7L,
                                7L,
                                8L,
                                "HEAP_OOM",
                                Outcome.BROKE,
                                9L,
                                null,
                                new MemoryEdge(8, 9, "KILLED"),
                                3)))),
        LOAD(
                LoadFile::read,
                new LoadFile(
                        endpoint(),
                        "2026-01-01T00:00:00Z",
                        60,
                        80,
                        null,
                        0.95,
                        new LoadFile.Prices("us-east-1", "x86_64", 2e-7, 1.6e-5, "source", "2026-01-01"),
                        List.of(new LoadFile.Run(
                                "wheel",
                                100,
                                1,
                                128,
                                20,
                                Map.of("CONNECT", 1L),
                                1L,
                                80.5,
                                new Latency(new Interval(1, 2, 3), 1, 2, 3, 4),
                                null,
                                0.5,
                                0.1,
                                new Interval(1, 2, 3),
                                false,
                                null))));

        private final Reader reader;
        private final byte[] whole;

        Format(Reader reader, Object whole) {
            this.reader = reader;
            this.whole = bytes(whole);
        }

        private static byte[] bytes(Object content) {
            try {
                return content instanceof String text
                        ? text.getBytes(StandardCharsets.UTF_8)
                        : JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static ExplanationFile.Cell cell() {
            return new ExplanationFile.Cell("bitset", 10, 1, new Interval(1, 2, 3), List.of(2.5));
        }

        private static Endpoint endpoint() {
            return new Endpoint("emulator", "http://host/{memory}", "rest", "cgroup-v2", "cgroup-v2", 0, "17", null);
        }

        Path file() {
            return FOLDER.resolve(name() + ".json");
        }

        Object read(byte[] content) throws IOException {
            return reader.read(Files.write(file(), content));
        }

        void refuses(byte[] content) {
            assertThatIOException()
                    .as("%s of %s", this, new String(content, StandardCharsets.UTF_8))
                    .isThrownBy(() -> read(content))
                    .withMessageContaining(file().toString());
        }

        /** Reads it, or says which file it is. */
        void survives(byte[] content) {
            try {
                assertThat(read(content)).isNotNull();
            } catch (IOException e) {
                assertThat(e).hasMessageContaining(file().toString());
            }
        }
    }

    @Example
    void whatIsWholeIsRead() throws IOException {
        for (Format format : Format.values()) {
            assertThat(format.read(format.whole)).isNotNull();
        }
    }

    @Example
    void whatIsCutAtAnyByteIsRefused() {
        for (Format format : Format.values()) {
            for (int length = 0; length < format.whole.length; length++) {
                format.refuses(Arrays.copyOf(format.whole, length));
            }
        }
    }

    @Property(seed = SEED, tries = 3_000)
    void aBrokenByteIsSurvived(
            @ForAll Format format, @ForAll @IntRange(max = 1_000_000) int place, @ForAll byte broken) {
        byte[] content = format.whole.clone();
        content[place % content.length] = broken;
        format.survives(content);
    }

    @Property(seed = SEED, tries = 1_000)
    void anyBytesAreRefused(@ForAll Format format, @ForAll byte[] content) {
        format.refuses(content);
    }

    @Property(seed = SEED, tries = 1_000)
    void anyJsonIsRefused(@ForAll Format format, @ForAll("foreign") String content) {
        Assume.that(format != Format.WARMUP || !content.equals("[]")); // the trace of no cell
        format.refuses(content.getBytes(StandardCharsets.UTF_8));
    }

    @Property(seed = SEED, tries = 300)
    void anyNumberAnywhereIsSurvived(
            @ForAll Format format, @ForAll("numbers") String number, @ForAll @IntRange(max = 50) int place) {
        String[] parts = new String(format.whole, StandardCharsets.UTF_8).split("(?<=[:\\[,] ?)-?[0-9][0-9.eE-]*", -1);
        StringBuilder content = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            content.append(i - 1 == place % (parts.length - 1) ? number : "1").append(parts[i]);
        }
        format.survives(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Property(seed = SEED, tries = 50)
    void whatIsNestedDeepIsRefused(@ForAll Format format, @ForAll @IntRange(min = 1, max = 100_000) int depth) {
        format.refuses("[".repeat(depth).getBytes(StandardCharsets.UTF_8));
        format.refuses(("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)).getBytes(StandardCharsets.UTF_8));
    }

    @Example
    void whatLacksAPartIsRefusedByThePartsName() throws IOException {
        assertMissing(Format.STUDY, "/cells", "cells is missing");
        assertMissing(Format.STUDY, "/cells/1/jdk", "jdk is missing");
        assertMissing(Format.STUDY, "/seed", "null");
        assertMissing(Format.ENVIRONMENT, "/hardware", "hardware is missing");
        assertMissing(Format.ENVIRONMENT, "/sittings/0/start", "start is missing");
        assertMissing(Format.BREAKPOINTS, "/endpoint/url", "url is missing");
        assertMissing(Format.BREAKPOINTS, "/breakpoints/0/memoryEdge/verdict", "verdict is missing");
        assertMissing(Format.LOAD, "/runs/0/dollarsPerMillionCalls", "dollarsPerMillionCalls is missing");
        assertMissing(Format.JMH, "/0/primaryMetric", "no primaryMetric");
        assertMissing(Format.WARMUP, "/0/scores", "scores is missing");
    }

    private static void assertMissing(Format format, String pointer, String reason) throws IOException {
        JsonNode tree = JSON.readTree(format.whole);
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) tree.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
        assertThatIOException()
                .isThrownBy(() -> format.read(JSON.writeValueAsBytes(tree)))
                .withMessageContaining(format.file().toString())
                .withMessageContaining(reason);
    }

    @Example
    void whatHasANameTwiceIsRefused() {
        for (Format format : Format.values()) {
            String content = new String(format.whole, StandardCharsets.UTF_8);
            String field = content.replaceFirst("(?s).*?(\"[a-z]+\"\\s*:\\s*(\"[^\"]*\"|[0-9]+)).*", "$1");
            format.refuses(content.replaceFirst("\\{", Matcher.quoteReplacement("{" + field + "," + field + ","))
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @Example
    void whatMayBeMissingMay() throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(Format.BREAKPOINTS.whole);
        ((ObjectNode) tree.at("/breakpoints/0")).remove(List.of("memoryEdge", "passing", "reason"));
        BreakpointsFile file = (BreakpointsFile) Format.BREAKPOINTS.read(JSON.writeValueAsBytes(tree));
        assertThat(file.breakpoints().get(0).memoryEdge()).isNull();
    }

    @Example
    void whatIsNoFileIsNamed() {
        for (Format format : Format.values()) {
            Path missing = FOLDER.resolve("missing.json");
            assertThatIOException()
                    .isThrownBy(() -> format.reader.read(FOLDER))
                    .withMessageContaining(FOLDER.toString());
            assertThatIOException()
                    .isThrownBy(() -> format.reader.read(missing))
                    .withMessageContaining(missing.toString());
        }
    }

    @Example
    void whatIsTooLongIsGivenUp() throws IOException {
        Path file = FOLDER.resolve("endless.json");
        String blanks = " ".repeat(1 << 20);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long written = 0; written <= JsonFile.MOST_BYTES; written += blanks.length()) {
                out.write(blanks);
            }
        }
        for (Format format : Format.values()) {
            assertThatIOException()
                    .isThrownBy(() -> format.reader.read(file))
                    .withMessageContaining(file.toString())
                    .withMessageContaining("exceeds the maximum");
        }
    }

    /** Returns JSON of other programs: objects and lists of anything, a few levels deep. */
    @Provide
    Arbitrary<String> foreign() {
        Arbitrary<String> scalars =
                Arbitraries.oneOf(Arbitraries.of("true", "false", "null", "\"\"", "\"cells\""), numbers());
        return Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(list -> "[" + String.join(",", list) + "]"),
                        inner.list().ofMaxSize(4).map(DamagedFilesTest::object)),
                0,
                4);
    }

    private static String object(List<String> values) {
        List<String> names = List.of("cells", "runs", "endpoint", "version");
        StringBuilder object = new StringBuilder("{");
        for (int i = 0; i < values.size(); i++) {
            object.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(names.get(i))
                    .append("\":")
                    .append(values.get(i));
        }
        return object.append('}').toString();
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.bigIntegers().map(String::valueOf),
                Arbitraries.of("1e400", "-1e400", "1e999999999", "1e-999999999", "0.1", "-0"),
                Arbitraries.integers().between(1, 3_000).map("9"::repeat),
                Arbitraries.integers().between(1, 3_000).map(digits -> "1e" + "9".repeat(digits)));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("damaged-files");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
