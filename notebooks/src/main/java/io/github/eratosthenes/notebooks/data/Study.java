package io.github.eratosthenes.notebooks.data;

import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.statistics.Ratio;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A study's sievings, found by what was varied.
 *
 * @param data the plan and what was measured of it
 */
public record Study(StudyData data) {

    /** One JDK and one compiler tier. */
    public record View(String jdk, String tier) {
        @Override
        public String toString() {
            return "JDK " + jdk + ", " + tier;
        }
    }

    /** What was sieved. */
    public record Size(long max, int loops) {}

    /**
     * The time of a loop among several, against that of a single one.
     *
     * @param size how many loops there were, up to which limit
     */
    public record PerLoop(String strategy, Size size, Ratio ratio) {}

    /** Returns the strategies with any measured cell, in the plan's order. */
    public List<String> strategies() {
        return data.sieving().stream()
                .map(measured -> String.valueOf(measured.cell().strategy()))
                .distinct()
                .toList();
    }

    /** Returns the views with any measured cell: the newest JDK first, C2 before C1. */
    public List<View> views() {
        return data.sieving().stream()
                .map(measured -> new View(measured.cell().jdk(), measured.cell().tier()))
                .distinct()
                .sorted(Comparator.comparing(View::jdk)
                        .thenComparing(View::tier)
                        .reversed())
                .toList();
    }

    /** Returns the limits that were sieved with one loop in a view, ascending. */
    public List<Long> maxima(View view) {
        return sizes(view).stream()
                .filter(size -> size.loops() == 1)
                .map(Size::max)
                .toList();
    }

    /** Returns the same limits, the most telling first: that of most strategies, and the largest of several such. */
    public List<Long> maximaByWeight(View view) {
        return maxima(view).stream()
                .sorted(Comparator.comparingLong((Long max) -> strategiesAt(max, view))
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
    }

    private long strategiesAt(long max, View view) {
        return strategies().stream()
                .filter(strategy -> cell(strategy, new Size(max, 1), view).isPresent())
                .count();
    }

    /** Returns everything that was sieved in a view, by max and then loops. */
    public List<Size> sizes(View view) {
        return data.sieving().stream()
                .map(Measured::cell)
                .filter(cell -> cell.jdk().equals(view.jdk()) && cell.tier().equals(view.tier()))
                .flatMap(cell -> size(cell).stream())
                .distinct()
                .sorted(Comparator.comparingLong(Size::max).thenComparingInt(Size::loops))
                .toList();
    }

    /** Returns the measured cell, or empty where it was left out. */
    public Optional<Measured> cell(String strategy, Size size, View view) {
        return data.sieving().stream()
                .filter(measured -> strategy.equals(measured.cell().strategy()))
                .filter(measured -> size(measured.cell()).equals(Optional.of(size)))
                .filter(measured -> measured.cell().jdk().equals(view.jdk())
                        && measured.cell().tier().equals(view.tier()))
                .findFirst();
    }

    /** Returns the ratio of each cell of a view with several loops to the cell with one, by max, loops and strategy. */
    public List<PerLoop> perLoop(View view) {
        return sizes(view).stream()
                .filter(size -> size.loops() > 1)
                .flatMap(size -> strategies().stream().flatMap(strategy -> perLoop(strategy, size, view).stream()))
                .toList();
    }

    private Optional<PerLoop> perLoop(String strategy, Size size, View view) {
        return cell(strategy, size, view)
                .flatMap(many -> cell(strategy, new Size(size.max(), 1), view)
                        .map(one -> new PerLoop(
                                strategy, size, many.measurement().pairedRatio(size.loops(), one.measurement()))));
    }

    private static Optional<Size> size(CellEntry cell) {
        Long max = cell.max();
        Integer loops = cell.loops();
        return max == null || loops == null ? Optional.empty() : Optional.of(new Size(max, loops));
    }
}
