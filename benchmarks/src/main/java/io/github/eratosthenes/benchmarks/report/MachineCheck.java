package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.files.Environment.Sitting;
import io.github.eratosthenes.results.files.Ruler;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.statistics.Sample;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the machine was quiet: what the rulers measured, which never changes from round to round, and what the
 * operating system said of load and stolen time.
 */
final class MachineCheck {

    /** The most that the kernel ruler's round means may vary, as their standard deviation to their mean. */
    private static final double QUIET_VARIATION = 0.03;

    /** The most that one round of the kernel ruler may be off the median round. */
    private static final double QUIET_ROUND = 0.10;

    /** The most of the processors' time that others may use before a study. */
    private static final double QUIET_BUSY = 0.05;

    /** The most of the time wanted of the processors that the hypervisor may give to others. */
    private static final double QUIET_STOLEN = 0.01;

    /** The fewest rounds of the rulers that can show a machine to be quiet. */
    private static final int FEWEST_ROUNDS = 3;

    private static final double NANOS_PER_MILLI = 1e6;

    private MachineCheck() {}

    static List<String> lines(StudyData data) {
        List<String> noise = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Measured ruler : data.rulers()) {
            String where = "jdk " + ruler.cell().jdk() + " " + ruler.cell().tier();
            double[] rounds = ruler.measurement().roundMeans();
            Sample sample = Sample.of(rounds);
            if (ruler.cell().benchmark().equals(Ruler.NOTHING.benchmark())) {
                lines.add("Ruler " + where + ": an empty operation takes "
                        + Figures.significant(sample.mean() * NANOS_PER_MILLI) + " ns");
            } else {
                double variation = sample.deviation() / sample.mean();
                lines.add("Ruler " + where + ": the kernel takes " + Figures.significant(sample.mean())
                        + " ms, varying by " + (Double.isNaN(variation) ? "-" : Figures.percent(variation)));
                noise.addAll(noise(where, rounds, variation));
            }
        }
        data.environment().sittings().forEach(sitting -> noise.addAll(noise(sitting)));
        if (noise.isEmpty()) {
            lines.add(verdict(data));
        } else {
            noise.forEach(reason -> lines.add("Machine: NOISY, " + reason));
        }
        return lines;
    }

    private static String verdict(StudyData data) {
        int rounds = data.rulers().stream()
                .mapToInt(ruler -> ruler.measurement().scores().size())
                .min()
                .orElse(0);
        return rounds < FEWEST_ROUNDS
                ? "Machine: unknown, the rulers have " + Figures.counted(rounds, "round") + ", below " + FEWEST_ROUNDS
                : "Machine: quiet";
    }

    private static List<String> noise(String where, double[] rounds, double variation) {
        List<String> noise = new ArrayList<>();
        if (variation > QUIET_VARIATION) {
            noise.add("the kernel's rounds on " + where + " vary by " + Figures.percent(variation) + ", above "
                    + Figures.percent(QUIET_VARIATION));
        }
        double median = median(rounds);
        for (int round = 0; round < rounds.length; round++) {
            double off = rounds[round] / median - 1;
            if (Math.abs(off) > QUIET_ROUND) {
                noise.add("the kernel in round " + (round + 1) + " on " + where + " was off by " + Figures.percent(off)
                        + ", above " + Figures.percent(QUIET_ROUND));
            }
        }
        return noise;
    }

    private static List<String> noise(Sitting sitting) {
        List<String> noise = new ArrayList<>();
        if (sitting.busyAtStart() != null && sitting.busyAtStart() > QUIET_BUSY) {
            noise.add("others used " + Figures.percent(sitting.busyAtStart()) + " of the processors at "
                    + sitting.start() + " before the first cell, above " + Figures.percent(QUIET_BUSY));
        }
        if (sitting.stolenShare() != null && sitting.stolenShare() > QUIET_STOLEN) {
            noise.add("the hypervisor gave " + Figures.percent(sitting.stolenShare())
                    + " of the time wanted to others, above " + Figures.percent(QUIET_STOLEN));
        }
        return noise;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
