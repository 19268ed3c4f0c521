package io.github.eratosthenes.results.text;

import java.util.List;

/** Lines that a JVM prints to standard error about itself, before and between those of its program. */
public final class JvmNotes {

    /** On JAVA_TOOL_OPTIONS and _JAVA_OPTIONS, on JDK_JAVA_OPTIONS, and the warnings of the JVM. */
    private static final List<String> BEGINNINGS =
            List.of("Picked up ", "NOTE: Picked up ", "OpenJDK 64-Bit Server VM warning: ", "WARNING: ");

    private JvmNotes() {}

    /** Returns whether a line is such a note, and so no reason why a program failed. */
    public static boolean isNote(String line) {
        return BEGINNINGS.stream().anyMatch(line::startsWith);
    }
}
