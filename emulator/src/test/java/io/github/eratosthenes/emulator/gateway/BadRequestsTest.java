package io.github.eratosthenes.emulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.emulator.TestEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests as no client should send them, byte for byte, to one emulator; after each it must still answer. */
@Timeout(180)
class BadRequestsTest {
    private static final long SEED = 20_261_122;
    private static final int MUTATIONS = 500;
    private static final String GOOD = "GET /prod/f-1024?do=sleep HTTP/1.1\r\nHost: h\r\n\r\n";

    @TempDir
    private static Path folder;

    private static @Nullable TestEmulator emulator;

    @BeforeAll
    static void start() throws IOException {
        emulator = TestEmulator.in(folder).concurrency(2).start();
    }

    @AfterAll
    static void end() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @AfterEach
    void itStillAnswers() {
        TestEmulator.await("answer", () -> answer(GOOD).startsWith("HTTP/1.1 200 "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /prod/f-1024?do=sleep&x=%zz HTTP/1.1        | 400",
                "GET /prod/f-1024?do=sleep&x=% HTTP/1.1          | 400",
                "GET /prod/f-1024?do=sleep&x=%ff HTTP/1.1        | 400",
                "GET /prod/f-1024?do=sleep&x=%c3 HTTP/1.1        | 400",
                "GET /prod/f-1024?do=sleep&x=%00 HTTP/1.1        | 200",
                "GET /prod/f-1024?do=sleep&&=&x HTTP/1.1         | 200",
                "GET /prod/%zz HTTP/1.1                          | 400",
                "GET /prod/f-1024%00 HTTP/1.1                    | 400",
                "GET /prod/%ff HTTP/1.1                          | 400",
                "GET /prod/none HTTP/1.1                         | 403",
                "GET /prod/f-1024/ HTTP/1.1                      | 403",
                "GET /prod/../../etc/passwd HTTP/1.1             | 400",
                "GET / HTTP/1.1                                  | 403",
                "GET prod/f-1024 HTTP/1.1                        | 400",
                "BREW /prod/f-1024?do=sleep HTTP/1.1             | 200",
                "GET /prod/f-1024?do=sleep HTTP/1.0              | 200",
                "GET /prod/f-1024?do=sleep HTTP/9.9              | 505",
                "GET /prod/f-1024?do=sleep SPDY/3                | 505",
                "GET                                             | 400",
                "PRI * HTTP/2.0                                  | 426",
            })
    void aRequestLine(String line, int status) {
        assertAnswer(answer(line + "\r\nHost: h\r\n\r\n"), status, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X: 1                                     | 400", // no host
                "Host: h~Host: i                          | 400",
                "Host: h~: no name                        | 400",
                "Host: h~no colon                         | 400",
                "Host: h~ folded                          | 400",
                "Host: h~Bad Name: 1                      | 400",
                "Host: h~Content-Length: -1               | 400",
                "Host: h~Content-Length: 1~Content-Length: 2 | 400",
                "Host: h~Content-Length: 9999999999999999999 | 400",
                "Host: h~Content-Length: 1~Transfer-Encoding: chunked | 400",
                "Host: h~Transfer-Encoding: nonsense      | 400",
                "Host: h~Content-Length: 99999999         | 400", // and then nothing comes
            })
    void headers(String headers, int status) {
        String request = "POST /prod/f-1024?do=sleep HTTP/1.1\r\n" + headers.replace("~", "\r\n") + "\r\n\r\n";
        assertAnswer(answer(request), status, "");
    }

    @Test
    void otherProtocols() {
        assertAnswer(answer("\u0016\u0003\u0001\u0000\u00ff\u0001\u0000\r\n\r\n"), 400, "");
        assertAnswer(answer("{\"max\": 1}\r\n\r\n"), 400, "");
        assertThat(answer("")).isEmpty();
    }

    @Test
    void oversizedHeadersAndAddresses() {
        String much = "x".repeat(20_000);
        assertAnswer(answer("GET /prod/f-1024 HTTP/1.1\r\nHost: h\r\nX: " + much + "\r\n\r\n"), 431, "");
        assertAnswer(answer("GET /prod/f-1024 HTTP/1.1\r\nHost: h\r\n" + "X: 1\r\n".repeat(5_000) + "\r\n"), 431, "");
        assertAnswer(answer("GET /prod/f-1024?x=" + much + " HTTP/1.1\r\nHost: h\r\n\r\n"), 414, "");
    }

    @Test
    void chunkedBodies() {
        String head = "POST /prod/f-1024?do=sleep HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertAnswer(answer(head + "3\r\nabc\r\n0\r\n\r\n"), 200, "slept 0");
        assertAnswer(answer(head + "zz\r\nabc\r\n0\r\n\r\n"), 400, "");
        assertAnswer(answer(head + "-3\r\nabc\r\n0\r\n\r\n"), 400, "");
        assertAnswer(answer(head + "ffffffffffffffff\r\nabc"), 400, "");
    }

    @Test
    void requestsInARowAreAnsweredInTheirOrder() {
        String row = Stream.of("f-1024?do=sleep&millis=50", "none", "f-1024?do=sleep&millis=1")
                .map(path -> "GET /prod/" + path + " HTTP/1.1\r\nHost: h\r\n\r\n")
                .collect(Collectors.joining());
        assertThat(answer(row)).containsSubsequence("slept 50", "HTTP/1.1 403", "HTTP/1.1 200", "slept 1");
    }

    @Test
    void clientsThatLeaveEarly(@TempDir Path own) throws IOException {
        String post = "POST /prod/f-1024?do=sleep HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc";
        // of its own: what was asked and left goes on, and keeps both instances from the next test's calls
        try (TestEmulator left = TestEmulator.in(own).concurrency(2).start()) {
            for (int i = 0; i < 20; i++) {
                for (String start : List.of("", "GET /pro", GOOD, GOOD + GOOD, post)) {
                    try (Socket socket = connect(left)) {
                        write(socket, start);
                        socket.setSoLinger(i % 2 == 0, 0); // every other one with a reset
                    }
                }
            }
            TestEmulator.await("answer", () -> answer(left, GOOD).startsWith("HTTP/1.1 200 "));
        }
    }

    @Test
    void clientsThatStopDoNotKeepTheOthersWaiting() throws IOException {
        List<Socket> stopped = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Socket socket = connect();
            stopped.add(socket);
            write(
                    socket,
                    i % 2 == 0
                            ? "GET /prod/f-1024 HT"
                            : "POST /prod/f-1024 HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\na");
        }
        try (Socket slow = connect()) {
            for (int i = 0; i < GOOD.length(); i++) {
                write(slow, GOOD.substring(i, i + 1));
            }
            assertAnswer(read(slow), 200, "slept 0");
        }
        for (Socket socket : stopped) {
            socket.close();
        }
    }

