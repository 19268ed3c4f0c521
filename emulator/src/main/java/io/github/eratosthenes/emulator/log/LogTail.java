package io.github.eratosthenes.emulator.log;

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
public final class LogTail {
    /** The most bytes at a time, so that a function that never stops printing lets the others' lines through. */
    private static final int PORTION = 1 << 20;

    /** The longest line; the rest of it becomes the next. CloudWatch's longest event is as long. */
    private static final int LONGEST_LINE = 256 * 1024;

    private final InputStream output;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();

    /** Follows {@code output}, whose lines go to {@code lines}. */
    public LogTail(InputStream output, Consumer<String> lines) {
        this.output = output;
        this.lines = lines;
    }

    /** Passes on every complete line that is there, or in the first megabyte of it. */
    public synchronized void drain() {
        try {
            int there = output.available();
            for (int left = PORTION; there > 0 && left > 0; there = output.available()) {
                byte[] bytes = output.readNBytes(Math.min(there, left));
                left -= bytes.length;
                for (byte b : bytes) {
                    take(b);
                }
            }
        } catch (IOException closed) {
            // the process is gone and its output with it
        }
    }

    private void take(byte b) {
        if (b == '\n') {
            emit();
        } else {
            partial.write(b);
            if (partial.size() == LONGEST_LINE) {
                emit();
            }
        }
    }

    /** Passes on what {@link #drain} does, and the line that is not complete. */
    public synchronized void flush() {
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
