package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.core.StrategyTraits;
import io.github.eratosthenes.harness.breakpoints.Edge.End;
import io.github.eratosthenes.harness.breakpoints.LoopTimes.Passed;
import io.github.eratosthenes.harness.breakpoints.LoopTimes.Prediction;
import io.github.eratosthenes.harness.endpoint.JvmMemory;
import io.github.eratosthenes.results.files.BreakpointsFile.MemoryEdge;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Explains why an edge lies where it does. */
final class Reasons {

    private static final double MEGABYTE = 1 << 20;

    /** Smaller differences are not worth a word. */
    private static final double TELLING_SHARE = 0.01;

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

    static @Nullable String ofLoops(Edge edge, @Nullable Prediction prediction, LoopTimes times) {
        Long passing = edge.passing();
        Passed longest = times.longest();
        if (edge.end() != End.FOUND || passing == null) {
            return null;
        }
        if (!edge.slow()) {
            return notTime(edge);
        }
        if (prediction == null || longest == null || isWithin(edge, prediction.loops())) {
            return null;
        }
        return loopTimes(prediction.from(), longest)
                + outside(prediction.from(), longest)
                + instances(times, prediction.from().loops() + 1);
    }

    /** Returns the reason for an edge of loops whose ends were checked later. */
    static @Nullable String ofCheckedLoops(Edge edge, @Nullable Long predicted, @Nullable String before) {
        if (edge.end() == End.FOUND && !edge.slow()) {
            return notTime(edge);
        }
        return predicted != null && isWithin(edge, predicted) ? null : before;
    }

    private static String notTime(Edge edge) {
        return "time is not the reason: " + edge.verdict();
    }

    private static boolean isWithin(Edge edge, long loops) {
        Long passing = edge.passing();
        Long failing = edge.failing();
        return passing != null && failing != null && passing <= loops && loops <= failing;
    }

    private static String loopTimes(Passed from, Passed longest) {
        double change = longest.millisPerLoop() / from.millisPerLoop() - 1;
        return String.format(
                Locale.ROOT,
                "the prediction is from a call of %,d loops at %.3f ms each; in one of %,d a loop takes %.3f ms, %.1f %% %s",
                from.loops(),
                from.millisPerLoop(),
                longest.loops(),
                longest.millisPerLoop(),
                100 * Math.abs(change),
                change < 0 ? "less" : "more");
    }

    /** Returns words on the time that a call spends outside the function, unless it is negligible. */
    private static String outside(Passed from, Passed longest) {
        double most = Math.max(
                from.outsideSeconds() / from.clientSeconds(), longest.outsideSeconds() / longest.clientSeconds());
        return most < TELLING_SHARE
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; outside the function's own time %.2f s and %.2f s",
                        from.outsideSeconds(),
                        longest.outsideSeconds());
    }

    /** Returns words on instances that were just started, if they are slower because their warm-up has not ended. */
    private static String instances(LoopTimes times, long leastLoops) {
        OptionalDouble started = times.millisPerLoop(leastLoops, true);
        OptionalDouble used = times.millisPerLoop(leastLoops, false);
        if (started.isEmpty() || used.isEmpty()) {
            return "";
        }
        String both = String.format(
                Locale.ROOT,
                "; long calls take %.3f ms a loop on a new instance and %.3f ms on a used one",
                started.getAsDouble(),
                used.getAsDouble());
        return started.getAsDouble() > (1 + TELLING_SHARE) * used.getAsDouble() ? both + ": warm-up" : both;
    }

    private static String outOfTime(Planned planned, long passing, @Nullable MemoryEdge beyond) {
        String storage = "time runs out first, with " + megabytes(planned, passing) + " of storage";
        return beyond == null
                ? storage
                : storage + "; memory breaks beyond: " + memory(planned, beyond.passing(), beyond.verdict(), null);
    }

    private static String memory(Planned planned, long passing, String verdict, @Nullable Long predicted) {
        double old = JvmMemory.oldGenerationBytes(planned.memoryMegabytes());
        double storage = storage(planned.strategy().traits(), passing);
        double rest = (old - storage) / MEGABYTE;
        String held = text(storage) + " MB of storage pass, and the old generation has " + text(old) + " MB";
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
