package io.github.eratosthenes.benchmarks.compare;

import io.github.eratosthenes.results.files.Measurement;
import io.github.eratosthenes.results.files.RulerReadings;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The change of a ruler from one result to another, on one JDK and tier: the ratio of the forks' best readings.
 *
 * @param ruler the ruler's name
 * @param where the parameters of its cells that name JDK and tier; empty for a plain JMH file
 * @param ratio the ratio of the candidate's readings to the baseline's
 */
record RulerShift(String ruler, Map<String, String> where, Ratio ratio) {

    private static final List<String> PLACES = List.of("jdk", "tier");
    private static final int FEWEST_FORKS = 2;

    /** Returns the shifts of all rulers that both results have. */
    static List<RulerShift> of(List<Measurement> baseline, List<Measurement> candidate) {
        List<RulerShift> shifts = new ArrayList<>();
        for (Map<String, String> where :
                baseline.stream().map(RulerShift::where).distinct().toList()) {
            for (String ruler : RulerReadings.NAMES) {
                double[] before = readings(baseline, where, ruler);
                double[] after = readings(candidate, where, ruler);
                if (before.length >= FEWEST_FORKS && after.length >= FEWEST_FORKS) {
                    shifts.add(new RulerShift(ruler, where, Ratio.independent(after, before, Interval.CONFIDENCE)));
                }
            }
        }
        return shifts;
    }

    private static double[] readings(List<Measurement> measurements, Map<String, String> where, String ruler) {
        return measurements.stream()
                .filter(measurement -> where(measurement).equals(where))
                .flatMapToDouble(
                        measurement -> DoubleStream.of(measurement.rulers().best(ruler)))
                .toArray();
    }

    private static Map<String, String> where(Measurement measurement) {
        Map<String, String> where = new LinkedHashMap<>(measurement.parameters());
        where.keySet().retainAll(PLACES);
        return where;
    }

    /** Returns whether the ruler was read beside a measurement of the baseline. */
    boolean isOf(Measurement measurement) {
        return where(measurement).equals(where);
    }

    /** Returns the ruler's name for people. */
    String label() {
        StringBuilder label = new StringBuilder(ruler);
        where.forEach(
                (name, value) -> label.append(' ').append(name).append('=').append(value));
        return label.toString();
    }
}
