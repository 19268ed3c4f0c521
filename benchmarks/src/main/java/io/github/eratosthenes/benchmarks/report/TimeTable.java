package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.files.Measurement;
import io.github.eratosthenes.results.files.Steadiness;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.TextTable;
import io.github.eratosthenes.results.text.TextTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The table of a study: time and allocation of every cell, and the ratio to the same cell of the baseline. */
final class TimeTable {

    private static final String NONE = "-";

    private final StudyData data;
    private final Steadiness steady;
    private final List<Key> keys;
    private final boolean sieves;

    /** A column with one of the parameters that distinguish the cells. */
    private record Key(Column column, Function<CellEntry, Object> value) {}

    private TimeTable(StudyData data, Steadiness steady) {
        this.data = data;
        this.steady = steady;
        this.sieves = data.study().cells().stream().anyMatch(cell -> cell.strategy() != null);
        this.keys = keys();
    }

    static List<String> lines(StudyData data, Steadiness steady) {
        return new TimeTable(data, steady).lines();
    }

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        if (sieves) {
            keys.add(new Key(Column.left("strategy"), CellEntry::strategy));
            keys.add(new Key(Column.right("max"), CellEntry::max));
            keys.add(new Key(Column.right("loops"), CellEntry::loops));
        } else {
            keys.add(new Key(Column.left("benchmark"), cell -> cell.benchmark().replaceFirst("^[^.]*\\.", "")));
            keys.add(new Key(Column.left("range"), CellEntry::range));
        }
        addIfTheyDiffer(keys, new Key(Column.right("jdk"), CellEntry::jdk));
        addIfTheyDiffer(keys, new Key(Column.left("tier"), CellEntry::tier));
        addIfTheyDiffer(keys, new Key(Column.left("build"), CellEntry::build));
        return keys;
    }

    private void addIfTheyDiffer(List<Key> all, Key key) {
        if (cells().stream().map(key.value()).distinct().count() > 1) {
            all.add(key);
        }
    }

    /** Returns the cells of the table. Older studies have rulers among their cells, which are left out. */
    private List<CellEntry> cells() {
        return data.study().cells().stream()
                .filter(cell -> cell.strategy() != null || cell.range() != null)
                .toList();
    }

    private List<String> lines() {
        List<Column> columns = new ArrayList<>(keys.stream().map(Key::column).toList());
        columns.addAll(List.of(
                Column.right("ms/op"),
                Column.right("±"),
                Column.right("noise"),
                Column.right("bytes/op"),
                Column.right("ratio to " + (sieves ? StudyData.BASELINE : "primesieve")),
                Column.left("verdict")));
        TextTable table = new TextTable(columns);
        for (CellEntry cell : cells()) {
            List<String> row = new ArrayList<>(keys.stream()
                    .map(key -> String.valueOf(key.value().apply(cell)))
                    .toList());
            row.addAll(data.measurement(cell)
                    .map(measurement -> figures(cell, measurement))
                    .orElseGet(() -> List.of("skipped: " + cell.skipped())));
            table.add(row);
        }
        return table.lines();
    }

    private List<String> figures(CellEntry cell, Measurement measurement) {
        Ratio time = data.time(cell);
        return List.of(
                Figures.significant(time.interval().estimate()),
                Figures.plusMinus(time.interval()),
                Figures.ratio(measurement.noise()),
                measurement.bytesPerOperation().isPresent()
                        ? Figures.count(measurement.bytesPerOperation().getAsDouble())
                        : NONE,
                data.ratio(cell).map(ratio -> Figures.ratio(ratio.interval())).orElse(NONE),
                verdict(cell));
    }

    private String verdict(CellEntry cell) {
        CellEntry baseline = data.baseline(cell);
        return data.ratio(cell)
                .map(ratio -> steady.verdict(cell, baseline, ratio).word())
                .orElseGet(() -> steady.isUnsteady(cell) ? Verdict.NOT_STEADY.word() : NONE);
    }
}
