package io.github.eratosthenes.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.MemoryEdge;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;
import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.LoadFile.Latency;
import io.github.eratosthenes.results.files.LoadFile.Prices;
import io.github.eratosthenes.results.files.LoadFile.Run;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.statistics.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Results to test with: two folders of real but hasty studies, which prove nothing about the strategies, and endpoint
 * files with made-up figures that are written to a test's own folder only.
 */
final class Fixture {

    /** Real folders of {@code study --effort=1,2,10}: all strategies on one JDK; three on two JDKs and both tiers. */
    static final Path RESULTS = Path.of("src/test/resources/fixture-results");

    static final Path STRATEGIES = RESULTS.resolve("2026-11-22-fixture-strategies");
    static final Path JDKS = RESULTS.resolve("2026-11-22-fixture-jdks");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Integer> MEMORY_SIZES = List.of(128, 256, 512, 1024);
    private static final Endpoint ENDPOINT = new Endpoint(
            "emulator",
            "http://127.0.0.1:3000/prod/eratosthenes-{memory}",
            "rest",
            "cgroup-v2",
            "cgroup-v2",
            0,
            "25",
            "C1");
    private static final String START = "2026-11-22T00:00:00Z";

    private Fixture() {}

    /** Copies a real folder and adds endpoint files and a yardstick with made-up figures. */
    static Path withEndpoint(Path folder, Path into) throws IOException {
        Path copy = Files.createDirectories(into.resolve("made-up-endpoint"));
        for (Path file : Tools.list(folder)) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        ResultFolder results = new ResultFolder(copy);
        breakpoints().write(results.breakpoints());
        load().write(results.load());
        Files.writeString(
                results.yardstick(),
                "["
                        + String.join(
                                ",",
                                yardstick("primesieve", "1.0", "1.1", "1.21"),
                                yardstick("wheelSegment", "2.0", "2.2", "2.42"),
                                yardstick("primesieveParallel", "0.6", "0.7", "0.8"),
                                yardstick("parallel", "0.6", "0.7", "0.8"))
                        + "]");
        return copy;
    }

    /** Copies {@link #STRATEGIES}, which has eleven, and adds further ones with the figures of bitset. */
    static Path withStrategies(int count, Path into) throws IOException {
        Path copy = Files.createDirectories(into.resolve(count + "-strategies"));
        for (Path file : Tools.list(STRATEGIES)) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        ResultFolder results = new ResultFolder(copy);
        ArrayNode records = (ArrayNode) JSON.readTree(results.jmh().toFile());
        ObjectNode study = (ObjectNode) JSON.readTree(results.study().toFile());
        addStrategies(count, records, record -> (ObjectNode) record.path("params"));
        addStrategies(count, (ArrayNode) study.path("cells"), cell -> cell);
        JSON.writeValue(results.jmh().toFile(), records);
        JSON.writeValue(results.study().toFile(), study);
        return copy;
    }

    /** Adds copies of all of bitset's; {@code named} returns the object that has the strategy's name. */
    private static void addStrategies(int count, ArrayNode all, UnaryOperator<ObjectNode> named) {
        for (int number = 12; number <= count; number++) {
            for (JsonNode one : all.deepCopy()) {
                ObjectNode copy = one.deepCopy();
                if (named.apply(copy).path("strategy").asText().equals("bitset")) {
                    named.apply(copy).put("strategy", "more-" + number);
                    all.add(copy);
                }
            }
        }
    }

    private static String yardstick(String method, String... forks) {
        return """
                {"benchmark": "io.github.eratosthenes.benchmarks.NativeYardstick.%s", "params": {"range": "TO_1E6"},
                 "primaryMetric": {"scoreUnit": "ms/op", "rawData": [[%s]]}, "secondaryMetrics": {}}""".formatted(method, String.join("], [", forks));
    }

    private static BreakpointsFile breakpoints() {
        List<Breakpoint> edges = new ArrayList<>();
        for (int memory : MEMORY_SIZES) {
            edges.add(edge("boolean-array", memory, Kind.MEMORY, memory * 560_000L, Outcome.BROKE, "HEAP_OOM"));
            edges.add(endedByTime("bitset", memory, memory * 20_000L, memory * 4_500_000L));
            edges.add(edge(
                    "wheel-segment",
                    memory,
                    Kind.MEMORY,
                    memory * 40_000_000L,
                    Outcome.STOPPED_BY_TIME,
                    "GATEWAY_TIMEOUT"));
            edges.add(edge("boolean-array", memory, Kind.TIME, memory * 3L, Outcome.BROKE, "GATEWAY_TIMEOUT"));
            edges.add(edge("bitset", memory, Kind.TIME, memory * 4L, Outcome.BROKE, "GATEWAY_TIMEOUT"));
            edges.add(edge("wheel-segment", memory, Kind.TIME, memory * 60L, Outcome.BROKE, "GATEWAY_TIMEOUT"));
        }
        return new BreakpointsFile(ENDPOINT, START, 900, 1200, 3, 29, edges);
    }

    private static Breakpoint edge(
            String strategy, int memory, Kind kind, long passing, Outcome outcome, String verdict) {
        boolean predicted = kind == Kind.MEMORY && outcome == Outcome.BROKE;
        return new Breakpoint(
                strategy,
                memory,
                kind,
                kind == Kind.TIME ? 1_000_000L : passing,
                passing,
                passing + passing / 50,
                verdict,
                outcome,
                predicted ? (Long) (passing + passing / 10) : null,
                null);
    }

    private static Breakpoint endedByTime(String strategy, int memory, long passing, long lastingMemory) {
        return new Breakpoint(
                strategy,
                memory,
                Kind.MEMORY,
                passing,
                passing,
                passing + passing / 10,
                "GATEWAY_TIMEOUT",
                Outcome.STOPPED_BY_TIME,
                lastingMemory + lastingMemory / 10,
                null,
                new MemoryEdge(lastingMemory, lastingMemory + lastingMemory / 100, "HEAP_OOM"),
                0);
    }

    private static LoadFile load() {
        List<Run> runs = new ArrayList<>();
        List<String> strategies = List.of("boolean-array", "bitset", "wheel-segment");
        for (int memory : MEMORY_SIZES) {
            for (int place = 0; place < strategies.size(); place++) {
                double cost = 5.0 / (1 + 3 * place) + memory / 1000.0;
                double millis = 40_000.0 / memory / (1 + 3 * place);
                Latency latency =
                        new Latency(new Interval(millis * 0.9, millis, millis * 1.1), millis, millis, millis, millis);
                runs.add(new Run(
                        strategies.get(place),
                        1_000_000,
                        1,
                        memory,
                        100,
                        Map.of("GATEWAY_TIMEOUT", 2L),
                        1L,
                        90.0,
                        latency,
                        latency,
                        10,
                        0.001,
                        new Interval(cost * 0.95, cost, cost * 1.05),
                        false,
                        0.4));
            }
        }
        Prices prices = new Prices("us-east-1", "x86_64", 2e-7, 1.66667e-5, "made up for a test", "2026-11-22");
        return new LoadFile(ENDPOINT, START, 300, 20, null, 0.95, prices, runs);
    }
}
