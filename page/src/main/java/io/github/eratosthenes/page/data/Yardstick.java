package io.github.eratosthenes.page.data;

import io.github.eratosthenes.results.files.JmhFile;
import io.github.eratosthenes.results.files.Measurement;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * JMH's result of the benchmark class NativeYardstick: the fast sieves beside the native library primesieve.
 *
 * @param measurements its records
 */
public record Yardstick(List<Measurement> measurements) {

    private static final String BENCHMARK = "NativeYardstick.";
    private static final String RANGE = "range";
    private static final String FROM_ZERO = "TO_";

    /** The benchmark of primesieve that each strategy is compared with, which has as many threads. */
    private static final List<Pair> PAIRS = List.of(
            new Pair("wheel-segment", "wheelSegment", "primesieve"),
            new Pair("parallel", "parallel", "primesieveParallel"));

    private record Pair(String sieve, String method, String primesieve) {}

    /** The time of a sieve in a range, divided by the time of primesieve in the same range on as many threads. */
    public record Beside(String sieve, String range, Ratio ratio) {

        /** Returns the verdict on the ratio. */
        public Verdict verdict() {
            return Verdict.of(ratio, Verdict.THRESHOLD);
        }

        /** Returns the range's name as words: TO_1E9 as to 1e9. */
        public String words() {
            return range.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException if the file is not a result file of JMH
     */
    public static Yardstick read(Path file) throws IOException {
        return new Yardstick(JmhFile.read(file));
    }

    /** Returns primesieve's time on one thread for all numbers up to max, if it was measured. */
    public Optional<Measurement> upTo(long max) {
        return measurements.stream()
                .filter(measurement -> measurement.benchmark().equals(BENCHMARK + "primesieve"))
                .filter(measurement -> isUpTo(max, measurement))
                .findFirst();
    }

    private static boolean isUpTo(long max, Measurement measurement) {
        String range = measurement.parameters().getOrDefault(RANGE, "");
        return range.startsWith(FROM_ZERO)
                && new BigDecimal(range.substring(FROM_ZERO.length())).compareTo(BigDecimal.valueOf(max)) == 0;
    }

    /** Returns each sieve beside primesieve, range by range in the file's order. */
    public List<Beside> besides() {
        List<Beside> besides = new ArrayList<>();
        for (Pair pair : PAIRS) {
            for (String range : ranges()) {
                find(pair.method(), range)
                        .ifPresent(sieve -> find(pair.primesieve(), range)
                                .ifPresent(baseline -> besides.add(
                                        new Beside(pair.sieve(), range, sieve.independentRatio(baseline)))));
            }
        }
        return List.copyOf(besides);
    }

    /** Returns the number of JVMs in which each benchmark was measured. */
    public int forks() {
        return measurements.stream()
                .mapToInt(measurement -> measurement.scores().size())
                .min()
                .orElse(0);
    }

    private List<String> ranges() {
        return measurements.stream()
                .map(measurement -> measurement.parameter(RANGE))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Optional<Measurement> find(String method, String range) {
        return measurements.stream()
                .filter(measurement -> measurement.benchmark().equals(BENCHMARK + method))
                .filter(measurement -> measurement.parameters().equals(Map.of(RANGE, range)))
                .findFirst();
    }
}
