package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.files.Steadiness;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a study ends with: its table, and then whether its figures can be trusted. */
public final class StudyReport {

    private StudyReport() {}

    /** Returns the report's lines. */
    public static List<String> lines(StudyData data) {
        List<String> lines = new ArrayList<>(TimeTable.lines(data, Steadiness.of(data)));
        lines.addAll(withoutBaseline(data));
        lines.addAll(BuildTable.lines(data));
        lines.add("");
        lines.add(
                "ms/op is what the shortest slices of a fork take, as a geometric mean of the forks; noise is how many"
                        + " times as long the average slice takes.");
        lines.add("± and [ , ] are 95 % t intervals over the "
                + Figures.counted(data.study().roundsDone(), "round") + "."
                + " faster and slower need the whole interval beyond " + Figures.percent(Verdict.THRESHOLD)
                + ", same needs it within.");
        lines.add("Each verdict is held at 5 % for itself: nothing is corrected for how many there are,"
                + " so a few of a long table may be wrong.");
        lines.add("");
        lines.addAll(MachineCheck.lines(data));
        lines.addAll(LoopsCheck.lines(data));
        lines.addAll(SteadyCheck.lines(data));
        lines.addAll(AllocationCheck.lines(data));
        return lines;
    }

    /** Says why rows have no ratio: what it would be to was left out. */
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
