package io.github.eratosthenes.page.charts;

import java.util.List;
import java.util.function.Function;

/** The figures of a chart as text, for readers who cannot see the chart or want the numbers. */
public record Table(List<String> columns, List<List<String>> rows) {

    /** A column: its title, and the function that gives a thing's text in it. */
    record Column<T>(String title, Function<T, String> text) {}

    /** Returns a table with a row for each thing. */
    static <T> Table of(List<T> things, List<Column<T>> columns) {
        return new Table(
                columns.stream().map(Column::title).toList(),
                things.stream()
                        .map(thing -> columns.stream()
                                .map(column -> column.text().apply(thing))
                                .toList())
                        .toList());
    }
}
