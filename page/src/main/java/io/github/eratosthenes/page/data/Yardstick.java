package io.github.eratosthenes.page.data;

import io.github.eratosthenes.results.files.Steadiness;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A study of the benchmark class NativeYardstick: the fast sieves beside the native library primesieve.
 *
 * @param data the plan with what was measured of it
 * @param steadiness which cells were steady while they were measured
 */
public record Yardstick(StudyData data, Steadiness steadiness) {

    private static final String BENCHMARK = "NativeYardstick.";
    private static final String PRIMESIEVE = BENCHMARK + "primesieve";
    private static final String FROM_ZERO = "TO_";

    /** The benchmarks that are compared with primesieve, each with the benchmark that has as many threads. */
    private static final List<Sieve> SIEVES = List.of(
            new Sieve("wheel-segment", BENCHMARK + "wheelSegment"), new Sieve("parallel", BENCHMARK + "parallel"));

    private record Sieve(String strategy, String benchmark) {}

    /** The time of a sieve in a range, divided by the time of primesieve in the same range on as many threads. */
    public record Beside(String sieve, String range, Ratio ratio, Verdict verdict) {

        /** Returns the range's name as words: TO_1E9 as to 1e9. */
        public String words() {
            return range.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Returns whether a study has measured a range. */
    static boolean isIn(StudyData data) {
        return data.measured().stream().anyMatch(measured -> measured.cell().range() != null);
    }

    static Yardstick of(StudyData data) {
        return new Yardstick(data, Steadiness.of(data));
    }

    /** Returns primesieve's time on one thread for all numbers up to max, if it was measured. */
    public Optional<Ratio> upTo(long max) {
        return cells().stream()
                .filter(cell -> cell.benchmark().equals(PRIMESIEVE) && isUpTo(max, cell.range()))
                .findFirst()
                .map(data::time);
    }

    private static boolean isUpTo(long max, @Nullable String range) {
        return range != null
                && range.startsWith(FROM_ZERO)
                && new BigDecimal(range.substring(FROM_ZERO.length())).compareTo(BigDecimal.valueOf(max)) == 0;
    }

    /** Returns each sieve beside primesieve, range by range in the study's order. */
    public List<Beside> besides() {
        List<Beside> besides = new ArrayList<>();
        for (Sieve sieve : SIEVES) {
            for (CellEntry cell : cells()) {
                String range = cell.range();
                if (range != null && cell.benchmark().equals(sieve.benchmark())) {
                    data.ratio(cell)
                            .map(ratio -> new Beside(
                                    sieve.strategy(),
                                    range,
                                    ratio,
                                    steadiness.verdict(cell, data.baseline(cell), ratio)))
                            .ifPresent(besides::add);
                }
            }
        }
        return List.copyOf(besides);
    }

    /** Returns the number of measured rounds, each in a JVM of its own. */
    public int rounds() {
        return data.study().roundsDone();
    }

    /** Returns the measured cells of the first JDK and compiler; the native library is the same under any. */
    private List<CellEntry> cells() {
        List<CellEntry> all = data.measured().stream().map(Measured::cell).toList();
        return all.stream()
                .filter(cell -> cell.jdk().equals(all.get(0).jdk())
                        && cell.tier().equals(all.get(0).tier()))
                .toList();
    }
}
