package io.github.eratosthenes.notebooks.charts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.results.files.StudyData.Measured;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Bytes that one sieving allocates against max, with the prediction from the strategy's data structures. */
final class BytesChart extends AgainstMax {

    BytesChart() {
        super(
                "bytes",
                "Memory allocated to sieve, by max",
                "Lower is leaner. Marks are measured; dotted lines are predicted from the data structures.");
    }

    @Override
    ObjectNode axis() {
        return Axis.logarithmic("bytes allocated by one sieving", "bytes");
    }

    @Override
    void draw(Plot plot, String strategy, List<Measured> cells) {
        plot.line(
                strategy,
                cells.stream().flatMap(cell -> measured(strategy, cell)).toList());
        plot.prediction(
                strategy,
                cells.stream()
                        .filter(cell -> cell.cell().predictedBytes() != null)
                        .map(cell -> Point.exact(max(cell), predicted(cell), ""))
                        .toList());
    }

    private static Stream<Point> measured(String strategy, Measured cell) {
        OptionalDouble bytes = cell.measurement().bytesPerOperation();
        return bytes.isEmpty()
                ? Stream.empty()
                : Stream.of(Point.exact(
                        max(cell),
                        bytes.getAsDouble(),
                        strategy + ", max " + Text.count(max(cell)) + ": " + Text.count(bytes.getAsDouble())
                                + " bytes, predicted " + predictedText(cell)));
    }

    private static double predicted(Measured cell) {
        Long predicted = cell.cell().predictedBytes();
        return predicted == null ? Double.NaN : predicted;
    }

    private static String predictedText(Measured cell) {
        return cell.cell().predictedBytes() == null ? "nothing" : Text.count(predicted(cell));
    }

    @Override
    List<String> columns() {
        return List.of("strategy", "max", "bytes measured", "bytes predicted");
    }

    @Override
    List<String> row(String strategy, Measured cell) {
        OptionalDouble bytes = cell.measurement().bytesPerOperation();
        return List.of(
                strategy,
                Text.count(max(cell)),
                bytes.isEmpty() ? "none recorded" : Text.count(bytes.getAsDouble()),
                predictedText(cell));
    }
}
