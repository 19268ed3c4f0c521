package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Ratio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether warm-up was over: its last iteration takes as long as those that were measured after it. */
final class WarmupCheck {

    private WarmupCheck() {}

    static List<String> lines(StudyData data) {
        Map<String, Ratio> ratios = new LinkedHashMap<>();
        Stream.concat(data.rulers().stream(), data.sieving().stream())
                .filter(WarmupCheck::isTraced)
                .forEach(measured -> ratios.put(
                        measured.cell().label(),
                        Ratio.paired(
                                lastOfWarmup(measured), measured.measurement().roundMeans(), Interval.CONFIDENCE)));
        return PairChecks.lines("Warm-up was over, its last iteration against the measured ones", ratios);
    }

    private static boolean isTraced(Measured measured) {
        return measured.warmup().size() == measured.measurement().scores().size()
                && measured.warmup().stream().noneMatch(List::isEmpty);
    }

    private static double[] lastOfWarmup(Measured measured) {
        return measured.warmup().stream()
                .mapToDouble(round -> round.get(round.size() - 1))
                .toArray();
    }
}
