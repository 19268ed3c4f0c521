package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.data.ResultData;
import io.github.eratosthenes.notebooks.data.Study.Size;
import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.LoadFile.Latency;
import io.github.eratosthenes.results.files.LoadFile.Run;
import io.github.eratosthenes.results.files.ResultFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a million calls cost at each memory size. */
final class CostChart extends EndpointChart {

    private static final int HEIGHT = 480;

    CostChart() {
        super("cost", "What a million calls cost, by memory size", "./mvnw -Pload");
    }

    @Override
    public List<Chart> charts(ResultData data) {
        return data.load()
                .map(file -> file.runs().stream()
                        .map(run -> new Size(run.max(), run.loops()))
                        .distinct()
                        .map(size -> chart(file, size))
                        .toList())
                .orElse(List.of());
    }

    private Chart chart(LoadFile file, Size size) {
        List<Run> runs = file.runs().stream()
                .filter(run -> run.max() == size.max() && run.loops() == size.loops())
                .toList();
        List<String> strategies =
                file.runs().stream().map(Run::strategy).distinct().toList();
        List<String> sizes = categories(runs.stream().map(Run::memoryMegabytes));
        Plot plot = new Plot(strategies);
        for (String strategy : strategies) {
            List<Point> points = runs.stream()
                    .filter(run -> run.strategy().equals(strategy))
                    .map(run -> point(run, sizes))
                    .toList();
            if (!points.isEmpty()) {
                plot.line(strategy, points);
            }
        }
        return new Chart(
                id(),
                title(),
                "Lower is cheaper. A level line means that the faster answer of a larger function pays for itself.",
                ResultFolder.LOAD,
                Map.of("max", String.valueOf(size.max())),
                "max " + Text.count(size.max()) + ", loops " + size.loops() + ", " + circumstances(file.endpoint())
                        + ", prices of " + file.prices().region() + ", "
                        + file.prices().date(),
                HEIGHT,
                plot.drawn(),
                plot.option(
                        Axis.words("memory size of the function", sizes),
                        Axis.logarithmic("dollars for a million calls", "dollars")),
                table(runs));
    }

    private static Point point(Run run, List<String> sizes) {
        return new Point(
                sizes.indexOf(category(run.memoryMegabytes())),
                run.dollarsPerMillionCalls(),
                run.strategy() + ", " + category(run.memoryMegabytes()) + ": "
                        + Text.dollars(run.dollarsPerMillionCalls()) + " for a million calls");
    }

    private static Table table(List<Run> runs) {
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            Latency function = run.function();
            rows.add(List.of(
                    run.strategy(),
                    category(run.memoryMegabytes()),
                    Text.count(run.calls()),
                    Text.count(run.failed()),
                    function == null ? "-" : Text.millis(function.mean()),
                    Text.dollars(run.dollarsPerMillionCalls())));
        }
        return new Table(
                List.of("strategy", "memory", "calls", "errors", "mean time of the function", "a million calls"), rows);
    }
}
