package io.github.eratosthenes.notebooks.charts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.statistics.Interval;
import java.util.List;

/** Time of one sieving against max. */
final class TimeChart extends AgainstMax {

    TimeChart() {
        super("time", "Time to sieve, by max", "Lower is faster. Bars are 95 % intervals.");
    }

    @Override
    ObjectNode axis() {
        return Axis.logarithmic("time of one sieving", "millis");
    }

    @Override
    void draw(Plot plot, String strategy, List<Measured> cells) {
        plot.line(strategy, cells.stream().map(cell -> point(strategy, cell)).toList());
    }

    private static Point point(String strategy, Measured cell) {
        Interval time = cell.measurement().mean();
        return new Point(max(cell), time, strategy + ", max " + Text.count(max(cell)) + ": " + Text.millis(time));
    }

    @Override
    List<String> columns() {
        return List.of("strategy", "max", "time [95 % interval]");
    }

    @Override
    List<String> row(String strategy, Measured cell) {
        return List.of(
                strategy, Text.count(max(cell)), Text.millis(cell.measurement().mean()));
    }
}
