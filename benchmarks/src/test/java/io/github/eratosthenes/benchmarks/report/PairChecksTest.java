package io.github.eratosthenes.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Ratio;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairChecksTest {

    @Test
    void whatIsNotShownEitherWayIsUndecided() {
        Map<String, Ratio> ratios = new LinkedHashMap<>();
        ratios.put("flat", ratio(0.99, 1.00, 1.01));
        ratios.put("wide", ratio(0.98, 1.30, 1.72));
        ratios.put("not 1, but by how much", ratio(1.01, 1.06, 1.11));
        ratios.put("one round", ratio(Double.NaN, 1.00, Double.NaN));
        ratios.put("slower", ratio(1.06, 1.10, 1.15));
        ratios.put("faster", ratio(0.70, 0.75, 0.80));

        assertThat(PairChecks.lines("Flat", ratios, 0.05))
                .containsExactly(
                        "Flat: of 6, 1 shown within 5 %, 3 undecided, 2 shown to be off by more:",
                        "  faster: 0.750 [0.700, 0.800]", "  slower: 1.100 [1.060, 1.150]");
    }

    private static Ratio ratio(double low, double estimate, double high) {
        return new Ratio(new Interval(low, estimate, high), Double.NaN, Double.NaN);
    }
}
