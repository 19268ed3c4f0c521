package io.github.eratosthenes.results.files;

import io.github.eratosthenes.results.files.Environment.Sitting;
import io.github.eratosthenes.results.files.StudyFile.Gate;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * The reasons to call the machine of a study noisy: wide intervals, forks that stayed slow, other programs, and time that the
 * hypervisor stole.
 */
public final class MachineNoise {

    /** On a quiet machine, nine tenths of the ratios' intervals are at most this wide, to either side. */
    private static final double QUIET_HALF_WIDTH = 0.05;

    /** The largest share of forks that may stay slow in spite of repeats. */
    private static final double QUIET_SLOW = 0.01;

    /** The largest share of the processors' time that other programs may use before a study. */
    private static final double QUIET_BUSY = 0.05;

    /** The largest share of CPU time that the hypervisor may steal. */
    private static final double QUIET_STOLEN = 0.01;

    private MachineNoise() {}

    /** Returns the reasons, each with its limit; none for a quiet machine. */
    public static List<String> reasons(StudyData data) {
        List<String> reasons = new ArrayList<>();
        HalfWidths widths = HalfWidths.of(data);
        if (!widths.isEmpty() && widths.quantile(0.9) > QUIET_HALF_WIDTH) {
            reasons.add("one interval in ten is wider than ± " + Figures.percent(widths.quantile(0.9))
                    + "; the limit is " + Figures.percent(QUIET_HALF_WIDTH));
        }
        Gate gate = data.study().gate();
        if (gate != null && gate.slow() > QUIET_SLOW * data.forks()) {
            reasons.add(gate.slow() + " forks stayed slow in spite of repeats; the limit is "
                    + Figures.percent(QUIET_SLOW));
        }
        data.environment().sittings().forEach(sitting -> judge(sitting, reasons));
        return reasons;
    }

    private static void judge(Sitting sitting, List<String> reasons) {
        Double busy = sitting.busyAtStart();
        if (busy != null && busy > QUIET_BUSY) {
            reasons.add("other programs used " + Figures.percent(busy) + " of the processors at " + sitting.start()
                    + " before the first cell; the limit is " + Figures.percent(QUIET_BUSY));
        }
        Double stolen = sitting.stolenShare();
        if (stolen != null && stolen > QUIET_STOLEN) {
            reasons.add("the hypervisor stole " + Figures.percent(stolen) + " of CPU time; the limit is "
                    + Figures.percent(QUIET_STOLEN));
        }
    }
}
