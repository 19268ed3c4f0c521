package io.github.eratosthenes.results.text;

import java.util.regex.Pattern;

/** Quotes the words of a command that the user is to paste into a shell. */
public final class ShellText {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

    private ShellText() {}

    /** Returns the word unchanged if it has no special character of a shell, and in single quotes otherwise. */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