    @Test
    void requestsWithBrokenBytes() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] request = GOOD.getBytes(StandardCharsets.ISO_8859_1);
            for (int broken = random.nextInt(1, 4); broken > 0; broken--) {
                request[random.nextInt(request.length)] = (byte) random.nextInt();
            }
            String answer = answer(new String(request, StandardCharsets.ISO_8859_1));
            assertThat(answer)
                    .as("answer %s to %s", i, new String(request, StandardCharsets.ISO_8859_1))
                    .matches("(?s)|HTTP/1.1 [2-5][0-9][0-9] .*");
            assertNothingOfTheInside(answer);
        }
    }

    private static void assertAnswer(String answer, int status, String body) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains(body);
        if (status != 200) {
            assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/json");
            assertThat(answer).matches("(?s).*\\{\"message\": \"[A-Za-z ]+\"}");
        }
        assertNothingOfTheInside(answer);
    }

    private static void assertNothingOfTheInside(String answer) {
        assertThat(answer).doesNotContainIgnoringCase("exception", "jetty", "\tat ", "java.", folder.toString());
    }

    private static Socket connect() throws IOException {
        return connect(Objects.requireNonNull(emulator));
    }

    private static Socket connect(TestEmulator to) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), to.port());
        socket.setSoTimeout((int) TestEmulator.PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Returns everything that comes back until the connection ends. */
    private static String read(Socket socket) throws IOException {
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String answer(String request) {
        return answer(Objects.requireNonNull(emulator), request);
    }

    private static String answer(TestEmulator from, String request) {
        try (Socket socket = connect(from)) {
            write(socket, request);
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
