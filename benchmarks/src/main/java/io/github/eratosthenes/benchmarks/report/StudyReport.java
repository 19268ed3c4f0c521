package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.files.Steadiness;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The report at the end of a study: its table, and then how far its figures can be trusted. */
public final class StudyReport {

    private StudyReport() {}

    /** Returns the report's lines. */
    public static List<String> lines(StudyData data) {
        List<String> lines = new ArrayList<>(TimeTable.lines(data, Steadiness.of(data)));
        lines.addAll(withoutBaseline(data));
        lines.addAll(BuildTable.lines(data));
        lines.add("");
        lines.add("ms/op is the time of a fork's shortest slices, as the geometric mean of the forks; noise is the time"
                + " of the average slice divided by that.");
        lines.add("± and [low, high] are 95 % t intervals over the "
                + Figures.counted(data.study().roundsDone(), "round") + "."
                + " A verdict is faster or slower if the whole interval is beyond "
                + Figures.percent(Verdict.THRESHOLD) + ", and same if it is within.");
        lines.add("Each verdict has its own 5 % error rate, with no correction for the number of verdicts,"
                + " so a few in a long table may be wrong.");
        lines.add("");
        lines.addAll(MachineCheck.lines(data));
        lines.addAll(LoopsCheck.lines(data));
        lines.addAll(SteadyCheck.lines(data));
        lines.addAll(AllocationCheck.lines(data));
        return lines;
    }

    /** Explains rows without a ratio: their baseline was skipped. */
    private static List<String> withoutBaseline(StudyData data) {
        return data.study().cells().stream()
                .filter(cell -> StudyData.BASELINE.equals(cell.strategy()) && cell.skipped() != null)
                .filter(baseline -> data.sieving().stream()
                        .anyMatch(measured ->
                                parametersBesideStrategy(measured.cell()).equals(parametersBesideStrategy(baseline))))
                .map(baseline -> "No ratio at max " + baseline.max() + ": " + StudyData.BASELINE + " was skipped, "
                        + baseline.skipped())
                .distinct()
                .toList();
    }

    private static List<Object> parametersBesideStrategy(CellEntry cell) {
        return Arrays.asList(cell.max(), cell.loops(), cell.jdk(), cell.tier());
    }
}
