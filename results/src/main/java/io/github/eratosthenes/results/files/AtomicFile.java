package io.github.eratosthenes.results.files;

import io.github.eratosthenes.results.text.ErrorText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes a file in one step: a reader finds the old content or the new content, even after an interruption, and never a mixture. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Writes the new content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything to the stream; the caller closes it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes to a temporary file beside the target and renames it onto the target.
     *
     * @throws IOException if either step fails; the message names the target, which keeps its old content
     */
    public static void write(Path target, Content content) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            replace(target, temporary, content);
        } catch (IOException e) {
            throw new IOException("cannot write " + target + ": " + ErrorText.of(e), e);
        }
    }

    /** Writes lines of text in the same way. */
    public static void writeLines(Path target, List<String> lines) throws IOException {
        write(target, out -> out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static void replace(Path target, Path temporary, Content content) throws IOException {
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                content.writeTo(out);
            }
            // after a loss of power, too, the name must not be there before the content
            try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
