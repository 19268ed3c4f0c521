package io.github.eratosthenes.results.text;

import java.util.ArrayList;
import java.util.List;

/** A table of text, whose columns are as wide as their widest cell. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param title its heading
     * @param right whether its cells are aligned to the right, as figures are
     */
    public record Column(String title, boolean right) {
        public static Column left(String title) {
            return new Column(title, false);
        }

        public static Column right(String title) {
            return new Column(title, true);
        }
    }

    /** Adds a row. It may have fewer cells than there are columns; then its last cell is not padded. */
    public void add(List<String> cells) {
        if (cells.size() > columns.size()) {
            throw new IllegalArgumentException(
                    "a row of " + cells.size() + " cells in a table of " + columns.size() + " columns");
        }
        rows.add(List.copyOf(cells));
    }

    /** Returns the lines, the heading first. */
    public List<String> lines() {
        int[] widths = new int[columns.size()];
        List<String> titles = columns.stream().map(Column::title).toList();
        widen(widths, titles);
        rows.stream().filter(row -> row.size() == columns.size()).forEach(row -> widen(widths, row));
        rows.stream()
                .filter(row -> row.size() < columns.size())
                .forEach(row -> widen(widths, row.subList(0, row.size() - 1)));
        List<String> lines = new ArrayList<>();
        lines.add(line(titles, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            widths[column] = Math.max(widths[column], cells.get(column).length());
        }
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            boolean stub = cells.size() < columns.size() && column == cells.size() - 1;
            String cell = cells.get(column);
            String padding = stub ? "" : " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : GAP);
            line.append(columns.get(column).right() && !stub ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }
}
