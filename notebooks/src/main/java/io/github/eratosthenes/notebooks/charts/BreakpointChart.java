package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.benchmarks.results.BreakpointsFile;
import io.github.eratosthenes.benchmarks.results.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.benchmarks.results.BreakpointsFile.Kind;
import io.github.eratosthenes.benchmarks.results.BreakpointsFile.MemoryEdge;
import io.github.eratosthenes.benchmarks.results.BreakpointsFile.Outcome;
import io.github.eratosthenes.benchmarks.results.ResultFolder;
import io.github.eratosthenes.benchmarks.statistics.Interval;
import io.github.eratosthenes.notebooks.ResultData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where each strategy breaks at each memory size, by memory or by time. */
final class BreakpointChart extends EndpointChart {

    private static final int HEIGHT = 520;

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
                "Higher is better. Hollow marks are predicted. At an arrow memory did not break: time or the sieve's own limit came first.");
    }

    static BreakpointChart ofTime() {
        return new BreakpointChart(
                "time-breakpoints",
                "How many loops each sieve makes before time breaks",
                Kind.TIME,
                "most loops that answer in time",
                "Higher is better. Bars reach from what always passed to what always failed.");
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
        List<Breakpoint> breakpoints =
                file.breakpoints().stream().filter(this::drawn).toList();
        List<String> strategies =
                file.breakpoints().stream().map(Breakpoint::strategy).distinct().toList();
        List<String> sizes = categories(breakpoints.stream().map(Breakpoint::memoryMegabytes));
        Plot plot = new Plot(strategies);
        for (String strategy : strategies) {
            List<Breakpoint> own = breakpoints.stream()
                    .filter(breakpoint -> breakpoint.strategy().equals(strategy))
                    .toList();
            if (!own.isEmpty()) {
                plot.line(strategy, own.stream().map(edge -> point(edge, sizes)).toList());
                plot.predictedMarks(
                        strategy,
                        own.stream()
                                .filter(edge -> edge.predicted() != null)
                                .map(edge -> Point.exact(
                                        place(edge, sizes),
                                        Objects.requireNonNull(edge.predicted()),
                                        strategy + ", predicted: " + count(edge.predicted())))
                                .toList());
            }
        }
        return new Chart(
                id(),
                title(),
                reading,
                ResultFolder.BREAKPOINTS,
                Map.of(),
                circumstances(file.endpoint()) + ", time limit " + Text.count(file.timeLimitSeconds()) + " s",
                HEIGHT,
                plot.drawn(),
                plot.option(Axis.words("memory size of the function", sizes), Axis.logarithmic(unit, "count")),
                table(breakpoints));
    }

    private static int place(Breakpoint edge, List<String> sizes) {
        return sizes.indexOf(category(edge.memoryMegabytes()));
    }

    private static Point point(Breakpoint edge, List<String> sizes) {
        double passing = Objects.requireNonNull(edge.passing());
        double failing = edge.failing() == null ? Double.NaN : edge.failing();
        return new Point(
                place(edge, sizes),
                new Interval(Double.isNaN(failing) ? Double.NaN : passing, passing, failing),
                edge.strategy() + ", " + category(edge.memoryMegabytes()) + ": passes " + count(edge.passing()) + ", "
                        + end(edge),
                edge.outcome() == Outcome.BROKE ? "" : "↑");
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
