package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.data.ResultData;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where each strategy breaks at each memory size, by memory or by time. */
final class BreakpointChart extends EndpointChart {

    /** How many times beyond what any strategy reached a prediction is still drawn. */
    private static final long NEAR = 10;

    private final Kind kind;
    private final String unit;
    private final String reading;

    private BreakpointChart(String id, String title, Kind kind, String unit, String reading) {
        super(id, title, "./mvnw -Pbreakpoints");
        this.kind = kind;
        this.unit = unit;
        this.reading = reading;
    }

    static BreakpointChart ofMemory() {
        return new BreakpointChart(
                "memory-breakpoints",
                "How far each sieve gets before memory breaks",
                Kind.MEMORY,
                "largest max that answers",
                "Farther right is better. Hollow: predicted. Arrow: time, or the sieve's own limit, ends it before memory.");
    }

    static BreakpointChart ofTime() {
        return new BreakpointChart(
                "time-breakpoints",
                "How many loops each sieve makes before time breaks",
                Kind.TIME,
                "most loops that answer in time",
                "Farther right is better. Bars reach from what always passed to what always failed.");
    }

    @Override
    public List<Chart> charts(ResultData data) {
        return data.breakpoints()
                .filter(file -> file.breakpoints().stream().anyMatch(this::drawn))
                .map(file -> List.of(chart(file)))
                .orElse(List.of());
    }

    private boolean drawn(Breakpoint breakpoint) {
        return breakpoint.kind() == kind && breakpoint.passing() != null;
    }

    private Chart chart(BreakpointsFile file) {
        List<Breakpoint> rows = file.breakpoints().stream()
                .filter(this::drawn)
                .sorted(Comparator.comparingInt(Breakpoint::memoryMegabytes)
                        .thenComparing(Breakpoint::reached, Comparator.reverseOrder()))
                .toList();
        List<String> strategies =
                file.breakpoints().stream().map(Breakpoint::strategy).distinct().toList();
        boolean sizes =
                rows.stream().map(Breakpoint::memoryMegabytes).distinct().count() > 1;
        long farthest = rows.stream().mapToLong(Breakpoint::reached).max().orElse(0);
        Plot plot = new Plot(strategies);
        for (String strategy : strategies) {
            List<Point> points = new ArrayList<>();
            List<Point> predicted = new ArrayList<>();
            for (int place = 0; place < rows.size(); place++) {
                Breakpoint edge = rows.get(place);
                if (edge.strategy().equals(strategy)) {
                    points.add(point(place, edge));
                    Long prediction = edge.predicted();
                    if (prediction != null && prediction / NEAR <= farthest) {
                        predicted.add(Point.exact(
                                place, prediction, label(edge, true) + ", predicted: " + count(prediction)));
                    }
                }
            }
            if (!points.isEmpty()) {
                plot.rows(strategy, points);
                plot.predictedMarks(strategy, predicted);
            }
        }
        return new Chart(
                id(),
                title(),
                reading,
                ResultFolder.BREAKPOINTS,
                Map.of(),
                circumstances(file.endpoint()) + ", time limit " + Text.count(file.timeLimitSeconds()) + " s"
                        + (sizes || rows.isEmpty()
                                ? ""
                                : ", " + category(rows.get(0).memoryMegabytes())),
                RatioRows.height(rows.size()),
                plot.drawn(),
                plot.option(
                        Axis.logarithmic(unit, "count"),
                        Axis.rows(rows.stream().map(edge -> label(edge, sizes)).toList())),
                table(rows));
    }

    private static String label(Breakpoint edge, boolean withSize) {
        return edge.strategy() + (withSize ? ", " + category(edge.memoryMegabytes()) : "");
    }

    private static Point point(int place, Breakpoint edge) {
        double passing = Objects.requireNonNull(edge.passing());
        double failing = edge.failing() == null ? Double.NaN : edge.failing();
        return new Point(
                place,
                new Interval(Double.isNaN(failing) ? Double.NaN : passing, passing, failing),
                label(edge, true) + ": passes " + count(edge.passing()) + ", " + end(edge),
                edge.outcome() == Outcome.BROKE ? "" : "→");
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

    private static Table table(List<Breakpoint> breakpoints) {
        List<List<String>> rows = new ArrayList<>();
        for (Breakpoint edge : breakpoints) {
            rows.add(List.of(
                    edge.strategy(),
                    category(edge.memoryMegabytes()),
                    count(edge.passing()),
                    end(edge),
                    edge.outcome() == Outcome.BROKE ? "broke" : "stopped",
                    count(edge.predicted())));
        }
        return new Table(List.of("strategy", "memory", "passes up to", "then", "outcome", "predicted"), rows);
    }

    private static String count(@Nullable Long value) {
        return value == null ? "-" : Text.count(value);
    }
}
