package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.files.Environment.Sitting;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyFile.Gate;
import io.github.eratosthenes.results.statistics.PooledDeviation;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The influence of the machine on the study: how much the rounds of a cell differ, how wide the intervals are, how many forks
 * were repeated, and how much load and stolen time the operating system reported.
 */
final class MachineCheck {

    /** On a quiet machine, nine tenths of the ratios' intervals are at most this wide, to either side. */
    private static final double QUIET_HALF_WIDTH = 0.05;

    /** The largest share of forks that may stay slow in spite of repeats. */
    private static final double QUIET_SLOW = 0.01;

    /** The largest share of the processors' time that other programs may use before a study. */
    private static final double QUIET_BUSY = 0.05;

    /** The largest share of CPU time that the hypervisor may steal. */
    private static final double QUIET_STOLEN = 0.01;

    private final StudyData data;
    private final double[] halfWidths;
    private final List<String> noise = new ArrayList<>();

    private MachineCheck(StudyData data) {
        this.data = data;
        this.halfWidths = data.measured().stream()
                .flatMap(measured -> data.ratio(measured.cell()).stream())
                .mapToDouble(ratio -> ratio.interval().relativeHalfWidth())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    static List<String> lines(StudyData data) {
        return new MachineCheck(data).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        PooledDeviation pooled = PooledDeviation.of(data.measured().stream()
                .map(measured -> PooledDeviation.logs(measured.measurement().roundValues()))
                .toList());
        if (pooled.degreesOfFreedom() > 0) {
            lines.add("The rounds of a cell differ by " + Figures.percent(pooled.deviation())
                    + " (standard deviation, pooled over all cells).");
        }
        if (halfWidths.length > 0) {
            lines.add("The intervals of the ratios: half are within ± " + Figures.percent(quantile(0.5))
                    + ", nine tenths within ± " + Figures.percent(quantile(0.9)) + ".");
        }
        gate().ifPresent(lines::add);
        judge();
        if (halfWidths.length == 0) {
            lines.add("Machine: unknown, because no ratio has an interval, which takes two rounds");
        } else if (noise.isEmpty()) {
            lines.add("Machine: quiet");
        } else {
            noise.forEach(reason -> lines.add("Machine: NOISY, " + reason));
        }
        return lines;
    }

    private Optional<String> gate() {
        return Optional.ofNullable(data.study().gate())
                .map(gate -> "Forks were repeated if the rulers were slow (" + Figures.percent(gate.threshold())
                        + " above the best): " + gate.repeats() + " repeats for " + forks() + " forks; " + gate.slow()
                        + " stayed slow.");
    }

    private long forks() {
        return data.measured().stream()
                .mapToLong(measured -> measured.measurement().scores().size())
                .sum();
    }

    private void judge() {
        if (halfWidths.length > 0 && quantile(0.9) > QUIET_HALF_WIDTH) {
            noise.add("one interval in ten is wider than ± " + Figures.percent(quantile(0.9)) + "; the limit is "
                    + Figures.percent(QUIET_HALF_WIDTH));
        }
        Gate gate = data.study().gate();
        if (gate != null && gate.slow() > QUIET_SLOW * forks()) {
            noise.add(gate.slow() + " forks stayed slow in spite of repeats; the limit is "
                    + Figures.percent(QUIET_SLOW));
        }
        data.environment().sittings().forEach(this::judge);
    }

    private void judge(Sitting sitting) {
        if (sitting.busyAtStart() != null && sitting.busyAtStart() > QUIET_BUSY) {
            noise.add("other programs used " + Figures.percent(sitting.busyAtStart()) + " of the processors at "
                    + sitting.start() + " before the first cell; the limit is " + Figures.percent(QUIET_BUSY));
        }
        if (sitting.stolenShare() != null && sitting.stolenShare() > QUIET_STOLEN) {
            noise.add("the hypervisor stole " + Figures.percent(sitting.stolenShare()) + " of CPU time; the limit is "
                    + Figures.percent(QUIET_STOLEN));
        }
    }

    private double quantile(double share) {
        return halfWidths[(int) Math.ceil(share * halfWidths.length) - 1];
    }
}
