package io.github.eratosthenes.notebooks.charts;

import java.util.List;

/** The figures of a chart as text: for who cannot see it, and for who wants the number. */
public record Table(List<String> columns, List<List<String>> rows) {}
