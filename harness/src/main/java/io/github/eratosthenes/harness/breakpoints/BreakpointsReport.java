package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.MemoryEdge;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;
import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.TextTable;
import io.github.eratosthenes.results.text.TextTable.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes breakpoints as text for people. */
final class BreakpointsReport {

    private static final String WHERE_A_REAL_EDGE_LIES =
            "A real edge of memory is expected between the one with --reserved-mb=0"
                    + " and the one with the default: the kernel may take back a part of what the machine holds beside the JVM.";

    private BreakpointsReport() {}

    /** Returns the report's lines. */
    static List<String> lines(BreakpointsFile file) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(file.endpoint()));
        lines.add("A gateway that waits " + Figures.significant(file.timeLimitSeconds()) + " s; each side tried "
                + Figures.counted(file.confirmations(), "time") + " when found, and "
                + Figures.counted(rechecks(file), "time") + " later; " + file.calls() + " calls in "
                + file.seconds() + " s.");
        if (file.callsAfterBreaks() != null) {
            lines.add(Figures.counted(file.callsAfterBreaks(), "call")
                    + " after breaks only started the runtime again, and count as no try.");
        }
        if (file.endpoint().local() && file.endpoint().calibration() == null) {
            lines.add(WHERE_A_REAL_EDGE_LIES);
        }
        for (Kind kind : Kind.values()) {
            List<Breakpoint> ofKind = file.breakpoints().stream()
                    .filter(breakpoint -> breakpoint.kind() == kind)
                    .toList();
            if (!ofKind.isEmpty()) {
                lines.add("");
                lines.add(
                        kind == Kind.MEMORY
                                ? "The largest max, with one loop"
                                : "The most loops, at max " + Figures.count(Search.TIME_MAX));
                lines.addAll(table(ofKind));
            }
        }
        lines.add("");
        lines.addAll(best(file));
        return lines;
    }

    /** Returns the fewest rechecks that an edge had. */
    private static int rechecks(BreakpointsFile file) {
        return file.breakpoints().stream().mapToInt(Breakpoint::rechecks).min().orElse(0);
    }

    static String heading(Endpoint endpoint) {
        return endpoint.label() + (endpoint.local() ? ", " + endpoint.reservedMegabytes() + " MB reserved" : "");
    }

    private static List<String> table(List<Breakpoint> breakpoints) {
        TextTable table = new TextTable(List.of(
                Column.left("strategy"),
                Column.right("MB"),
                Column.right("passes"),
                Column.right("fails"),
                Column.left("verdict"),
                Column.left("outcome"),
                Column.right("predicted"),
                Column.right("measured/predicted"),
                Column.left("why")));
        for (Breakpoint breakpoint : breakpoints) {
            table.add(List.of(
                    breakpoint.strategy(),
                    String.valueOf(breakpoint.memoryMegabytes()),
                    count(breakpoint.passing()),
                    count(breakpoint.failing()),
                    breakpoint.verdict() == null ? "-" : breakpoint.verdict(),
                    breakpoint.outcome().name(),
                    count(breakpoint.predicted()),
                    ratio(breakpoint),
                    breakpoint.reason() == null ? "" : breakpoint.reason()));
        }
        return table.lines();
    }

    /** Returns the line of one breakpoint. */
    static String line(Breakpoint breakpoint) {
        MemoryEdge beyond = breakpoint.memoryEdge();
        return count(breakpoint.passing()) + " passes, " + count(breakpoint.failing()) + " fails ("
                + breakpoint.verdict() + "), predicted " + count(breakpoint.predicted()) + ", " + breakpoint.outcome()
                + (beyond == null
                        ? ""
                        : "; memory breaks between " + count(beyond.passing()) + " and " + count(beyond.failing())
                                + " (" + beyond.verdict() + ")");
    }

    /** Returns the edge of memory divided by its prediction; "-" if only time ran out. */
    private static String ratio(Breakpoint breakpoint) {
        MemoryEdge beyond = breakpoint.memoryEdge();
        Long measured = beyond == null ? breakpoint.passing() : Long.valueOf(beyond.passing());
        Long predicted = breakpoint.predicted();
        boolean isOther = beyond == null && breakpoint.outcome() == Outcome.STOPPED_BY_TIME;
        return measured == null || predicted == null || isOther
                ? "-"
                : String.format(Locale.ROOT, "%.3f", (double) measured / predicted);
    }

    private static String count(@Nullable Long value) {
        return value == null ? "-" : Figures.count(value);
    }

    private static List<String> best(BreakpointsFile file) {
        return file.breakpoints().stream()
                .map(Breakpoint::memoryMegabytes)
                .distinct()
                .flatMap(memory -> file.breakpoints().stream()
                        .filter(breakpoint -> breakpoint.memoryMegabytes() == memory
                                && breakpoint.kind() == Kind.MEMORY
                                && breakpoint.passing() != null)
                        .max(Comparator.comparingLong(Breakpoint::reached))
                        .stream())
                .map(breakpoint -> "At " + breakpoint.memoryMegabytes() + " MB the largest max answered in time is "
                        + count(breakpoint.passing()) + ", by " + breakpoint.strategy() + ".")
                .toList();
    }
}
