package io.github.eratosthenes.publication.findings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document in which findings stand between markers: a line {@code <!-- findings: name -->}, and, after the finding, a line
 * {@code <!-- end of findings -->}.
 */
final class MarkedText {

    private static final Pattern BEGIN = Pattern.compile("<!-- findings: (\\S+) -->");
    private static final String END = "<!-- end of findings -->";

    /** A marker that is spelled in another way would leave its finding as it is for ever. */
    private static final Pattern ALMOST = Pattern.compile("<!--.*findings.*");

    private MarkedText() {}

    /** Computes what stands between the markers of a name. */
    interface Writer {
        String write(String name) throws IOException;
    }

    /**
     * Returns the document with all findings written anew.
     *
     * @throws IllegalArgumentException if a marker is misspelled or one of a pair is missing; the message has the line's number
     * @throws IOException if the writer cannot read what it needs
     */
    static String rewritten(String text, Writer writer) throws IOException {
        List<String> lines = new ArrayList<>();
        String open = "";
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Matcher begin = BEGIN.matcher(line);
            if (begin.matches()) {
                check(open.isEmpty(), number, "a finding begins inside the finding '" + open + "'");
                open = begin.group(1);
                lines.add(line);
                lines.add(writer.write(open));
            } else if (line.equals(END)) {
                check(!open.isEmpty(), number, "a finding ends that has not begun");
                open = "";
                lines.add(line);
            } else {
                check(!ALMOST.matcher(line).matches(), number, "'" + line + "' is no marker");
                if (open.isEmpty()) {
                    lines.add(line);
                }
            }
        }
        check(open.isEmpty(), number, "the finding '" + open + "' does not end");
        return String.join("\n", lines);
    }

    /** Returns the names of a document's findings, in their order. */
    static List<String> names(String text) {
        return BEGIN.matcher(text).results().map(result -> result.group(1)).toList();
    }

    /**
     * Returns the document with the lines of every finding blank, so that line numbers stay as they are. A finding without an
     * end goes on to the end of the document.
     */
    static String withoutFindings(String text) {
        StringBuilder rest = new StringBuilder();
        boolean inside = false;
        for (String line : text.split("\n", -1)) {
            inside = !line.equals(END) && (inside || BEGIN.matcher(line).matches());
            rest.append(inside ? "" : line).append('\n');
        }
        return rest.toString();
    }

    private static void check(boolean right, int line, String what) {
        if (!right) {
            throw new IllegalArgumentException("line " + line + ": " + what);
        }
    }
}
