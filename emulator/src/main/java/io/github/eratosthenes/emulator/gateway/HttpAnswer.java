package io.github.eratosthenes.emulator.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The answer that the client gets.
 *
 * @param status the HTTP status
 * @param headers the headers, a value for each line
 * @param body the body
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {

    static HttpAnswer json(int status, String body) {
        return new HttpAnswer(
                status, Map.of("Content-Type", List.of("application/json")), body.getBytes(StandardCharsets.UTF_8));
    }
}
