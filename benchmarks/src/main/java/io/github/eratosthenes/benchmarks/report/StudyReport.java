package io.github.eratosthenes.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** What a study ends with: its table, and then whether its figures can be trusted. */
public final class StudyReport {

    /** The share of intervals that hold the true value. */
    public static final double CONFIDENCE = 0.95;

    /** The strategy that every other is set against. */
    public static final String BASELINE = "boolean-array";

    /** The smallest effect that is called one. */
    public static final double THRESHOLD = 0.02;

    private StudyReport() {}

    /** Returns the report's lines. */
    public static List<String> lines(StudyData data) {
        List<String> lines = new ArrayList<>(TimeTable.lines(data));
        lines.add("");
        lines.add("± and [ , ] are 95 % t intervals over the " + data.study().roundsDone() + " rounds."
                + " A verdict needs an interval that excludes 1 and an effect above "
                + Figures.percent(THRESHOLD) + ".");
        lines.add("");
        lines.addAll(MachineCheck.lines(data));
        lines.addAll(LoopsCheck.lines(data));
        lines.addAll(WarmupCheck.lines(data));
        lines.addAll(AllocationCheck.lines(data));
        return lines;
    }
}
