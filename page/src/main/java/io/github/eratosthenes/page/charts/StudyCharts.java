package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.page.charts.Drawing.Look;
import io.github.eratosthenes.page.charts.Drawing.Margins;
import io.github.eratosthenes.page.charts.Drawing.Point;
import io.github.eratosthenes.page.charts.Drawing.Series;
import io.github.eratosthenes.page.charts.Table.Column;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.Setting;
import io.github.eratosthenes.page.data.Study.Sieving;
import io.github.eratosthenes.page.data.Study.View;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Charts of a study's measurements. */
final class StudyCharts {

    /** The time of one sieving. */
    static final ChartDefinition TIME = againstMax(
            "time",
            "Time to sieve, by max",
            "Lower is faster. Bars are 95 % intervals.",
            Axis.logarithmic("time of one sieving", "millis"),
            List.of(new Layer(
                    Look.LINE,
                    sieving -> Optional.of(sieving.time().interval()),
                    sieving -> name(sieving) + ": " + time(sieving))),
            List.of(new Column<>("time [95 % interval]", StudyCharts::time)));

    /** The bytes that one sieving allocates, measured and as predicted from the strategy's data structures. */
    static final ChartDefinition BYTES = againstMax(
            "bytes",
            "Memory allocated to sieve, by max",
            "Lower uses less memory. Marks are measured; dotted lines are predicted from the data structures.",
            Axis.logarithmic("bytes allocated by one sieving", "bytes"),
            List.of(
                    new Layer(
                            Look.LINE,
                            StudyCharts::bytes,
                            sieving -> name(sieving) + ": " + bytesText(sieving) + " bytes, predicted "
                                    + predictedText(sieving)),
                    new Layer(Look.PREDICTED_LINE, StudyCharts::predicted, sieving -> "")),
            List.of(
                    new Column<>("bytes measured", StudyCharts::bytesText),
                    new Column<>("bytes predicted", StudyCharts::predictedText)));

    /** Every round of every strategy against the strategy's own mean: the values behind the intervals. */
    static final ChartDefinition ROUNDS = ChartDefinition.ofStudy(
            "rounds",
            "Every round",
            "Each mark is a round, in a JVM of its own. The closer the marks, the steadier the strategy.",
            study -> study.settings().stream()
                    .map(setting -> new Drawing(
                            Scope.of(study, setting),
                            Forest.height(study.cells(setting).size()),
                            Axis.linear("time of the round / mean time of the strategy"),
                            Axis.rows(study.cells(setting).stream()
                                    .map(Sieving::strategy)
                                    .toList()),
                            Margins.NONE,
                            rounds(study, setting),
                            Table.of(
                                    study.cells(setting),
                                    List.of(
                                            new Column<>("strategy", Sieving::strategy),
                                            new Column<>("time of each round / mean", StudyCharts::sharesText)))))
                    .toList());

    private static final Axis MAX = Axis.logarithmic("max: primes are sieved up to this number", "count");
    private static final int HEIGHT = 520;

    private StudyCharts() {}

    /**
     * One layer of a chart against max, drawn for each strategy.
     *
     * @param look how the layer looks
     * @param y the height at which a sieving is drawn, with its interval; empty if it is not drawn
     * @param tip the tooltip of a sieving
     */
    private record Layer(Look look, Function<Sieving, Optional<Interval>> y, Function<Sieving, String> tip) {

        Series series(Study study, String strategy, View view) {
            List<Point> points = study.byMax(strategy, view).stream()
                    .flatMap(sieving ->
                            y.apply(sieving).map(value -> new Point(sieving.max(), value, tip.apply(sieving))).stream())
                    .toList();
            return new Series(look, strategy, Style.of(study.strategies(), strategy), points);
        }
    }

    /** Defines charts with max to the right and a line for each strategy: a chart for each JDK and tier. */
    private static ChartDefinition againstMax(
            String id, String title, String reading, Axis y, List<Layer> layers, List<Column<Sieving>> columns) {
        return ChartDefinition.ofStudy(
                id,
                title,
                reading,
                study -> study.views().stream()
                        .map(view -> againstMax(study, view, y, layers, columns))
                        .toList());
    }

    private static Drawing againstMax(
            Study study, View view, Axis y, List<Layer> layers, List<Column<Sieving>> columns) {
        List<Series> series = study.strategies().stream()
                .flatMap(strategy -> layers.stream().map(layer -> layer.series(study, strategy, view)))
                .toList();
        List<Column<Sieving>> allColumns = new ArrayList<>();
        allColumns.add(new Column<>("strategy", Sieving::strategy));
        allColumns.add(new Column<>("max", sieving -> Text.count(sieving.max())));
        allColumns.addAll(columns);
        List<Sieving> sievings = study.strategies().stream()
                .flatMap(strategy -> study.byMax(strategy, view).stream())
                .toList();
        return new Drawing(
                Scope.of(study, view),
                HEIGHT,
                MAX.within(Axis.Range.decades(
                        sievings.stream().mapToDouble(Sieving::max).min().orElse(1),
                        sievings.stream().mapToDouble(Sieving::max).max().orElse(10))),
                y,
                Margins.NONE,
                series,
                Table.of(sievings, allColumns));
    }

    private static String name(Sieving sieving) {
        return sieving.strategy() + ", max " + Text.count(sieving.max());
    }

    private static String time(Sieving sieving) {
        return Text.millis(sieving.time().interval());
    }

    private static Optional<Interval> bytes(Sieving sieving) {
        OptionalDouble bytes = sieving.measurement().bytesPerOperation();
        return bytes.isEmpty() ? Optional.empty() : Optional.of(Point.exactly(bytes.getAsDouble()));
    }

    private static String bytesText(Sieving sieving) {
        return bytes(sieving).map(bytes -> Text.count(bytes.estimate())).orElse("none recorded");
    }

    private static Optional<Interval> predicted(Sieving sieving) {
        return Optional.ofNullable(sieving.predictedBytes()).map(Point::exactly);
    }

    private static String predictedText(Sieving sieving) {
        return predicted(sieving).map(bytes -> Text.count(bytes.estimate())).orElse("nothing");
    }

    private static List<Series> rounds(Study study, Setting setting) {
        List<Series> series = new ArrayList<>(List.of(Series.reference(0)));
        List<Sieving> sievings = study.cells(setting);
        for (int row = 0; row < sievings.size(); row++) {
            String strategy = sievings.get(row).strategy();
            series.add(new Series(
                    Look.ROWS, strategy, Style.of(study.strategies(), strategy), rounds(sievings.get(row), row)));
        }
        return series;
    }

    private static List<Point> rounds(Sieving sieving, int row) {
        double[] shares = shares(sieving);
        List<Point> points = new ArrayList<>();
        for (int round = 0; round < shares.length; round++) {
            String tip = sieving.strategy() + ", round " + (round + 1) + ": " + share(shares[round]);
            points.add(new Point(row, Point.exactly(shares[round]), tip));
        }
        return points;
    }

    /** Returns the time of each round against the mean of all. */
    private static double[] shares(Sieving sieving) {
        double[] rounds = sieving.measurement().roundValues();
        double mean = Sample.of(rounds).mean();
        return Arrays.stream(rounds).map(round -> round / mean).toArray();
    }

    private static String sharesText(Sieving sieving) {
        return Arrays.stream(shares(sieving)).mapToObj(StudyCharts::share).collect(Collectors.joining(" "));
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
