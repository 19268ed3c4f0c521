package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.page.charts.Table;
import java.util.List;

/**
 * What a notebook's cell states about a result folder.
 *
 * @param sentences in plain words
 * @param table the figures behind them; it may have no rows
 */
public record Finding(List<String> sentences, Table table) {

    /** Makes a finding without figures. */
    static Finding of(String... sentences) {
        return new Finding(List.of(sentences), new Table(List.of(), List.of()));
    }

    /** Returns the sentences as plain text, each on its own line. */
    public String text() {
        return String.join("\n", sentences);
    }

    /** Returns the sentences and the table as HTML. */
    public String html() {
        StringBuilder html = new StringBuilder();
        sentences.forEach(
                sentence -> html.append("<p>").append(escaped(sentence)).append("</p>\n"));
        if (!table.rows().isEmpty()) {
            html.append("<table>\n<thead>\n");
            row(html, "th", table.columns());
            html.append("</thead>\n<tbody>\n");
            table.rows().forEach(row -> row(html, "td", row));
            html.append("</tbody>\n</table>\n");
        }
        return html.toString();
    }

    private static void row(StringBuilder html, String cell, List<String> texts) {
        html.append("<tr>");
        texts.forEach(text -> html.append('<')
                .append(cell)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(cell)
                .append('>'));
        html.append("</tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
