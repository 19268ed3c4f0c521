package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.page.charts.Drawing.Look;
import io.github.eratosthenes.page.charts.Drawing.Margins;
import io.github.eratosthenes.page.charts.Drawing.Point;
import io.github.eratosthenes.page.charts.Drawing.Series;
import io.github.eratosthenes.page.charts.Table.Column;
import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.results.files.ExplanationFile;
import io.github.eratosthenes.results.files.ExplanationFile.Cell;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A study's times against those that the counted work explains: a row for each strategy, and a line at 1. */
final class ExplanationChart {

    static final ChartDefinition EXPLANATION = ChartDefinition.of(
            "explanation",
            "Which times the counted work explains",
            "At 1, the counts explain the time. Right of 1, the sieve is slower than predicted; left of 1, faster. The band is a factor of 1.5.",
            Part.WORK,
            "./mvnw -Pwork -Dwork.args=\"--study=benchmarks/results/" + ChartDefinition.STUDY + "\"",
            data -> data.explanation().stream()
                    .flatMap(file -> maxima(file).stream().map(max -> drawing(file, max)))
                    .toList());

    /** A time counts as explained if the longer of the two is up to half as long again as the other. */
    private static final double BAND = 0.5;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double PERCENT = 100;

    private ExplanationChart() {}

    private static List<Cell> cells(ExplanationFile file, long max) {
        return file.cells().stream()
                .filter(cell -> cell.loops() == 1 && cell.max() == max)
                .sorted(Comparator.comparingDouble(cell -> unexplained(cell).estimate()))
                .toList();
    }

    /** Returns the limits, that of most strategies first, and of several the largest. */
    private static List<Long> maxima(ExplanationFile file) {
        return file.cells().stream()
                .filter(cell -> cell.loops() == 1)
                .map(Cell::max)
                .distinct()
                .sorted(Comparator.<Long>comparingInt(max -> cells(file, max).size())
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
    }

    private static Drawing drawing(ExplanationFile file, long max) {
        List<Cell> rows = cells(file, max);
        Scope scope = new Scope(
                Map.of("jdk", file.jdk(), "tier", file.tier()),
                "JDK " + file.jdk() + ", " + file.tier() + ", times of " + file.study() + ", 95 % intervals");
        return new Drawing(
                scope.at(max),
                Forest.height(rows.size()),
                Axis.doublings("time measured / time modelled from counts"),
                Axis.rows(rows.stream().map(Cell::strategy).toList()),
                new Margins(
                        List.of(),
                        rows.stream().map(cell -> Text.ratio(unexplained(cell))).toList()),
                series(file, rows),
                Table.of(
                        rows,
                        List.of(
                                new Column<>("strategy", Cell::strategy),
                                new Column<>(
                                        "measured [95 % interval]",
                                        cell -> Text.millis(divided(cell.nanos(), NANOS_PER_MILLI))),
                                new Column<>("modelled", ExplanationChart::modelled),
                                new Column<>("measured / modelled", cell -> Text.ratio(unexplained(cell))),
                                new Column<>("the modelled time is made of", cell -> shares(file, cell)))));
    }

    private static List<Series> series(ExplanationFile file, List<Cell> rows) {
        List<String> strategies =
                file.cells().stream().map(Cell::strategy).distinct().toList();
        List<Series> series = new ArrayList<>(List.of(Series.reference(BAND)));
        for (int place = 0; place < rows.size(); place++) {
            Cell cell = rows.get(place);
            Interval ratio = unexplained(cell);
            String tip = cell.strategy() + ": " + Text.ratio(ratio) + "; modelled: " + shares(file, cell);
            series.add(new Series(
                    Look.ROWS,
                    cell.strategy(),
                    Style.of(strategies, cell.strategy()),
                    List.of(new Point(place, ratio, tip))));
        }
        return series;
    }

    /** Returns the measured time by the modelled one, with the interval of the measured. */
    private static Interval unexplained(Cell cell) {
        return divided(cell.nanos(), cell.modelledNanos());
    }

    private static Interval divided(Interval time, double divisor) {
        return new Interval(time.low() / divisor, time.estimate() / divisor, time.high() / divisor);
    }

    private static String modelled(Cell cell) {
        return Figures.significant(cell.modelledNanos() / NANOS_PER_MILLI) + " ms";
    }

    /** Returns what the modelled time is made of, the largest part first, without those below half a percent. */
    private static String shares(ExplanationFile file, Cell cell) {
        List<Integer> parts = IntStream.range(0, cell.parts().size())
                .boxed()
                .filter(part -> cell.parts().get(part) >= cell.modelledNanos() / (2 * PERCENT))
                .sorted(Comparator.<Integer>comparingDouble(
                        part -> -cell.parts().get(part)))
                .toList();
        return String.join(
                ", ",
                parts.stream()
                        .map(part -> file.prices().get(part).of()
                                + String.format(
                                        Locale.ROOT,
                                        " %.0f %%",
                                        PERCENT * cell.parts().get(part) / cell.modelledNanos()))
                        .toList());
    }
}
