package io.github.eratosthenes.publication.findings;

import io.github.eratosthenes.page.charts.Table;
import io.github.eratosthenes.publication.findings.topic.Passage;
import io.github.eratosthenes.publication.findings.topic.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A passage as Markdown: one statement as a paragraph, several as a list, and the tables after them. */
final class Markdown {

    /** Where lines are broken. */
    private static final int WIDTH = 140;

    private Markdown() {}

    /** Returns the Markdown, without a line break at its end. */
    static String of(Passage passage) {
        List<String> blocks = new ArrayList<>();
        List<Statement> statements = passage.statements();
        if (statements.size() == 1) {
            blocks.add(paragraph(statements.get(0).text()));
        } else if (!statements.isEmpty()) {
            blocks.add(statements.stream()
                    .map(statement -> wrapped("- " + statement.text(), "  "))
                    .collect(Collectors.joining("\n")));
        }
        passage.tables().forEach(table -> blocks.add(table(table)));
        return String.join("\n\n", blocks);
    }

    /** Returns text that has line breaks as it is: it is HTML. */
    private static String paragraph(String text) {
        return text.contains("\n") ? text : wrapped(text, "");
    }

    /** Returns text with lines of a limited width where words allow; each further line is indented. */
    private static String wrapped(String text, String indent) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String word : text.split(" ", -1)) {
            if (length > 0 && length + 1 + word.length() > WIDTH) {
                lines.append('\n').append(indent).append(word);
                length = indent.length() + word.length();
            } else {
                lines.append(length == 0 ? "" : " ").append(word);
                length += (length == 0 ? 0 : 1) + word.length();
            }
        }
        return lines.toString();
    }

    private static String table(Table table) {
        List<String> lines = new ArrayList<>();
        lines.add(row(table.columns()));
        lines.add(row(Collections.nCopies(table.columns().size(), "---")));
        table.rows().forEach(row -> lines.add(row(row)));
        return String.join("\n", lines);
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
