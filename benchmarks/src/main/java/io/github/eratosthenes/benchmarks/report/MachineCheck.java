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
 * What the machine did to the study: how much a cell's rounds differ, how wide the intervals became, how many forks had to be
 * repeated, and what the operating system reported of load and stolen time.
 */
final class MachineCheck {

    /** The widest that nine tenths of the ratios' intervals may be on a machine that is called quiet, to either side. */
    private static final double QUIET_HALF_WIDTH = 0.05;

    /** The most forks that may have met a slow machine throughout, in spite of repeats. */
    private static final double QUIET_SLOW = 0.01;

    /** The most of the processors' time that others may use before a study. */
    private static final double QUIET_BUSY = 0.05;

    /** The most of the time wanted of the processors that the hypervisor may give to others. */
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
            lines.add("Machine: unknown, no ratio has an interval; that takes two rounds");
        } else if (noise.isEmpty()) {
            lines.add("Machine: quiet");
        } else {
            noise.forEach(reason -> lines.add("Machine: NOISY, " + reason));
        }
        return lines;
    }

    private Optional<String> gate() {
        return Optional.ofNullable(data.study().gate())
                .map(gate -> "Forks that met a slow machine, by the rulers (" + Figures.percent(gate.threshold())
                        + " above the best): " + gate.repeats() + " repeats for " + forks() + " forks; " + gate.slow()
                        + " were slow to the end.");
    }

    private long forks() {
        return data.measured().stream()
                .mapToLong(measured -> measured.measurement().scores().size())
                .sum();
    }

    private void judge() {
        if (halfWidths.length > 0 && quantile(0.9) > QUIET_HALF_WIDTH) {
            noise.add("one interval in ten is wider than ± " + Figures.percent(quantile(0.9)) + ", above "
                    + Figures.percent(QUIET_HALF_WIDTH));
        }
        Gate gate = data.study().gate();
        if (gate != null && gate.slow() > QUIET_SLOW * forks()) {
            noise.add(gate.slow() + " forks met a slow machine throughout, repeats included: above "
                    + Figures.percent(QUIET_SLOW));
        }
        data.environment().sittings().forEach(this::judge);
    }

    private void judge(Sitting sitting) {
        if (sitting.busyAtStart() != null && sitting.busyAtStart() > QUIET_BUSY) {
            noise.add("others used " + Figures.percent(sitting.busyAtStart()) + " of the processors at "
                    + sitting.start() + " before the first cell, above " + Figures.percent(QUIET_BUSY));
        }
        if (sitting.stolenShare() != null && sitting.stolenShare() > QUIET_STOLEN) {
            noise.add("the hypervisor stole " + Figures.percent(sitting.stolenShare()) + " of the CPU time, above "
                    + Figures.percent(QUIET_STOLEN));
        }
    }

    private double quantile(double share) {
        return halfWidths[(int) Math.ceil(share * halfWidths.length) - 1];
    }
}
