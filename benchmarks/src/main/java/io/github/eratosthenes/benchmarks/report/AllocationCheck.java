package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.text.TextTable;
import io.github.eratosthenes.results.text.TextTable.Column;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares allocation with its prediction: the bytes that one sieving allocates beyond those in its strategy's traits, over all
 * cells of a tier.
 *
 * <p>Part of the difference comes from JMH: the bytes that JMH allocates in an iteration are divided among its operations. So the
 * difference is larger if an iteration holds only a few operations.
 */
final class AllocationCheck {

    /** The text for a cell without recorded allocation: the extremes of no values are infinite. */
    private static final String NONE = "-";

    private AllocationCheck() {}

    /** JDKs before this one count only the allocation of living threads. */
    private static final int COUNTS_EVERY_THREAD = 21;

    private record Row(String strategy, String tier) {}

    private static final class Differences {
        final DoubleSummaryStatistics bytes = new DoubleSummaryStatistics();
        final DoubleSummaryStatistics shares = new DoubleSummaryStatistics();
    }

    static List<String> lines(StudyData data) {
        Map<Row, Differences> rows = new LinkedHashMap<>();
        for (Measured measured : data.sieving()) {
            CellEntry cell = measured.cell();
            if (cell.strategy() == null || cell.loops() == null || cell.predictedBytes() == null) {
                continue;
            }
            Differences differences =
                    rows.computeIfAbsent(new Row(cell.strategy(), cell.tier()), row -> new Differences());
            long predicted = cell.predictedBytes();
            int loops = cell.loops();
            measured.measurement().bytesPerOperation().ifPresent(bytes -> {
                double difference = bytes / loops - predicted;
                differences.bytes.accept(difference);
                differences.shares.accept(difference / predicted);
            });
        }
        TextTable table = new TextTable(List.of(
                Column.left("  strategy"),
                Column.left("tier"),
                Column.right("bytes, from"),
                Column.right("to"),
                Column.right("share, from"),
                Column.right("to")));
        rows.forEach((row, differences) -> table.add(List.of(
                "  " + row.strategy(),
                row.tier(),
                signed(differences.bytes.getMin()),
                signed(differences.bytes.getMax()),
                signedPercent(differences.shares.getMin()),
                signedPercent(differences.shares.getMax()))));
        List<String> lines =
                new ArrayList<>(List.of("Allocation of one sieving beyond the prediction, over all its cells:"));
        lines.addAll(table.lines());
        if (rows.keySet().stream().anyMatch(row -> row.strategy().equals(SieveStrategy.PARALLEL.id()))
                && data.environment().jdks().stream()
                        .anyMatch(jdk -> Runtime.Version.parse(jdk.version()).feature() < COUNTS_EVERY_THREAD)) {
            lines.add("  JDKs before " + COUNTS_EVERY_THREAD + " do not count threads that have ended: read "
                    + SieveStrategy.PARALLEL.id() + " on a newer JDK.");
        }
        return lines;
    }

    private static String signed(double value) {
        return Double.isInfinite(value) ? NONE : String.format(Locale.ROOT, "%+,.0f", value);
    }

    private static String signedPercent(double share) {
        return Double.isInfinite(share) || Double.isNaN(share)
                ? NONE
                : String.format(Locale.ROOT, "%+.2f %%", share * 100);
    }
}
