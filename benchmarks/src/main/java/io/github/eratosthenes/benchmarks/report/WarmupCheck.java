package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.benchmarks.report.StudyData.Measured;
import io.github.eratosthenes.benchmarks.statistics.Ratio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether warm-up was over: the last measured iteration of a round takes as long as the first. */
final class WarmupCheck {

    private WarmupCheck() {}

    static List<String> lines(StudyData data) {
        Map<String, Ratio> ratios = new LinkedHashMap<>();
        for (Measured measured : data.sieving()) {
            List<List<Double>> rounds = measured.measurement().scores();
            if (rounds.stream().allMatch(round -> round.size() > 1)) {
                double[] first =
                        rounds.stream().mapToDouble(round -> round.get(0)).toArray();
                double[] last = rounds.stream()
                        .mapToDouble(round -> round.get(round.size() - 1))
                        .toArray();
                ratios.put(measured.cell().label(), Ratio.paired(last, first, StudyReport.CONFIDENCE));
            }
        }
        return PairChecks.lines("Warm-up was over, the last measured iteration against the first", ratios);
    }
}
