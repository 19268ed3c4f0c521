package io.github.eratosthenes.harness.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a header's value is goes to the server, and nowhere else. */
@Timeout(60)
class HeadersTest {

    private static final String SECRET = "s3cret/Key+1";
    private static final Map<String, String> ENVIRONMENT = Map.of("API_KEY", SECRET, "EMPTY", "");

    /** Answers 403 to a call without the key, and 403 with the key in its body to one whose max is 7. */
    private static String serve(ServerSocket server) throws IOException {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder request = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                request.append(line).append('\n');
            }
            String body = "{\"message\": \"Forbidden for " + SECRET + "\"}";
            OutputStream out = socket.getOutputStream();
            out.write(("HTTP/1.1 403 X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            return request.toString();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-api-key: $API_KEY", "x-api-key:${API_KEY}", "x-api-key: " + SECRET})
    void everyCallCarriesThem(String option) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                EndpointClient client = new EndpointClient(Headers.of(List.of(option), ENVIRONMENT::get))) {
            CompletableFuture<String> request = CompletableFuture.supplyAsync(() -> {
                try {
                    return serve(server);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            URI function = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/f");
            Reply reply = client.call(function, Call.small("bitset"), Duration.ofSeconds(20));
            assertThat(request.join()).contains("x-api-key: " + SECRET + "\n");
            assertThat(reply.detail()).contains("Forbidden for (hidden)").doesNotContain(SECRET);
            assertThat(reply.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void theirValuesAreNotPrinted() {
        assertThat(Headers.of(List.of("x-api-key: " + SECRET), ENVIRONMENT::get))
                .hasToString("[x-api-key]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-api-key",
                ": " + SECRET,
                "x api key: " + SECRET,
                "x-api-key: $MISSING",
                "x-api-key: $EMPTY",
                "host: " + SECRET,
                "x-api-key: " + SECRET + "\u0001"
            })
    void whatCannotBeSentIsRefusedWithoutItsValue(String option) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Headers.of(List.of(option), ENVIRONMENT::get))
                .withMessageStartingWith("--header ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET))
                .satisfies(e -> assertThat(e.getCause()).isNull());
    }

    @Test
    void aHeaderIsGivenOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Headers.of(List.of("a: 1", "a: 2"), ENVIRONMENT::get))
                .withMessage("--header has a twice; give each header once");
    }
}
