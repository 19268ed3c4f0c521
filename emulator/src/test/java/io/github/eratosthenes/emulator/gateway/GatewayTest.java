package io.github.eratosthenes.emulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.emulator.TestEmulator;
import io.github.eratosthenes.emulator.function.Instances;
import io.github.eratosthenes.emulator.runtime.Machine;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients send that no browser would, byte by byte. */
class GatewayTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNoCallIsRefusedInTheApisWords() throws IOException {
        try (TestEmulator emulator =
                TestEmulator.in(folder).uploadLimit(Duration.ofMillis(300)).start()) {
            int port = emulator.port();
            assertThat(answer(port, "GET /prod/f-128?a=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("x-amzn-RequestId: ")
                    .endsWith("{\"message\": \"Bad Request\"}");
            assertThat(answer(
                            port,
                            "GET /prod/none HTTP/1.1\r\nHost: a\r\nConnection: close\r\nA: " + "a".repeat(9000)
                                    + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ");
            assertThat(answer(port, "GET /prod/none HTTP/1.1\r\nHost: a\r\nA: " + "a".repeat(11_000) + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 431 ")
                    .endsWith("{\"message\": \"Request Header Fields Too Large\"}");
            assertThat(answer(port, "POST /prod/f-128 HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nslow"))
                    .startsWith("HTTP/1.1 408 ")
                    .endsWith("{\"message\": \"Request Timeout\"}");
        }
    }

    @Test
    void aMethodThatTheApiDoesNotHaveIsRefused() throws IOException {
        Methods methods = new Methods(Set.of("GET", "PUT"));
        try (TestEmulator emulator = TestEmulator.in(folder)
                .api(new RestApi(TestEmulator.PATIENCE, methods))
                .start()) {
            for (String method : List.of("POST", "DELETE", "OPTIONS", "get")) {
                assertThat(answer(emulator.port(), request(method, "f-1024")))
                        .as(method)
                        .startsWith("HTTP/1.1 403 ")
                        .endsWith("{\"message\": \"Missing Authentication Token\"}");
            }
            assertThat(answer(emulator.port(), request("PUT", "f-1024?do=sleep")))
                    .endsWith("slept 0");
        }
        try (TestEmulator emulator = TestEmulator.in(folder)
                .api(new HttpApi(TestEmulator.PATIENCE, methods))
                .start()) {
            assertThat(answer(emulator.port(), request("POST", "f-1024")))
                    .startsWith("HTTP/1.1 404 ")
                    .endsWith("{\"message\":\"Not Found\"}");
        }
    }

    @Test
    void aFunctionUrlTakesEveryPathAndMethodAndWaitsForTheFunction() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder)
                .api(new FunctionUrl())
                .timeout(Duration.ofSeconds(2))
                .start()) {
            assertThat(answer(emulator.port(), request("PATCH", "f-1024/any/path?do=sleep")))
                    .endsWith("slept 0");
            assertThat(answer(emulator.port(), request("GET", "f-1024/any/path")))
                    .contains("x-emulator-api: url")
                    .contains("\"rawPath\":\"/any/path\"");
            assertThat(answer(emulator.port(), request("GET", "f-1024?do=sleep&millis=60000")))
                    .startsWith("HTTP/1.1 502 ")
                    .contains("x-emulator-verdict: LAMBDA_TIMEOUT")
                    .endsWith("Internal Server Error");
            assertThat(answer(emulator.port(), request("GET", "none"))).startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void theMachineIsNamedInEveryAnswerAndItsNetworkIsWaitedFor() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder)
                .machine(new Machine(5, 1500, 400, "https://a.example"))
                .start()) {
            long start = System.nanoTime();
            HttpResponse<String> response = emulator.get("f-1024?do=sleep");
            assertThat(System.nanoTime() - start).isGreaterThan(400_000_000L);
            assertThat(response.headers().firstValue("x-emulator-reserved-mb")).hasValue("5");
            assertThat(response.headers().firstValue("x-emulator-calibration")).hasValue("https://a.example");
        }
    }

    /** Compares processor time with the client's time: the difference shows what a busy machine took away. */
    @Test
    void everyAnswerTellsItsProcessorTime() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder)
                .api(new RestApi(Duration.ofSeconds(5), TestEmulator.ANY_METHOD))
                .startLimited()) {
            HttpResponse<String> slept = emulator.get("f-1024?do=sleep&millis=300");
            assertThat(TestEmulator.verdict(slept)).isEqualTo("OK");
            assertThat(number(slept, "x-emulator-cpu-share")).isCloseTo(1024 / 1769.0, within(1e-9));
            HttpResponse<String> again = emulator.get("f-1024?do=sleep&millis=300");
            assertThat(number(again, "x-emulator-cpu-ms")).isBetween(0.001, 299.0);
            HttpResponse<String> late = emulator.get("f-1024?do=spin&millis=60000");
            assertThat(TestEmulator.verdict(late)).isEqualTo("GATEWAY_TIMEOUT");
            assertThat(number(late, "x-emulator-cpu-ms"))
                    .as("no more than its share of five seconds, and of a few periods")
                    .isBetween(300.0, 5100 * 1024 / 1769.0);
        }
    }

    private static double number(HttpResponse<?> response, String header) {
        return Double.parseDouble(response.headers().firstValue(header).orElseThrow());
    }

    private static String request(String method, String path) {
        return method + " /prod/" + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    @Test
    void anEndlessBodyIsCutOff() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).start();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), emulator.port())) {
            socket.setSoTimeout((int) TestEmulator.PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write("POST /prod/f-128 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            int sent = 0;
            try {
                while (sent < 200) {
                    out.write(chunk);
                    sent++;
                }
            } catch (SocketException closed) {
                // as it should be
            }
            assertThat(sent).as("megabytes").isBetween(9, 60);
            assertThat(emulator.calls(1).get(0).path("verdict").asText()).isEqualTo("REQUEST_TOO_LARGE");
        }
    }

    @Test
    void aFunctionCannotSpeakForTheEmulator() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).start()) {
            HttpResponse<String> response = emulator.get("f-1024?do=verdict");
            assertThat(response.headers().allValues("x-emulator-verdict")).containsExactly("OK");
            assertThat(TestEmulator.verdict(emulator.get("f-1024?do=deep")))
                    .as("a stack trace longer than usual headers")
                    .isEqualTo("FUNCTION_ERROR");
            // its runtime ends itself, sooner or later; that of this call stays
            assertThat(emulator.get("f-1024?do=sleep").body()).isEqualTo("slept 0");
            assertThat(Instances.pids(emulator.function("f-1024"))).isNotEmpty();
            TestEmulator.await("retired instances", () -> {
                Instances.retire(emulator.function("f-1024"));
                return Instances.pids(emulator.function("f-1024")).isEmpty();
            });
            assertThat(emulator.get("f-1024?do=sleep").body()).isEqualTo("slept 0");
        }
    }

    private static String answer(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) TestEmulator.PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
