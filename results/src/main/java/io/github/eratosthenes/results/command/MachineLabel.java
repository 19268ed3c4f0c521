package io.github.eratosthenes.results.command;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns a machine's label, as someone typed it, into part of a folder's name.
 *
 * <p>Letters and digits of any script are kept, in lower case, and blanks become hyphens. Any other character is
 * rejected rather than replaced, because a replacement could give two machines the same label.
 */
final class MachineLabel {

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*");

    /** A folder's name may have 255 bytes, some of which go to the date and the number. */
    private static final int MOST_BYTES = 200;

    private MachineLabel() {}

    /**
     * Returns the label.
     *
     * @throws IllegalArgumentException if it has a character that is neither a letter, a digit, a blank nor one of {@code
     *     . _ -}, does not begin with a letter or a digit, or is too long
     */
    static String of(String typed) {
        String label = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "-");
        if (!ALLOWED.matcher(label).matches()) {
            throw new IllegalArgumentException("--machine '" + typed
                    + "' is not a label: it must begin with a letter or a digit and may have letters, digits, blanks and . _ -"
                    + unreadable(typed));
        }
        int bytes = label.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("--machine '" + typed + "' has " + bytes + " bytes, more than "
                    + MOST_BYTES + ", the most allowed");
        }
        return label;
    }

    /** Returns a hint if Java could not read the label. In the locale C, Java reads letters beyond ASCII as replacement characters. */
    private static String unreadable(String typed) {
        return typed.indexOf('\uFFFD') < 0 ? "" : "; Java cannot read it in this locale, so set LC_ALL=C.UTF-8";
    }
}
