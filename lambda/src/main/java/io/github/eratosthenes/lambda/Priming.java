package io.github.eratosthenes.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.github.eratosthenes.core.SieveStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers made-up events before the first real one.
 *
 * <p>Lambda initializes with whole processors and then leaves a 128 MB function a fourteenth of one, so every class
 * that is loaded, linked and compiled during init saves the first call fourteen times that time.
 */
final class Priming {

    /** Enough to have the loops of every sieve compiled, and small enough not to show in the peak of memory. */
    private static final int MAX = 200_000;

    private Priming() {}

    /** Sends an event for each strategy through {@code handler}. */
    static void run(EratosthenesHandler handler) {
        for (SieveStrategy strategy : SieveStrategy.values()) {
            String event = "{\"headers\": {\"Accept\": \"*/*\"}, \"queryStringParameters\": {\"max\": \"" + MAX
                    + "\", \"loops\": \"1\", \"strategy\": \"" + strategy.id() + "\"}}";
            try {
                handler.answer(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        OutputStream.nullOutputStream(),
                        new Silence());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Takes messages and drops them. */
    private static final class Silence implements LambdaLogger {
        @Override
        public void log(String message) {}

        @Override
        public void log(byte[] message) {}
    }
}
