package io.github.eratosthenes.harness.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.harness.endpoint.EndpointClient;
import io.github.eratosthenes.harness.endpoint.ReplyKind;
import io.github.eratosthenes.harness.endpoint.RudeServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LoadRunnerTest {

    private static final String GOOD = RudeServer.good("bitset", 1000, 1);

    private static List<Done> run(
            RudeServer server, int functions, int executions, int concurrency, @Nullable Double rate)
            throws InterruptedException {
        List<Target> targets = Stream.of(128, 256, 512, 1024)
                .limit(functions)
                .map(memory -> new Target("bitset", memory, server.function()))
                .toList();
        AtomicInteger finished = new AtomicInteger();
        try (EndpointClient client = new EndpointClient()) {
            List<Done> calls = new LoadRunner(client, concurrency, rate, Duration.ofSeconds(5))
                    .run(targets, executions, 1000, 1, finished);
            assertThat(finished).hasValue(calls.size());
            return calls;
        }
    }

    @Test
    void makesEveryCallOnceWhateverComesOfIt() throws IOException, InterruptedException {
        try (RudeServer server = new RudeServer((number, line, socket) -> {
            switch (number % 5) {
                case 0 -> RudeServer.write(socket, GOOD);
                case 1 -> RudeServer.write(socket, "garbage\r\n\r\n");
                case 2 -> Thread.sleep(600_000);
                case 3 -> RudeServer.write(socket, RudeServer.http(504, "x-amzn-RequestId: 1\r\n", "{}"));
                default -> {
                    return false; // cut
                }
            }
            return number % 5 == 0;
        })) {
            List<Done> calls = run(server, 4, 20, 80, null);
            Map<ReplyKind, Long> kinds = calls.stream()
                    .collect(Collectors.groupingBy(call -> call.reply().kind(), Collectors.counting()));
            assertThat(kinds)
                    .containsOnly(
                            Map.entry(ReplyKind.OK, 16L),
                            Map.entry(ReplyKind.GARBAGE, 16L),
                            Map.entry(ReplyKind.STALLED, 16L),
                            Map.entry(ReplyKind.GATEWAY_TIMEOUT, 16L),
                            Map.entry(ReplyKind.CUT, 16L));
            assertThat(server.requests()).isEqualTo(80);
            assertThat(calls)
                    .extracting(call -> call.target().memoryMegabytes())
                    .containsOnly(128, 256, 512, 1024)
                    .filteredOn(memory -> memory == 512)
                    .hasSize(20);
        }
    }

    /** Breaks the function. The next call starts the runtime inside itself, so it must not count. */
    @Test
    void aBreakIsFollowedByACallThatCountsNowhere() throws IOException, InterruptedException {
        try (RudeServer server = new RudeServer((number, line, socket) -> {
            boolean counted = line.contains("max=5000&");
            RudeServer.write(
                    socket,
                    counted
                            ? RudeServer.http(502, "x-amzn-RequestId: 1\r\n", "{}")
                            : RudeServer.good("bitset", 1000, 1));
            return true;
        })) {
            List<Target> targets = List.of(new Target("bitset", 128, server.function()));
            try (EndpointClient client = new EndpointClient()) {
                LoadRunner runner = new LoadRunner(client, 2, null, Duration.ofSeconds(5));
                List<Done> calls = runner.run(targets, 6, 5000, 1, new AtomicInteger());
                assertThat(calls)
                        .hasSize(6)
                        .extracting(call -> call.reply().kind())
                        .containsOnly(ReplyKind.FUNCTION_FAILED);
                assertThat(runner.callsAfterBreaks()).isEqualTo(6);
                assertThat(server.requests()).isEqualTo(12);
            }
        }
    }

    @Test
    void keepsNoMoreCallsOpenThanAllowed() throws IOException, InterruptedException {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (RudeServer server = new RudeServer((number, line, socket) -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            Thread.sleep(30);
            open.decrementAndGet();
            RudeServer.write(socket, GOOD);
            return true;
        })) {
            run(server, 4, 10, 3, null);
        }
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void countsTheWaitForAPlaceWhenTheRateIsTooHigh() throws IOException, InterruptedException {
        try (RudeServer server = new RudeServer((number, line, socket) -> {
            Thread.sleep(100);
            RudeServer.write(socket, GOOD);
            return true;
        })) {
            List<Done> calls = run(server, 1, 10, 1, 100.0);
            Done last = calls.get(9);
            // due 90 ms after the start, answered 1000 ms after it at the earliest
            assertThat(last.clientMillis()).isGreaterThan(900);
            assertThat(last.reply().clientMillis()).isLessThan(last.clientMillis() - 800);
        }
    }
}
