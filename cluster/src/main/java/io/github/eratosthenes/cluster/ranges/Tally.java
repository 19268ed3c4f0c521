package io.github.eratosthenes.cluster.ranges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The counts of finished ranges, in a range that they fill little by little; exact, since every number may be counted only
 * once and every addition is checked.
 */
public final class Tally {

    /** Primes up to a limit. */
    public record Row(long to, long primes) {}

    private final Range whole;
    private final NavigableMap<Long, RangeCount> byFirst = new TreeMap<>();
    private long primes;

    public Tally(Range whole) {
        this.whole = whole;
    }

    /**
     * Adds a finished range.
     *
     * @throws IllegalArgumentException if it is not within the whole, or overlaps a range that was added before
     */
    public void add(RangeCount count) {
        Range range = count.range();
        if (!whole.contains(range)) {
            throw new IllegalArgumentException("range " + range + " is not within " + whole);
        }
        Map.Entry<Long, RangeCount> before = byFirst.floorEntry(range.to());
        if (before != null && before.getValue().range().to() >= range.from()) {
            throw new IllegalArgumentException(
                    "range " + range + " overlaps " + before.getValue().range());
        }
        primes = Math.addExact(primes, count.primes());
        byFirst.put(range.from(), count);
    }

    public Range whole() {
        return whole;
    }

    /** Returns how many ranges were added. */
    public int ranges() {
        return byFirst.size();
    }

    /** Returns the primes of all ranges added. */
    public long primes() {
        return primes;
    }

    /** Returns the ranges that were added, in ascending order. */
    public List<Range> finished() {
        return byFirst.values().stream().map(RangeCount::range).toList();
    }

    /** Returns the ranges of the whole that are still to count, in ascending order. */
    public List<Range> gaps() {
        List<Range> gaps = new ArrayList<>();
        long next = whole.from();
        for (Range range : finished()) {
            if (range.from() > next) {
                gaps.add(new Range(next, range.from() - 1));
            }
            if (range.to() == whole.to()) {
                return gaps;
            }
            next = range.to() + 1;
        }
        gaps.add(new Range(next, whole.to()));
        return gaps;
    }

    /**
     * Returns the primes from the first number of the whole to each power of ten within it, and to its last number.
     *
     * @throws IllegalStateException if there are gaps
     */
    public List<Row> table() {
        if (!gaps().isEmpty()) {
            throw new IllegalStateException("not counted yet: " + gaps().get(0));
        }
        List<Row> rows = new ArrayList<>();
        long sum = 0;
        for (RangeCount count : byFirst.values()) {
            sum += count.primes();
            long to = count.range().to();
            if (to == whole.to() || isPowerOfTen(to)) {
                rows.add(new Row(to, sum));
            }
        }
        return rows;
    }

    private static boolean isPowerOfTen(long n) {
        long rest = n;
        while (rest >= 10 && rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1 && n > 1;
    }
}
