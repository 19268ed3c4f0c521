package io.github.eratosthenes.cluster.ranges;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file from where its channel stands, with the places where they end. Reads no more of a line than a record
 * can have, so that a file of another kind, whatever its size, takes no memory.
 */
final class FileLines {

    /**
     * A line.
     *
     * @param text its characters, one for each byte, without LF or CR LF
     * @param isEnded whether there is an LF behind it, which the last line of a file may lack; a line too long for a record
     *     is cut short and lacks it too
     * @param end the place of the first byte behind the line
     */
    record Line(String text, boolean isEnded, long end) {}

    /** More than any record has: three numbers of up to 19 digits, or a header. */
    private static final int MOST_CHARACTERS = 256;

    private final InputStream bytes;
    private long position;

    FileLines(FileChannel channel) {
        this.bytes = new BufferedInputStream(Channels.newInputStream(channel));
    }

    /** Returns the next line, or null behind the last. */
    @Nullable
    Line next() throws IOException {
        StringBuilder text = new StringBuilder();
        int next = bytes.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n' && text.length() < MOST_CHARACTERS) {
            text.append((char) next);
            position++;
            next = bytes.read();
        }
        boolean isEnded = next == '\n';
        if (isEnded) {
            position++;
        }
        int last = text.length() - 1;
        if (last >= 0 && text.charAt(last) == '\r') {
            text.setLength(last);
        }
        return new Line(text.toString(), isEnded, position);
    }
}
