package io.github.eratosthenes.results.text;

import java.util.regex.Pattern;

/** Words of a command that is printed for the user to paste into a shell. */
public final class ShellText {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

    private ShellText() {}

    /** Returns the word as it is where no shell sees anything special in it, and otherwise in single quotes. */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
