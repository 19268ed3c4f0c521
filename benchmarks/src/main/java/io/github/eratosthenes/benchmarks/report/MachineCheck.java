package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.files.HalfWidths;
import io.github.eratosthenes.results.files.MachineNoise;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.statistics.PooledDeviation;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The influence of the machine on the study: how much the rounds of a cell differ, how wide the intervals are, how many forks
 * were repeated, and whether the machine is quiet.
 */
final class MachineCheck {

    private MachineCheck() {}

    static List<String> lines(StudyData data) {
        List<String> lines = new ArrayList<>();
        PooledDeviation pooled = PooledDeviation.of(data.measured().stream()
                .map(measured -> PooledDeviation.logs(measured.measurement().roundValues()))
                .toList());
        if (pooled.degreesOfFreedom() > 0) {
            lines.add("The rounds of a cell differ by " + Figures.percent(pooled.deviation())
                    + " (standard deviation, pooled over all cells).");
        }
        HalfWidths widths = HalfWidths.of(data);
        if (!widths.isEmpty()) {
            lines.add("The intervals of the ratios: half are within ± " + Figures.percent(widths.quantile(0.5))
                    + ", nine tenths within ± " + Figures.percent(widths.quantile(0.9)) + ".");
        }
        gate(data).ifPresent(lines::add);
        List<String> noise = MachineNoise.reasons(data);
        if (widths.isEmpty()) {
            lines.add("Machine: unknown, because no ratio has an interval, which takes two rounds");
        } else if (noise.isEmpty()) {
            lines.add("Machine: quiet");
        } else {
            noise.forEach(reason -> lines.add("Machine: NOISY, " + reason));
        }
        return lines;
    }

    private static Optional<String> gate(StudyData data) {
        return Optional.ofNullable(data.study().gate())
                .map(gate -> "Forks were repeated if the rulers were slow (" + Figures.percent(gate.threshold())
                        + " above the best): " + gate.repeats() + " repeats for " + data.forks() + " forks; "
                        + gate.slow() + " stayed slow.");
    }
}
