package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.page.charts.Drawing.Look;
import io.github.eratosthenes.page.charts.Drawing.Margins;
import io.github.eratosthenes.page.charts.Drawing.Point;
import io.github.eratosthenes.page.charts.Drawing.Series;
import io.github.eratosthenes.page.charts.Table.Column;
import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.page.data.Study.Size;
import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.LoadFile.Latency;
import io.github.eratosthenes.results.files.LoadFile.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart of the cost of a million calls at each memory size. */
final class CostChart {

    static final ChartDefinition COST = ChartDefinition.of(
            "cost",
            "Cost of a million calls, by memory size",
            "Lower is cheaper. On a level line, the faster answer of a larger function makes up for its higher price.",
            Part.LOAD,
            "./mvnw -Pload",
            data -> data.load().stream()
                    .flatMap(file -> sizes(file).map(size -> cost(file, size)))
                    .toList());

    private static final int HEIGHT = 480;

    private static final List<Column<Run>> COLUMNS = List.of(
            new Column<>("strategy", Run::strategy),
            new Column<>("memory", CostChart::memory),
            new Column<>("calls", run -> Text.count(run.calls())),
            new Column<>("errors", run -> Text.count(run.failed())),
            new Column<>("mean time of the function", CostChart::time),
            new Column<>("a million calls", run -> Text.dollars(run.dollarsPerMillionCalls())));

    private CostChart() {}

    private static Stream<Size> sizes(LoadFile file) {
        return file.runs().stream().map(CostChart::size).distinct();
    }

    private static Size size(Run run) {
        return new Size(run.max(), run.loops());
    }

    private static Drawing cost(LoadFile file, Size size) {
        List<Run> runs =
                file.runs().stream().filter(run -> size(run).equals(size)).toList();
        List<String> memories = runs.stream()
                .map(Run::memoryMegabytes)
                .distinct()
                .sorted()
                .map(Text::megabytes)
                .toList();
        List<String> strategies =
                file.runs().stream().map(Run::strategy).distinct().toList();
        List<Series> series = strategies.stream()
                .map(strategy -> new Series(
                        Look.LINE, strategy, Style.of(strategies, strategy), points(strategy, runs, memories)))
                .filter(line -> !line.points().isEmpty())
                .toList();
        return new Drawing(
                scope(file, size),
                HEIGHT,
                Axis.words("memory size of the function", memories),
                Axis.logarithmic("dollars for a million calls", "dollars"),
                Margins.NONE,
                series,
                Table.of(runs, COLUMNS));
    }

    private static Scope scope(LoadFile file, Size size) {
        String words = "loops " + size.loops() + ", " + Text.endpoint(file.endpoint()) + ", prices of "
                + file.prices().region() + ", " + file.prices().date();
        return new Scope(Map.of(), words).at(size.max());
    }

    private static List<Point> points(String strategy, List<Run> runs, List<String> memories) {
        return runs.stream()
                .filter(run -> run.strategy().equals(strategy))
                .map(run -> new Point(memories.indexOf(memory(run)), run.dollarsPerMillionCalls(), tip(run)))
                .toList();
    }

    private static String tip(Run run) {
        return run.strategy() + ", " + memory(run) + ": " + Text.dollars(run.dollarsPerMillionCalls())
                + " for a million calls";
    }

    private static String memory(Run run) {
        return Text.megabytes(run.memoryMegabytes());
    }

    private static String time(Run run) {
        Latency function = run.function();
        return function == null ? "-" : Text.millis(function.mean());
    }
}
