package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.page.charts.Drawing.Look;
import io.github.eratosthenes.page.charts.Drawing.Margins;
import io.github.eratosthenes.page.charts.Drawing.Point;
import io.github.eratosthenes.page.charts.Drawing.Series;
import io.github.eratosthenes.page.charts.Table.Column;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.Sieving;
import io.github.eratosthenes.page.data.Study.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The chart of the time that the machine added: a row for each strategy, and a mark for each size. */
final class NoiseChart {

    static final ChartDefinition NOISE = ChartDefinition.ofStudy(
            "noise",
            "How noisy was the machine?",
            "Each mark is one size. At 1, an average slice takes as long as the shortest slices; at 1.5, half as long again.",
            study -> study.views().stream().map(view -> noise(study, view)).toList());

    /** A little below 1, so that a mark at 1 is not cut off. */
    private static final double LEAST = 0.95;

    /** The axis reaches at least this far, even if the machine was quiet. */
    private static final double LEAST_MOST = 1.2;

    private NoiseChart() {}

    private static Drawing noise(Study study, View view) {
        List<Sieving> cells = study.sievings().stream()
                .filter(sieving -> sieving.setting().view().equals(view))
                .toList();
        List<String> strategies =
                cells.stream().map(Sieving::strategy).distinct().toList();
        List<Series> series = new ArrayList<>(List.of(Series.reference(0)));
        for (int row = 0; row < strategies.size(); row++) {
            String strategy = strategies.get(row);
            int place = row;
            series.add(new Series(
                    Look.ROWS,
                    strategy,
                    Style.of(study.strategies(), strategy),
                    cells.stream()
                            .filter(cell -> cell.strategy().equals(strategy))
                            .map(cell -> new Point(place, Point.exactly(noise(cell)), tip(cell)))
                            .toList()));
        }
        double most = cells.stream()
                .mapToDouble(cell -> Math.ceil(noise(cell) * 20) / 20)
                .reduce(LEAST_MOST, Math::max);
        return new Drawing(
                Scope.of(study, view),
                Forest.height(strategies.size()),
                Axis.linear("time of an average slice / time of the shortest slices")
                        .within(new Axis.Range(LEAST, most)),
                Axis.rows(strategies),
                Margins.NONE,
                series,
                Table.of(
                        cells,
                        List.of(
                                new Column<>("strategy", Sieving::strategy),
                                new Column<>("max", cell -> Text.count(cell.max())),
                                new Column<>("loops", NoiseChart::loops),
                                new Column<>("noise", NoiseChart::text))));
    }

    private static double noise(Sieving cell) {
        return cell.measurement().noise();
    }

    private static String text(Sieving cell) {
        return String.format(Locale.ROOT, "%.3f", noise(cell));
    }

    private static String loops(Sieving cell) {
        return String.valueOf(cell.setting().size().loops());
    }

    private static String tip(Sieving cell) {
        return cell.strategy() + ", max " + Text.count(cell.max()) + ", loops " + loops(cell) + ": " + text(cell);
    }
}
