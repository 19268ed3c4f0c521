package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks that the time is proportional to the loops. A compiler that merged the loops of an operation would show here. */
final class LoopsCheck {

    private LoopsCheck() {}

    static List<String> lines(StudyData data) {
        Map<String, Ratio> ratios = new LinkedHashMap<>();
        for (Measured measured : data.sieving()) {
            CellEntry cell = measured.cell();
            int loops = cell.loops() == null ? 1 : cell.loops();
            if (loops > 1) {
                data.ratio(cell, cell.withLoops(1))
                        .ifPresent(ratio -> ratios.put(cell.label(), ratio.dividedBy(loops, Interval.CONFIDENCE)));
            }
        }
        return PairChecks.lines("Time / loops against loops=1 is flat", ratios, Verdict.TOLERANCE);
    }
}
