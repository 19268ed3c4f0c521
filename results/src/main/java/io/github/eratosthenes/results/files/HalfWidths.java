package io.github.eratosthenes.results.files;

import java.util.List;

/**
 * How wide the intervals of a study's ratios are.
 *
 * @param sorted the finite half-widths as shares of the ratio, ascending
 */
public record HalfWidths(List<Double> sorted) {

    /** Returns the half-widths of a study; none if it has too few rounds for intervals. */
    public static HalfWidths of(StudyData data) {
        return new HalfWidths(data.measured().stream()
                .flatMap(measured -> data.ratio(measured.cell()).stream())
                .map(ratio -> ratio.interval().relativeHalfWidth())
                .filter(Double::isFinite)
                .sorted()
                .toList());
    }

    public boolean isEmpty() {
        return sorted.isEmpty();
    }

    /** Returns the half-width that a share of all do not exceed; there must be one. */
    public double quantile(double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
