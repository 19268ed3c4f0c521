package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.page.charts.ChartDefinition.Sourced;
import io.github.eratosthenes.page.charts.Drawing.Look;
import io.github.eratosthenes.page.charts.Drawing.Margins;
import io.github.eratosthenes.page.charts.Drawing.Point;
import io.github.eratosthenes.page.charts.Drawing.Series;
import io.github.eratosthenes.page.charts.Table.Column;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.MemoryEdge;
import io.github.eratosthenes.results.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Charts of where each strategy breaks: a group of rows for each strategy, with a row for each memory size. */
final class BreakpointCharts {

    /** The largest max at each memory size, and the reason why it ends there. */
    static final ChartDefinition LIMITS = breakpoints(
            "limits",
            "Where memory and time run out",
            "Each bar ends at the largest max that was answered in time. ● time runs out  ◆ memory runs out  ■ the sieve's own limit",
            Kind.MEMORY,
            Axis.logarithmic("max: primes are sieved up to this number", "count"),
            BreakpointCharts::limitMarks);

    static final ChartDefinition TIME = breakpoints(
            "time-breakpoints",
            "How many loops fit into the time limit",
            "Each bar ends at the most loops that always passed, its thin line at the fewest that always failed.",
            Kind.TIME,
            Axis.logarithmic("loops in one call", "count"),
            edge -> List.of());

    private static final List<Column<Breakpoint>> COLUMNS = List.of(
            new Column<>("strategy", Breakpoint::strategy),
            new Column<>("memory", BreakpointCharts::memory),
            new Column<>("passes up to", edge -> count(edge.passing())),
            new Column<>("fails with", BreakpointCharts::end),
            new Column<>("outcome", edge -> outcome(edge)),
            new Column<>("predicted", edge -> count(edge.predicted())));

    private static final Style BAR = new Style("@bar", "solid", "none");

    private static final int ROW_HEIGHT = 14;
    private static final int SINGLE_ROW_HEIGHT = 26;
    private static final int FRAME_HEIGHT = 176;

    private BreakpointCharts() {}

    /** The meaning of a mark on a bar. */
    private enum Mark {
        TIME(new Style("@time", "solid", "circle")),
        MEMORY(new Style("@memory", "solid", "diamond")),
        OWN_LIMIT(new Style("@muted", "solid", "rect"));

        final Style style;

        Mark(Style style) {
            this.style = style;
        }
    }

    private record Marked(Mark mark, long at) {}

    /** An edge with the number of its row, counted from the top. */
    private record Row(int place, Breakpoint edge) {}

    /** Defines the chart of one kind of breakpoint; a folder has one of each kind. */
    private static ChartDefinition breakpoints(
            String id, String title, String reading, Kind kind, Axis x, Function<Breakpoint, List<Marked>> marks) {
        return new ChartDefinition(
                id,
                title,
                reading,
                "./mvnw -Pbreakpoints",
                data -> data.breakpoints().flatMap(file -> drawing(file, kind, x, marks)).stream()
                        .map(drawing -> new Sourced(data.breakpointsPart(), drawing))
                        .toList());
    }

    private static Optional<Drawing> drawing(
            BreakpointsFile file, Kind kind, Axis x, Function<Breakpoint, List<Marked>> marks) {
        List<Breakpoint> edges = file.breakpoints().stream()
                .filter(edge -> edge.kind() == kind && edge.reached() > 0)
                .toList();
        if (edges.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> memories = edges.stream()
                .map(Breakpoint::memoryMegabytes)
                .distinct()
                .sorted()
                .toList();
        List<String> strategies = byReach(edges);
        boolean single = memories.size() == 1;
        List<Optional<Breakpoint>> places = strategies.stream()
                .flatMap(strategy -> memories.stream().map(memory -> find(edges, strategy, memory)))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
            int at = place;
            places.get(place).ifPresent(edge -> rows.add(new Row(at, edge)));
        }
        String words = Text.endpoint(file.endpoint()) + ", time limit " + Text.count(file.timeLimitSeconds()) + " s"
                + (single ? ", " + Text.megabytes(memories.get(0)) : ", a row for each memory size in MB");
        return Optional.of(new Drawing(
                new Scope(Map.of(), words),
                FRAME_HEIGHT + places.size() * (single ? SINGLE_ROW_HEIGHT : ROW_HEIGHT),
                x,
                Axis.rows(single ? strategies : sizes(strategies.size(), memories)),
                new Margins(
                        single ? List.of() : strategies,
                        places.stream()
                                .map(edge -> edge.map(found -> text(found, marks.apply(found)))
                                        .orElse(""))
                                .toList()),
                strategies.stream()
                        .flatMap(strategy -> series(strategy, rows, marks))
                        .toList(),
                Table.of(rows.stream().map(Row::edge).toList(), COLUMNS)));
    }

