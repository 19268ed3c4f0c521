package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.page.charts.Table.Column;
import io.github.eratosthenes.results.files.Measurement;
import io.github.eratosthenes.results.files.Steadiness;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A table of all cells of a study, of sieves or of yardsticks, with the figures of the printed report. */
public final class StudyTable {

    private static final String NONE = "-";

    private final StudyData data;
    private final Steadiness steadiness;

    private StudyTable(StudyData data, Steadiness steadiness) {
        this.data = data;
        this.steadiness = steadiness;
    }

    /** Returns the table; skipped cells have a row with the reason. */
    public static Table of(StudyData data, Steadiness steadiness) {
        return new StudyTable(data, steadiness).table();
    }

    private Table table() {
        List<CellEntry> cells = data.study().cells().stream()
                .filter(cell -> cell.strategy() != null || cell.range() != null)
                .toList();
        boolean sieves = cells.stream().anyMatch(cell -> cell.strategy() != null);
        List<Column<CellEntry>> columns = new ArrayList<>();
        if (sieves) {
            columns.add(new Column<>("strategy", cell -> String.valueOf(cell.strategy())));
            columns.add(new Column<>("max", cell -> cell.max() == null ? NONE : Figures.count(cell.max())));
            columns.add(new Column<>("loops", cell -> String.valueOf(cell.loops())));
        } else {
            columns.add(new Column<>("benchmark", cell -> cell.benchmark().replaceFirst("^[^.]*\\.", "")));
            columns.add(new Column<>("range", cell -> String.valueOf(cell.range())));
        }
        columns.add(new Column<>("JDK", CellEntry::jdk));
        columns.add(new Column<>("compiler", CellEntry::tier));
        if (cells.stream().anyMatch(cell -> cell.build() != null)) {
            columns.add(new Column<>("build", cell -> String.valueOf(cell.build())));
        }
        columns.add(new Column<>("ms/op", this::time));
        columns.add(new Column<>("±", cell -> figure(cell, found -> plusMinus(cell))));
        columns.add(new Column<>("noise", cell -> figure(cell, found -> Figures.ratio(found.noise()))));
        columns.add(new Column<>("bytes/op", cell -> figure(cell, StudyTable::bytes)));
        columns.add(new Column<>("ratio to " + (sieves ? StudyData.BASELINE : "primesieve"), this::ratio));
        columns.add(new Column<>("verdict", this::verdict));
        return Table.of(cells, columns);
    }

    private String figure(CellEntry cell, Function<Measurement, String> text) {
        return data.measurement(cell).map(text).orElse(NONE);
    }

    private String time(CellEntry cell) {
        return data.measurement(cell)
                .map(found -> Figures.significant(data.time(cell).estimate()))
                .orElseGet(() -> "skipped: " + cell.skipped());
    }

    private String plusMinus(CellEntry cell) {
        return Figures.plusMinus(data.time(cell).interval());
    }

    private static String bytes(Measurement measurement) {
        OptionalDouble bytes = measurement.bytesPerOperation();
        return bytes.isPresent() ? Figures.count(bytes.getAsDouble()) : NONE;
    }

    private String ratio(CellEntry cell) {
        return data.ratio(cell).map(ratio -> Figures.ratio(ratio.interval())).orElse(NONE);
    }

    private String verdict(CellEntry cell) {
        return data.ratio(cell)
                .map(ratio ->
                        steadiness.verdict(cell, data.baseline(cell), ratio).word())
                .orElseGet(() -> steadiness.isUnsteady(cell) ? Verdict.NOT_STEADY.word() : NONE);
    }
}
