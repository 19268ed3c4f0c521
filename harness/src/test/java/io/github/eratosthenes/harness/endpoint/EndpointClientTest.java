package io.github.eratosthenes.harness.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an endpoint does, a call ends within its patience and has a kind. */
@Timeout(120)
class EndpointClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(500);
    private static final Call CALL = Call.of("bitset", 1000, 2);

    private static Reply call(URI function, Duration patience) {
        try (EndpointClient client = new EndpointClient()) {
            return client.call(function, CALL, patience);
        }
    }

    private static Reply call(RudeServer.Manners manners) throws IOException {
        return call(manners, PATIENCE);
    }

    private static Reply call(RudeServer.Manners manners, Duration patience) throws IOException {
        try (RudeServer server = new RudeServer(manners)) {
            return call(server.function(), patience);
        }
    }

    private static Reply answered(String text) throws IOException {
        try (RudeServer server = RudeServer.saying(text)) {
            return call(server.function(), PATIENCE);
        }
    }

    @Test
    void readsAGoodAnswer() throws IOException {
        Reply reply = answered(RudeServer.good("bitset", 1000, 2));
        assertThat(reply.kind()).isEqualTo(ReplyKind.OK);
        assertThat(reply.trace().api()).isEqualTo("rest");
        assertThat(reply.answer()).isNotNull().satisfies(answer -> {
            assertThat(answer.durationSeconds()).isEqualTo(0.25);
            assertThat(answer.primes()).isEqualTo(168L);
            assertThat(answer.coldStart()).isFalse();
        });
    }

    @Test
    void readsTheTutorialsOwnAnswer() throws IOException {
        Reply reply = answered(RudeServer.http(200, "", "{\"durationSeconds\": 5.484, \"max\": 1000, \"loops\": 2}"));
        assertThat(reply.kind()).isEqualTo(ReplyKind.OK);
    }

    @Test
    void asksForWhatTheCallSays() throws IOException {
        String[] asked = {""};
        call((number, line, socket) -> {
            asked[0] = line;
            return false;
        });
        assertThat(asked[0]).isEqualTo("GET /prod/function?max=1000&loops=2&strategy=bitset HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource({
        "504, x-amzn-RequestId, GATEWAY_TIMEOUT",
        "502, x-amzn-RequestId, FUNCTION_FAILED",
        "500, x-amzn-RequestId, THROTTLED",
        "500, apigw-requestid, FUNCTION_FAILED",
        "503, apigw-requestid, THROTTLED",
        "429, x-amzn-RequestId, THROTTLED",
        "403, x-amzn-RequestId, UNKNOWN_PATH",
        "404, apigw-requestid, UNKNOWN_PATH",
        "400, x-amzn-RequestId, BAD_REQUEST",
        "418, x-amzn-RequestId, UNEXPECTED_STATUS"
    })
    void namesAFailureByStatusAndApi(int status, String header, ReplyKind kind) throws IOException {
        assertThat(answered(RudeServer.http(status, header + ": 1\r\n", "{}")).kind())
                .isEqualTo(kind);
    }

    /** Recognizes a timeout by its time: a function URL has no gateway whose timeout would have a status of its own. */
    @ParameterizedTest
    @CsvSource({
        "502, url, 0, LAMBDA_TIMEOUT",
        "502, url, 600000, FUNCTION_FAILED",
        "502, rest, 0, FUNCTION_FAILED",
        "503, http, 0, GATEWAY_TIMEOUT",
        "503, http, 600000, THROTTLED"
    })
    void aFailureWhenTimeIsUpIsOfTimeAndNotOfMemory(int status, String api, double lateMillis, ReplyKind kind)
            throws IOException {
        try (RudeServer server = RudeServer.saying(RudeServer.http(status, "x-emulator-api: " + api + "\r\n", "{}"));
                EndpointClient client = new EndpointClient(Headers.NONE, lateMillis)) {
            assertThat(client.call(server.function(), CALL, PATIENCE).kind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ReplyKind.class,
            names = {"LAMBDA_TIMEOUT", "NEAR_LIMIT_TIMEOUT", "GATEWAY_TIMEOUT"})
    void noTimeoutIsOfMemory(ReplyKind kind) throws IOException {
        Reply reply = answered(RudeServer.http(502, "x-emulator-verdict: " + kind + "\r\n", "{}"));
        assertThat(reply.kind()).isEqualTo(kind);
        assertThat(reply.kind().isTime()).isTrue();
        assertThat(reply.kind().isMemory()).isFalse();
    }

    @Test
    void processorTimeTellsHowLongACallTakesByItself() throws IOException {
        Reply told = answered(RudeServer.http(
                504, "x-emulator-cpu-ms: 0.000001\r\nx-emulator-cpu-share: 0.1\r\nx-amzn-RequestId: 1\r\n", "{}"));
        assertThat(told.ownMillis()).isCloseTo(0.00001, within(1e-12)).isLessThan(told.clientMillis());
        assertThat(told.isStarved()).isTrue();
        Reply whole = answered(RudeServer.http(
                504, "x-emulator-cpu-ms: 1e9\r\nx-emulator-cpu-share: 0.1\r\nx-amzn-RequestId: 1\r\n", "{}"));
        assertThat(whole.ownMillis()).isEqualTo(whole.clientMillis());
        assertThat(whole.isStarved()).isFalse();
    }

    /**
     * Counts the time that the client waits if there is no processor time, as with a real endpoint, or if one thread cannot use
     * several processors.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-amzn-RequestId: 1",
                "x-emulator-cpu-ms: 0.000001",
                "x-emulator-cpu-share: 0.1",
                "x-emulator-cpu-ms: 0.000001\r\nx-emulator-cpu-share: 1",
                "x-emulator-cpu-ms: much\r\nx-emulator-cpu-share: 0.1"
            })
    void withoutProcessorTimeACallTakesWhatItsClientWaits(String headers) throws IOException {
        Reply reply = answered(RudeServer.http(504, headers + "\r\n", "{}"));
        assertThat(reply.ownMillis()).isEqualTo(reply.clientMillis());
        assertThat(reply.isStarved()).isFalse();
    }

    @Test
    void takesTheEmulatorsWordForIt() throws IOException {
        assertThat(answered(RudeServer.http(502, "x-emulator-verdict: HEAP_OOM\r\n", "{}"))
                        .kind())
                .isEqualTo(ReplyKind.HEAP_OOM);
    }

    @Test
    void namesARefusedConnection() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(call(URI.create("http://127.0.0.1:" + port + "/x"), PATIENCE).kind())
                .isEqualTo(ReplyKind.CONNECT);
    }

    @Test
    void namesAHostThatIsNone() {
        assertThat(call(URI.create("http://nowhere.invalid/x"), PATIENCE).kind())
                .isEqualTo(ReplyKind.UNKNOWN_HOST);
    }

    @Test
    void endsACallThatIsNeverAnswered() throws IOException {
        Reply reply = call(
                (number, line, socket) -> {
                    Thread.sleep(600_000);
                    return false;
                },
                LITTLE_PATIENCE);
        assertThat(reply.kind()).isEqualTo(ReplyKind.STALLED);
        assertThat(reply.clientMillis()).isBetween(400.0, 60_000.0);
    }

    @Test
    void endsACallWhoseBodyStops() throws IOException {
        Reply reply = call(
                (number, line, socket) -> {
                    RudeServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
                    Thread.sleep(600_000);
                    return false;
                },
                LITTLE_PATIENCE);
        assertThat(reply.kind()).isEqualTo(ReplyKind.STALLED);
    }

    @Test
    void endsACallWhoseBodyTrickles() throws IOException {
        Reply reply = call(
                (number, line, socket) -> {
                    RudeServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                    return trickle(socket);
                },
                LITTLE_PATIENCE);
        assertThat(reply.kind()).isEqualTo(ReplyKind.STALLED);
    }

    private static boolean trickle(Socket socket) throws IOException, InterruptedException {
        while (true) {
            RudeServer.write(socket, " ");
            Thread.sleep(20);
        }
    }

    @Test
    void endsABodyWithoutEnd() throws IOException {
        String block = " ".repeat(1 << 16);
        Reply reply = call((number, line, socket) -> {
            RudeServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                RudeServer.write(socket, block);
            }
        });
        assertThat(reply.kind()).isEqualTo(ReplyKind.TOO_LONG);
    }

    @Test
    void namesAConnectionThatIsCut() throws IOException {
        assertThat(call((number, line, socket) -> false).kind()).isEqualTo(ReplyKind.CUT);
        assertThat(answered("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"dur")
                        .kind())
                .isEqualTo(ReplyKind.CUT);
    }

    @Test
    void neverSendsARequestTwice() throws IOException {
        try (RudeServer server = new RudeServer((number, line, socket) -> {
                    if (number == 1) {
                        RudeServer.write(socket, RudeServer.good("bitset", 1000, 2));
                    }
                    return number == 1;
                });
                EndpointClient client = new EndpointClient()) {
            assertThat(client.call(server.function(), CALL, PATIENCE).kind()).isEqualTo(ReplyKind.OK);
            assertThat(client.call(server.function(), CALL, PATIENCE).kind()).isEqualTo(ReplyKind.CUT);
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SSH-2.0-OpenSSH_9.6, GARBAGE",
        "'<html>hello</html>', GARBAGE",
    })
    void namesWhatIsNotHttp(String text, ReplyKind kind) throws IOException {
        assertThat(answered(text + "\r\n\r\n").kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "'', GARBAGE",
        "'<html>login</html>', GARBAGE",
        "'[1, 2]', GARBAGE",
        "'{\"durationSeconds\": \"fast\", \"max\": 1000, \"loops\": 2}', GARBAGE",
        "'{\"durationSeconds\": 1, \"max\": 999, \"loops\": 2}', WRONG_ANSWER",
        "'{\"durationSeconds\": 1, \"max\": 1000, \"loops\": 2, \"strategy\": \"wheel\"}', WRONG_ANSWER",
    })
    void namesABodyThatIsNoAnswer(String body, ReplyKind kind) throws IOException {
        assertThat(answered(RudeServer.http(200, "", body)).kind()).isEqualTo(kind);
    }
}
