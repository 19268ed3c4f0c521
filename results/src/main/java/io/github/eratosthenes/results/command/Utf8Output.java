package io.github.eratosthenes.results.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Standard output and standard error in UTF-8 where the locale has ASCII only, as in a container or under cron. Java takes their
 * encoding from the locale, and so would print every ± as a question mark.
 */
public final class Utf8Output {

    private Utf8Output() {}

    /** Replaces {@link System#out} and {@link System#err} if they cannot print more than ASCII. */
    public static void use() {
        String encoding =
                System.getProperty("stdout.encoding", Charset.defaultCharset().name());
        if (encoding.equals("ANSI_X3.4-1968") || encoding.equals(StandardCharsets.US_ASCII.name())) {
            System.setOut(stream(FileDescriptor.out));
            System.setErr(stream(FileDescriptor.err));
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
    }
}
