package io.github.eratosthenes.benchmarks.results;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that a reader, or an interruption, finds the old content or the new one and nothing between. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Writes the bytes of a file that is to be. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything to the stream; the caller closes it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes to a temporary file beside the target and renames it onto the target.
     *
     * @throws IOException if either fails; the target is then as it was
     */
    public static void write(Path target, Content content) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                content.writeTo(out);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
