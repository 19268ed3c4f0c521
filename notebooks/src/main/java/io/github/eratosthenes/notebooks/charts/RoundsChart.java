package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.data.Study;
import io.github.eratosthenes.notebooks.data.Study.Size;
import io.github.eratosthenes.notebooks.data.Study.View;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every round of every strategy against the strategy's own mean: what the intervals are made of. */
final class RoundsChart extends StudyChart {

    RoundsChart() {
        super("rounds", "Every round");
    }

    @Override
    List<Chart> charts(Study study) {
        List<Chart> charts = new ArrayList<>();
        for (View view : study.views()) {
            study.maximaByWeight(view).forEach(max -> charts.add(chart(study, view, max)));
        }
        return charts;
    }

    private Chart chart(Study study, View view, long max) {
        Plot plot = new Plot(study.strategies());
        plot.reference(0);
        List<String> rows = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (String strategy : study.strategies()) {
            study.cell(strategy, new Size(max, 1), view).ifPresent(cell -> {
                plot.rows(strategy, points(strategy, cell, rows.size()));
                rows.add(strategy);
                table.add(List.of(strategy, shares(cell)));
            });
        }
        return new Chart(
                id(),
                title(),
                "A mark is a round, in a JVM of its own. Closer together is steadier.",
                ResultFolder.JMH,
                choice(view, max),
                "max " + Text.count(max) + ", " + circumstances(study, view),
                RatioRows.height(rows.size()),
                plot.drawn(),
                plot.option(Axis.linear("time of the round / mean time of the strategy", "plain"), Axis.rows(rows)),
                new Table(List.of("strategy", "time of each round / mean"), table));
    }

    private static List<Point> points(String strategy, Measured cell, int row) {
        List<Point> points = new ArrayList<>();
        double[] rounds = cell.measurement().roundMeans();
        double mean = Sample.of(rounds).mean();
        for (int round = 0; round < rounds.length; round++) {
            double share = rounds[round] / mean;
            points.add(Point.exact(row, share, strategy + ", round " + (round + 1) + ": " + share(share)));
        }
        return points;
    }

    private static String shares(Measured cell) {
        double[] rounds = cell.measurement().roundMeans();
        double mean = Sample.of(rounds).mean();
        List<String> shares = new ArrayList<>();
        for (double round : rounds) {
            shares.add(share(round / mean));
        }
        return String.join(" ", shares);
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