    /** Returns the strategies, first the one with the largest max at any memory size. */
    private static List<String> byReach(List<Breakpoint> edges) {
        return edges.stream()
                .sorted(Comparator.comparingLong(Breakpoint::reached).reversed())
                .map(Breakpoint::strategy)
                .distinct()
                .toList();
    }

    private static Optional<Breakpoint> find(List<Breakpoint> edges, String strategy, int memory) {
        return edges.stream()
                .filter(edge -> edge.strategy().equals(strategy) && edge.memoryMegabytes() == memory)
                .findFirst();
    }

    private static List<String> sizes(int strategies, List<Integer> memories) {
        return Stream.generate(() -> memories)
                .limit(strategies)
                .flatMap(List::stream)
                .map(Text::megabytes)
                .toList();
    }

    private static Stream<Series> series(String strategy, List<Row> all, Function<Breakpoint, List<Marked>> marks) {
        List<Row> rows = all.stream()
                .filter(row -> row.edge().strategy().equals(strategy))
                .toList();
        List<Series> series = new ArrayList<>(List.of(new Series(
                Look.BARS,
                strategy,
                BAR,
                rows.stream().map(row -> bar(row, marks)).toList())));
        for (Mark mark : Mark.values()) {
            List<Point> points = rows.stream()
                    .flatMap(row -> marks.apply(row.edge()).stream()
                            .filter(marked -> marked.mark() == mark)
                            .map(marked ->
                                    new Point(row.place(), Point.exactly((double) marked.at()), tip(row.edge()))))
                    .toList();
            if (!points.isEmpty()) {
                series.add(new Series(Look.ROWS, strategy, mark.style, points));
            }
        }
        return series.stream();
    }

    /** Returns a bar whose thin line goes on to the last mark or, without marks, to the smallest value that failed. */
    private static Point bar(Row row, Function<Breakpoint, List<Marked>> marks) {
        Breakpoint edge = row.edge();
        double reached = edge.reached();
        List<Marked> marked = marks.apply(edge);
        Long failing = edge.failing();
        double end = marked.isEmpty() && failing != null
                ? failing
                : marked.stream().mapToDouble(Marked::at).max().orElse(reached);
        return new Point(row.place(), new Interval(reached, reached, end), tip(edge));
    }

    private static List<Marked> limitMarks(Breakpoint edge) {
        List<Marked> marks = new ArrayList<>();
        switch (edge.outcome()) {
            case BROKE -> marks.add(new Marked(Mark.MEMORY, edge.reached()));
            case STOPPED_BY_TIME -> marks.add(new Marked(Mark.TIME, edge.reached()));
            case STOPPED_BY_HIGHEST_MAX -> marks.add(new Marked(Mark.OWN_LIMIT, edge.reached()));
            case STOPPED_BY_BUDGET -> {}
        }
        MemoryEdge beyond = edge.memoryEdge();
        if (beyond != null) {
            marks.add(new Marked(Mark.MEMORY, beyond.passing()));
        }
        return marks;
    }

    /** Returns the text to the right of a row: its largest max, and the reason why it ends there. */
    private static String text(Breakpoint edge, List<Marked> marks) {
        return Text.rounded(edge.reached()) + (marks.isEmpty() ? "" : ", " + outcome(edge));
    }

    private static String outcome(Breakpoint edge) {
        return switch (edge.outcome()) {
            case BROKE -> edge.kind() == Kind.MEMORY ? "memory" : "time";
            case STOPPED_BY_TIME -> "time";
            case STOPPED_BY_HIGHEST_MAX -> "own limit";
            case STOPPED_BY_BUDGET -> "search ended";
        };
    }

    private static String tip(Breakpoint edge) {
        return edge.strategy() + ", " + memory(edge) + ": passes up to " + count(edge.passing()) + ", " + end(edge);
    }

    private static String memory(Breakpoint edge) {
        return Text.megabytes(edge.memoryMegabytes());
    }

    private static String end(Breakpoint edge) {
        String reason = edge.reason() == null ? "" : " (" + edge.reason() + ")";
        MemoryEdge beyond = edge.memoryEdge();
        String memory = beyond == null
                ? ""
                : "; memory suffices up to " + count(beyond.passing()) + ", " + beyond.verdict() + " at "
                        + count(beyond.failing());
        return (edge.failing() == null ? "never failed" : edge.verdict() + " at " + count(edge.failing()))
                + memory
                + reason;
    }

    private static String count(@Nullable Long value) {
        return value == null ? "-" : Text.count(value);
    }
}
