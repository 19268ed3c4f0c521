package io.github.eratosthenes.results.text;

import java.util.List;

/** Recognizes the lines that a JVM prints about itself to standard error, among those of its program. */
public final class JvmNotes {

    /** The beginnings of notes on JAVA_TOOL_OPTIONS, _JAVA_OPTIONS and JDK_JAVA_OPTIONS, and of the JVM's warnings. */
    private static final List<String> BEGINNINGS =
            List.of("Picked up ", "NOTE: Picked up ", "OpenJDK 64-Bit Server VM warning: ", "WARNING: ");

    private JvmNotes() {}

    /** Returns whether a line is such a note, which does not explain why a program failed. */
    public static boolean isNote(String line) {
        return BEGINNINGS.stream().anyMatch(line::startsWith);
    }
}
