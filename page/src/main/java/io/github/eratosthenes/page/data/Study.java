package io.github.eratosthenes.page.data;

import io.github.eratosthenes.results.files.Measurement;
import io.github.eratosthenes.results.files.Steadiness;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sievings of a study, found by JDK, compiler, strategy, max and loops.
 *
 * @param data the plan with its measurements
 * @param steadiness shows which cells were steady while they were measured
 * @param sievings every measured cell of a sieve, in the plan's order
 */
public record Study(StudyData data, Steadiness steadiness, List<Sieving> sievings) {

    /** One JDK and one compiler tier. */
    public record View(String jdk, String tier) {
        @Override
        public String toString() {
            return "JDK " + jdk + ", " + tier;
        }
    }

    /** The size of a sieving. */
    public record Size(long max, int loops) {}

    /** A view and a size, at which strategies are compared. */
    public record Setting(View view, Size size) {

        /** Returns the setting of one loop. */
        public static Setting of(View view, long max) {
            return new Setting(view, new Size(max, 1));
        }
    }

    /**
     * The measurement of a strategy in a setting.
     *
     * @param time the time of one operation, in ms
     */
    public record Sieving(String strategy, Setting setting, CellEntry cell, Measurement measurement, Ratio time) {

        /** Returns the limit. */
        public long max() {
            return setting.size().max();
        }

        /** Returns the predicted bytes of one sieving; null if there is no prediction. */
        public @Nullable Long predictedBytes() {
            return cell.predictedBytes();
        }
    }

    /** The ratio of two cells' times, with its verdict. */
    public record Compared(Ratio ratio, Verdict verdict) {}

    /**
     * The time of a loop among several, divided by the time of a single loop.
     *
     * @param size the number of loops, and the limit
     */
    public record PerLoop(String strategy, Size size, Ratio ratio) {}

    /** Returns whether a study has measured a sieve; a study of yardsticks has not. */
    static boolean isIn(StudyData data) {
        return !data.sieving().isEmpty();
    }

    /** Returns the sievings of a study's folder. */
    static Study of(StudyData data) {
        return new Study(
                data,
                Steadiness.of(data),
                data.sieving().stream()
                        .flatMap(measured -> sieving(data, measured))
                        .toList());
    }

    private static Stream<Sieving> sieving(StudyData data, Measured measured) {
        CellEntry cell = measured.cell();
        String strategy = cell.strategy();
        Long max = cell.max();
        Integer loops = cell.loops();
        return strategy == null || max == null || loops == null
                ? Stream.empty()
                : Stream.of(new Sieving(
                        strategy,
                        new Setting(new View(cell.jdk(), cell.tier()), new Size(max, loops)),
                        cell,
                        measured.measurement(),
                        data.time(cell)));
    }

    /** Returns the ratio of a cell's time to one that was measured in another study. */
    public Compared compare(Sieving candidate, Ratio otherTime) {
        Ratio ratio = candidate.time().dividedBy(otherTime, Interval.CONFIDENCE);
        return new Compared(ratio, steadiness.verdict(candidate.cell(), candidate.cell(), ratio));
    }

    /** Returns how many rounds were measured. */
    public int rounds() {
        return data.study().roundsDone();
    }

    /** Returns the ratio of two measured cells' times, as {@link StudyData#ratio} does, with its verdict. */
    public Compared compare(Sieving candidate, Sieving baseline) {
        Ratio ratio = candidate.time().dividedBy(baseline.time(), Interval.CONFIDENCE);
        return new Compared(ratio, steadiness.verdict(candidate.cell(), baseline.cell(), ratio));
    }

    /** Returns the strategies, in the plan's order. */
    public List<String> strategies() {
        return sievings.stream().map(Sieving::strategy).distinct().toList();
    }

    /** Returns the views: the newest JDK first, C2 before C1. */
    public List<View> views() {
        return sievings.stream()
                .map(sieving -> sieving.setting().view())
                .distinct()
                .sorted(Comparator.comparing(View::jdk)
                        .thenComparing(View::tier)
                        .reversed())
                .toList();
    }

    /** Returns the limits that were sieved with one loop in a view, ascending. */
    public List<Long> maxima(View view) {
        return sizes(view).stream()
                .filter(size -> size.loops() == 1)
                .map(Size::max)
                .toList();
    }

    /** Returns the same limits, the most informative first: the limit of most strategies and, of several, the largest. */
    public List<Long> maximaByWeight(View view) {
        return maxima(view).stream()
                .sorted(Comparator.comparingLong(
                                (Long max) -> cells(Setting.of(view, max)).size())
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
    }

    /** Returns every view with every limit that was sieved with one loop in it, the most informative first. */
    public List<Setting> settings() {
        return views().stream()
                .flatMap(view -> maximaByWeight(view).stream().map(max -> Setting.of(view, max)))
                .toList();
    }

    /** Returns everything that was sieved in a view, by max and then loops. */
    private List<Size> sizes(View view) {
        return sievings.stream()
                .map(Sieving::setting)
                .filter(setting -> setting.view().equals(view))
                .map(Setting::size)
                .distinct()
                .sorted(Comparator.comparingLong(Size::max).thenComparingInt(Size::loops))
                .toList();
    }

    /** Returns the measured cell; empty if it was skipped. */
    public Optional<Sieving> cell(String strategy, Setting setting) {
        return sievings.stream()
                .filter(sieving -> sieving.strategy().equals(strategy))
                .filter(sieving -> sieving.setting().equals(setting))
                .findFirst();
    }

    /** Returns the measured cells of a setting, in the plan's order of strategies. */
    public List<Sieving> cells(Setting setting) {
        return strategies().stream()
                .flatMap(strategy -> cell(strategy, setting).stream())
                .toList();
    }

    /** Returns the measured cells of a setting, the fastest first. */
    public List<Sieving> ranking(Setting setting) {
        return cells(setting).stream()
                .sorted(Comparator.comparingDouble(sieving -> sieving.time().estimate()))
                .toList();
    }

    /** Returns the sievings of a strategy with one loop in a view, by max. */
    public List<Sieving> byMax(String strategy, View view) {
        return maxima(view).stream()
                .flatMap(max -> cell(strategy, Setting.of(view, max)).stream())
                .toList();
    }

    /** Returns the ratio of each cell of a view with several loops to the cell with one, by max, loops and strategy. */
    public List<PerLoop> perLoop(View view) {
        return sizes(view).stream()
                .filter(size -> size.loops() > 1)
                .flatMap(size -> cells(new Setting(view, size)).stream())
                .flatMap(many -> perLoop(many).stream())
                .toList();
    }

    private Optional<PerLoop> perLoop(Sieving many) {
        Size size = many.setting().size();
        return cell(many.strategy(), Setting.of(many.setting().view(), size.max()))
                .map(one -> new PerLoop(
                        many.strategy(),
                        size,
                        compare(many, one).ratio().dividedBy(size.loops(), Interval.CONFIDENCE)));
    }
}
