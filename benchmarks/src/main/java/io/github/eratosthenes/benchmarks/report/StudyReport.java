package io.github.eratosthenes.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** What a study ends with: its table, and then whether its figures can be trusted. */
public final class StudyReport {

    /** The share of intervals that hold the true value. */
    public static final double CONFIDENCE = 0.95;

    /** The strategy that every other is set against. */
    public static final String BASELINE = "boolean-array";

    /** The largest effect that does not matter. */
    public static final double THRESHOLD = 0.02;

    private StudyReport() {}

    /** Returns the report's lines. */
    public static List<String> lines(StudyData data) {
        List<String> lines = new ArrayList<>(TimeTable.lines(data));
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
}
