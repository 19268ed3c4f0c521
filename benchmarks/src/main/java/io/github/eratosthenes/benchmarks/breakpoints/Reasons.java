package io.github.eratosthenes.benchmarks.breakpoints;

import io.github.eratosthenes.benchmarks.breakpoints.Edge.End;
import io.github.eratosthenes.benchmarks.results.BreakpointsFile.MemoryEdge;
import io.github.eratosthenes.core.StrategyTraits;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says why an edge lies where it does. */
final class Reasons {

    private static final double MEGABYTE = 1 << 20;

    private Reasons() {}

    static @Nullable String ofMax(Planned planned, Edge edge, @Nullable Long predicted, @Nullable MemoryEdge beyond) {
        Long passing = edge.passing();
        if (edge.end() == End.OUT_OF_BUDGET || passing == null) {
            return null;
        }
        if (edge.end() == End.NOTHING_FAILS) {
            return "memory suffices for the highest max that the strategy takes: " + megabytes(planned, passing)
                    + " of storage";
        }
        if (edge.slow()) {
            return outOfTime(planned, passing, beyond);
        }
        return memory(planned, passing, String.valueOf(edge.verdict()), predicted);
    }

    static @Nullable String ofLoops(Edge edge) {
        return edge.end() == End.FOUND && !edge.slow() ? "it is not time that breaks: " + edge.verdict() : null;
    }

    private static String outOfTime(Planned planned, long passing, @Nullable MemoryEdge beyond) {
        String storage = "time runs out first, with " + megabytes(planned, passing) + " of storage";
        return beyond == null
                ? storage
                : storage + "; memory breaks beyond: " + memory(planned, beyond.passing(), beyond.verdict(), null);
    }

    private static String memory(Planned planned, long passing, String verdict, @Nullable Long predicted) {
        HeapGeometry heap = HeapGeometry.of(planned.memoryMegabytes());
        double storage = storage(planned.strategy().traits(), passing);
        double rest = (heap.oldBytes() - storage) / MEGABYTE;
        String held = text(storage) + " MB of storage pass, and the old generation has "
                + text((double) heap.oldBytes()) + " MB";
        if (verdict.equals("KILLED")) {
            return held + "; the memory limit of the whole process, " + planned.memoryMegabytes()
                    + " MB, breaks before the heap's";
        }
        if (rest < 0) {
            return held + "; the storage is several arrays, and some fit into the young generation";
        }
        String others = held + String.format(Locale.ROOT, "; %.1f MB of it the function's own objects hold", rest);
        return predicted == null
                ? others
                : others
                        + String.format(
                                Locale.ROOT, ", %.1f %% of the prediction", 100.0 * (predicted - passing) / predicted);
    }

    private static double storage(StrategyTraits traits, long max) {
        return traits.bytesFor(max);
    }

    private static String megabytes(Planned planned, long max) {
        return text(storage(planned.strategy().traits(), max)) + " MB";
    }

    private static String text(double bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE);
    }
}
