package io.github.eratosthenes.harness.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.harness.endpoint.EndpointClient;
import io.github.eratosthenes.harness.endpoint.Functions;
import io.github.eratosthenes.harness.endpoint.RudeServer;
import io.github.eratosthenes.harness.endpoint.Survey;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;
import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a server whose memory is said to break at a max, and not always at the same. */
@Timeout(120)
class BreakpointsRunTest {

    private static final Pattern QUERY = Pattern.compile("max=(\\d+)&loops=(\\d+)&strategy=([a-z-]+)");
    private static final Plan PLAN = new Plan(
            List.of("boolean-array", "linear"),
            List.of(128),
            List.of(Kind.MEMORY),
            2,
            2,
            8,
            "x",
            "rest",
            "",
            null,
            null,
            null);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** Calls that are answered before the edge moves down from 60 million to 50 million. */
    private volatile int movesAfter = Integer.MAX_VALUE;

    /** The functions that did not answer at the start. */
    private Map<Integer, String> silent = Map.of();

    private boolean answer(int number, String line, Socket socket) throws IOException {
        Matcher query = QUERY.matcher(line);
        assertThat(query.find()).as(line).isTrue();
        long max = Long.parseLong(query.group(1));
        boolean fits = max <= (number > movesAfter ? 50_000_000 : 60_000_000);
        RudeServer.write(
                socket,
                fits
                        ? RudeServer.good(query.group(3), max, Long.parseLong(query.group(2)))
                        : RudeServer.http(502, "x-amzn-RequestId: 1\r\n", "{\"message\": \"Internal server error\"}"));
        return true;
    }

    private List<String> run(RudeServer server, long calls) throws IOException, InterruptedException {
        return run(PLAN, server, calls);
    }

    private List<String> run(Plan plan, RudeServer server, long calls) throws IOException, InterruptedException {
        Functions functions = Functions.of(server.function().toString(), List.of(128));
        try (EndpointClient client = new EndpointClient()) {
            Endpoint endpoint = Survey.of(client, functions, "linear").endpoint();
            BreakpointsRun run = new BreakpointsRun(
                    plan,
                    functions,
                    endpoint,
                    silent,
                    client,
                    new Budget(Duration.ofMinutes(1), calls),
                    new ResultFolder(folder),
                    "box",
                    List.of("breakpoints"),
                    new PrintStream(printed, true, StandardCharsets.UTF_8));
            return run.run(Lanes.remote(), new Forecast(29, 2));
        }
    }

    private List<Breakpoint> found() throws IOException {
        return BreakpointsFile.read(new ResultFolder(folder).breakpoints()).breakpoints();
    }

    /** Lets a search end its own thread. The run must not end as if all edges had been found. */
    @Test
    void aSearchThatEndsUnexpectedlyIsAFailureOfTheRun() throws IOException, InterruptedException {
        Plan plan = new Plan(
                List.of("linear"), List.of(256), List.of(Kind.MEMORY), 2, 0, 8, "x", "rest", "", null, null, null);

        try (RudeServer server = new RudeServer(this::answer)) {
            assertThat(run(plan, server, 1000))
                    .singleElement()
                    .asString()
                    .isEqualTo(
                            "linear at 256 MB, max ended with IllegalArgumentException: there is no function of 256 MB");
        }
    }

    @Test
    void aFunctionThatDoesNotAnswerCostsOnlyItsOwnSearches() throws IOException, InterruptedException {
        Plan plan = new Plan(
                List.of("linear"), List.of(128, 256), List.of(Kind.MEMORY), 2, 1, 8, "x", "rest", "", null, null, null);
        silent = Map.of(256, "http://dead/ does not answer: CONNECT, refused");
        try (RudeServer server = new RudeServer(this::answer)) {
            assertThat(run(plan, server, 1000)).containsExactly("http://dead/ does not answer: CONNECT, refused");
        }
        assertThat(found())
                .singleElement()
                .satisfies(
                        breakpoint -> assertThat(breakpoint.memoryMegabytes()).isEqualTo(128));
    }

    /** Breaks the function. The next call starts the runtime inside itself, so its time must not count as a try. */
    @Test
    void aBreakIsFollowedByACallThatCountsAsNoTry() throws IOException, InterruptedException {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        try (RudeServer server = new RudeServer((number, line, socket) -> {
            asked.add(line);
            return answer(number, line, socket);
        })) {
            assertThat(run(server, 1000)).isEmpty();
        }
        long breaks = 0;
        for (int call = 0; call < asked.size(); call++) {
            Matcher query = QUERY.matcher(asked.get(call));
            assertThat(query.find()).isTrue();
            if (Long.parseLong(query.group(1)) > 60_000_000) {
                breaks++;
            }
        }
        long counted = Objects.requireNonNull(
                BreakpointsFile.read(new ResultFolder(folder).breakpoints()).callsAfterBreaks());
        assertThat(counted).isPositive().isLessThanOrEqualTo(breaks);
        assertThat(asked).filteredOn(line -> line.contains("max=1000&")).hasSizeGreaterThanOrEqualTo((int) counted);
    }

