package io.github.eratosthenes.emulator.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Puts a request's body into an event, as text or in base64. */
final class RequestBody {
    private RequestBody() {}

    static void put(ObjectNode event, byte[] body, boolean text) {
        String decoded = text ? decode(body) : null;
        event.put("body", decoded != null ? decoded : Base64.getEncoder().encodeToString(body));
        event.put("isBase64Encoded", decoded == null);
    }

    private static @Nullable String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
