package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.benchmarks.results.StudyFile.CellEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a study ends with: its table, and then whether its figures can be trusted. */
public final class StudyReport {

    /** The strategy that every other is set against; by its id, since readers of results have no sieves. */
    public static final String BASELINE = "boolean-array";

    /** The largest effect that does not matter. */
    public static final double THRESHOLD = 0.02;

    /** The largest effect that is let pass where there ought to be none. */
    public static final double TOLERANCE = 0.05;

    private StudyReport() {}

    /** Returns the report's lines. */
    public static List<String> lines(StudyData data) {
        List<String> lines = new ArrayList<>(TimeTable.lines(data));
        lines.addAll(withoutBaseline(data));
        lines.add("");
        lines.add("± and [ , ] are 95 % t intervals over the " + data.study().roundsDone() + " rounds."
                + " faster and slower need the whole interval beyond " + Figures.percent(THRESHOLD)
                + ", same needs it within.");
        lines.add("Each verdict is held at 5 % for itself: nothing is corrected for how many there are,"
                + " so a few of a long table may be wrong.");
        lines.add("");
        lines.addAll(MachineCheck.lines(data));
        lines.addAll(LoopsCheck.lines(data));
        lines.addAll(WarmupCheck.lines(data));
        lines.addAll(AllocationCheck.lines(data));
        return lines;
    }

    /** Says why rows have no ratio: what it would be to was left out. */
    private static List<String> withoutBaseline(StudyData data) {
        return data.study().cells().stream()
                .filter(cell -> BASELINE.equals(cell.strategy()) && cell.skipped() != null)
                .filter(baseline -> data.sieving().stream()
                        .anyMatch(measured ->
                                parametersBesideStrategy(measured.cell()).equals(parametersBesideStrategy(baseline))))
                .map(baseline ->
                        "No ratio at max " + baseline.max() + ": " + BASELINE + " was skipped, " + baseline.skipped())
                .distinct()
                .toList();
    }

    private static List<Object> parametersBesideStrategy(CellEntry cell) {
        return Arrays.asList(cell.max(), cell.loops(), cell.jdk(), cell.tier());
    }
}