    /**
     * Repeats tries that prove nothing about the function: a call that runs out of time without its processor share, and a call of
     * loops that breaks by memory on an instance that other calls have filled.
     */
    @ParameterizedTest
    @ValueSource(strings = {"x-emulator-cpu-share: 0.07\r\nx-emulator-cpu-ms: 0", "x-emulator-verdict: KILLED"})
    void aTryThatSaysNothingOfTheFunctionIsMadeAgain(String nothing) throws IOException, InterruptedException {
        Plan plan = new Plan(
                List.of("linear"), List.of(128), List.of(Kind.TIME), 1, 0, 8, "x", "rest", "", null, null, null);
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        try (RudeServer server = new RudeServer((number, line, socket) -> {
            Matcher query = QUERY.matcher(line);
            assertThat(query.find()).as(line).isTrue();
            long loops = Long.parseLong(query.group(2));
            boolean first = loops > 5 && !seen.contains(loops);
            seen.add(loops);
            String told = first ? nothing : "x-emulator-cpu-share: 0.07\r\nx-emulator-cpu-ms: 1e9";
            RudeServer.write(
                    socket,
                    first || loops > 1000
                            ? RudeServer.http(504, told + "\r\nx-amzn-RequestId: 1\r\n", "{}")
                            : RudeServer.good(query.group(3), Long.parseLong(query.group(1)), loops));
            return true;
        })) {
            assertThat(run(plan, server, 1000)).isEmpty();
        }
        assertThat(found()).singleElement().satisfies(breakpoint -> {
            assertThat(breakpoint.verdict()).isEqualTo("GATEWAY_TIMEOUT");
            assertThat(breakpoint.passing()).isBetween(900L, 1000L);
            assertThat(breakpoint.failing()).isBetween(1001L, 1090L);
        });
    }

    @Test
    void checksEveryEdgeOnceARound() throws IOException, InterruptedException {
        try (RudeServer server = new RudeServer(this::answer)) {
            assertThat(run(server, 1000)).isEmpty();
        }
        assertThat(found()).hasSize(2).allSatisfy(breakpoint -> {
            assertThat(breakpoint.rechecks()).isEqualTo(2);
            assertThat(breakpoint.passing()).isBetween(59_400_000L, 60_000_000L);
            assertThat(breakpoint.failing()).isBetween(60_000_001L, 60_600_000L);
            assertThat(breakpoint.outcome()).isEqualTo(Outcome.BROKE);
        });
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("[6/6] ", "linear at 128 MB, max, check 2: holds");
        assertThat(new ResultFolder(folder).unfinishedBreakpoints()).doesNotExist();
    }

    @Test
    void anInterruptedRunGoesOnWithItsChecks() throws IOException, InterruptedException {
        try (RudeServer server = new RudeServer(this::answer)) {
            assertThat(run(server, 1000)).isEmpty();
            int all = server.requests();
            BreakpointsFile whole = BreakpointsFile.read(new ResultFolder(folder).breakpoints());
            forgetChecks(whole);
            movesAfter = all;
            run(server, 5);
            assertThat(new ResultFolder(folder).unfinishedBreakpoints()).exists();
            assertThat(run(server, 1000)).isEmpty();
        }
        assertThat(found()).hasSize(2).allSatisfy(breakpoint -> {
            assertThat(breakpoint.rechecks()).isEqualTo(2);
            assertThat(breakpoint.passing()).isBetween(25_000_000L, 50_000_000L);
            assertThat(breakpoint.failing()).isBetween(60_000_001L, 60_600_000L);
            assertThat(breakpoint.reason()).contains("MB of storage pass");
        });
        assertThat(new ResultFolder(folder).unfinishedBreakpoints()).doesNotExist();
    }

    /** Leaves the file of a run that had made its searches and nothing else. */
    private void forgetChecks(BreakpointsFile whole) throws IOException {
        List<Breakpoint> searched = whole.breakpoints().stream()
                .map(found -> new Breakpoint(
                        found.strategy(),
                        found.memoryMegabytes(),
                        found.kind(),
                        found.max(),
                        found.passing(),
                        found.failing(),
                        found.verdict(),
                        found.outcome(),
                        found.predicted(),
                        found.reason()))
                .toList();
        new BreakpointsFile(
                        whole.endpoint(),
                        whole.start(),
                        whole.seconds(),
                        whole.calls(),
                        whole.confirmations(),
                        whole.timeLimitSeconds(),
                        searched)
                .write(new ResultFolder(folder).breakpoints());
    }
}
