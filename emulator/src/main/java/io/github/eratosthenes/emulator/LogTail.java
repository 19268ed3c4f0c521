package io.github.eratosthenes.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Follows the output of a process line by line without a thread of its own: whoever needs the lines so far drains it.
 *
 * <p>The last line before the end of an invocation comes out even if it lacks its line feed, since Lambda's logger
 * adds none.
 */
final class LogTail {
    private final InputStream output;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();

    LogTail(InputStream output, Consumer<String> lines) {
        this.output = output;
        this.lines = lines;
    }

    /** Passes on every complete line that is there. */
    synchronized void drain() {
        try {
            for (int there = output.available(); there > 0; there = output.available()) {
                for (byte b : output.readNBytes(there)) {
                    if (b == '\n') {
                        emit();
                    } else {
                        partial.write(b);
                    }
                }
            }
        } catch (IOException closed) {
            // the process is gone and its output with it
        }
    }

    /** Passes on everything that is there. */
    synchronized void flush() {
        drain();
        if (partial.size() > 0) {
            emit();
        }
    }

    private void emit() {
        lines.accept(partial.toString(StandardCharsets.UTF_8));
        partial.reset();
    }
}
