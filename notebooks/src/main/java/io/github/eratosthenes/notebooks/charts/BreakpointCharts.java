package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.charts.Drawing.Look;
import io.github.eratosthenes.notebooks.charts.Drawing.Point;
import io.github.eratosthenes.notebooks.charts.Drawing.Series;
import io.github.eratosthenes.notebooks.charts.Table.Column;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.MemoryEdge;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Where each strategy breaks at each memory size: a row for each of both. */
final class BreakpointCharts {

    static final ChartDefinition MEMORY = breakpoints(
            "memory-breakpoints",
            "How far each sieve gets before memory breaks",
            "Farther right is better. Hollow: predicted. Arrow: time, or the sieve's own limit, ends it before memory.",
            Kind.MEMORY,
            Axis.logarithmic("largest max that answers", "count"));

    static final ChartDefinition TIME = breakpoints(
            "time-breakpoints",
            "How many loops each sieve makes before time breaks",
            "Farther right is better. Bars reach from what always passed to what always failed.",
            Kind.TIME,
            Axis.logarithmic("most loops that answer in time", "count"));

    private static final List<Column<Breakpoint>> COLUMNS = List.of(
            new Column<>("strategy", Breakpoint::strategy),
            new Column<>("memory", BreakpointCharts::memory),
            new Column<>("passes up to", edge -> count(edge.passing())),
            new Column<>("then", BreakpointCharts::end),
            new Column<>("outcome", edge -> edge.outcome() == Outcome.BROKE ? "broke" : "stopped"),
            new Column<>("predicted", edge -> count(edge.predicted())));

    /** How many times beyond what any strategy reached a prediction is still drawn. */
    private static final long NEAR = 10;

    private BreakpointCharts() {}

    /** Defines charts of one kind of breakpoint: one for a folder. */
    private static ChartDefinition breakpoints(String id, String title, String reading, Kind kind, Axis x) {
        return new ChartDefinition(
                id,
                title,
                reading,
                ResultFolder.BREAKPOINTS,
                "./mvnw -Pbreakpoints",
                data -> data.breakpoints().flatMap(file -> drawing(file, kind, x)).stream()
                        .toList());
    }

    private static Optional<Drawing> drawing(BreakpointsFile file, Kind kind, Axis x) {
        List<Breakpoint> rows = file.breakpoints().stream()
                .filter(edge -> edge.kind() == kind && edge.passing() != null)
                .sorted(Comparator.comparingInt(Breakpoint::memoryMegabytes)
                        .thenComparing(Breakpoint::reached, Comparator.reverseOrder()))
                .toList();
        List<String> memories =
                rows.stream().map(BreakpointCharts::memory).distinct().toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        boolean one = memories.size() == 1;
        String words = Text.endpoint(file.endpoint()) + ", time limit " + Text.count(file.timeLimitSeconds()) + " s"
                + (one ? ", " + memories.get(0) : "");
        return Optional.of(new Drawing(
                new Scope(Map.of(), words),
                Forest.height(rows.size()),
                x,
                Axis.rows(rows.stream()
                        .map(edge -> one ? edge.strategy() : label(edge))
                        .toList()),
                series(file, rows),
                Table.of(rows, COLUMNS)));
    }

    private static List<Series> series(BreakpointsFile file, List<Breakpoint> rows) {
        long farthest = rows.stream().mapToLong(Breakpoint::reached).max().orElse(0);
        List<String> strategies =
                file.breakpoints().stream().map(Breakpoint::strategy).distinct().toList();
        List<Series> series = new ArrayList<>();
        for (String strategy : strategies) {
            Style style = Style.of(strategies, strategy);
            List<Point> points = points(strategy, rows, (place, edge) -> Optional.of(point(place, edge)));
            if (!points.isEmpty()) {
                series.add(new Series(Look.ROWS, strategy, style, points));
                series.add(new Series(
                        Look.PREDICTED_ROWS,
                        strategy,
                        style,
                        points(strategy, rows, (place, edge) -> predicted(place, edge, farthest))));
            }
        }
        return series;
    }

    private static List<Point> points(
            String strategy, List<Breakpoint> rows, BiFunction<Integer, Breakpoint, Optional<Point>> point) {
        List<Point> points = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            if (rows.get(place).strategy().equals(strategy)) {
                point.apply(place, rows.get(place)).ifPresent(points::add);
            }
        }
        return points;
    }

    private static Point point(int place, Breakpoint edge) {
        double passing = edge.reached();
        Long failing = edge.failing();
        return new Point(
                place,
                failing == null ? Point.exactly(passing) : new Interval(passing, passing, failing),
                label(edge) + ": passes " + count(edge.passing()) + ", " + end(edge),
                edge.outcome() == Outcome.BROKE ? "" : "→");
    }

    private static Optional<Point> predicted(int place, Breakpoint edge, long farthest) {
        Long predicted = edge.predicted();
        return predicted == null || predicted / NEAR > farthest
                ? Optional.empty()
                : Optional.of(
                        new Point(place, Point.exactly(predicted), label(edge) + ", predicted: " + count(predicted)));
    }

    private static String label(Breakpoint edge) {
        return edge.strategy() + ", " + memory(edge);
    }

    private static String memory(Breakpoint edge) {
        return Text.megabytes(edge.memoryMegabytes());
    }

    private static String end(Breakpoint edge) {
        String reason = edge.reason() == null ? "" : " (" + edge.reason() + ")";
        MemoryEdge beyond = edge.memoryEdge();
        String memory = beyond == null
                ? ""
                : "; memory alone passes " + count(beyond.passing()) + ", " + beyond.verdict() + " at "
                        + count(beyond.failing());
        return (edge.failing() == null ? "never failed" : edge.verdict() + " at " + count(edge.failing()))
                + memory
                + reason;
    }

    private static String count(@Nullable Long value) {
        return value == null ? "-" : Text.count(value);
    }
}
