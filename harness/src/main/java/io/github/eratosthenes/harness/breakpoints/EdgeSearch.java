package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.harness.breakpoints.Edge.End;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value at which tries begin to fail, with few tries and few slow ones.
 *
 * <p>It goes for the nearest place where an edge is expected: where memory should run out, or where time should, by the
 * time of the largest value that passed. It tries just below and just above it; where that misses, it moves away in steps
 * that double, and halves what lies between. In the end both sides are confirmed. A value that passes one time and fails
 * another widens the interval: what is reported is the largest value up to which all passed and the smallest from which
 * all failed.
 */
final class EdgeSearch {

    /** From a try that took less than this share of the limit, the time of a much larger one is a guess. */
    private static final double TELLING_SHARE = 0.15;

    /** The share of the limit that the next try then aims for. */
    private static final double AIMED_SHARE = 0.25;

    /** From a try that took less than this share, even that aim would be missed. */
    private static final double SHORT_SHARE = 0.03;

    /** The share of the limit that the next try then aims for, for two tries tell how time grows. */
    private static final double FIRST_AIMED_SHARE = 0.06;

    /** Times grow with a power of the value: with the value itself, or faster where the storage outgrows the caches. */
    private static final double MOST_EXPONENT = 1.3;

    /** Of the resolution, the part by which a value has to be beyond the expected edge to be tried as failing. */
    private static final double BEYOND = 0.2;

    /** Of the resolution, the part by which a try goes away from the other side: no rounding may make the interval too wide. */
    private static final double NEARLY_ALL = 0.99;

    private static final double MOST_GROWTH = 200;

    /** After so many tries of nearly the whole limit an edge of time is confirmed even where it is wider than asked. */
    private static final int MOST_SLOW_TRIES = 3;

    /** It may then be so many times as wide. */
    private static final double MOST_WIDENING = 2.5;

    private static final double SLOW_SHARE = 0.7;

    private final Settings settings;
    private final Trial trial;
    private final NavigableMap<Long, Tally> tried = new TreeMap<>();
    private long last;
    private double step;
    private int slowTries;

    EdgeSearch(Settings settings, Trial trial) {
        this.settings = settings;
        this.trial = trial;
        this.step = settings.resolution();
    }

    /**
     * What to search.
     *
     * @param lowest the smallest value
     * @param highest the largest value
     * @param start what to try first
     * @param predicted where memory should run out; null where it should not
     * @param limitSeconds what a try may take; infinite where time does not matter
     * @param resolution how far the two sides of a sharp edge may be apart, as a share
     * @param slowResolution the same where time is the edge: it varies from one try to the next
     * @param confirmations how many tries must agree on either side
     * @param mostTries how many tries may be made in all
     */
    record Settings(
            long lowest,
            long highest,
            long start,
            @Nullable Long predicted,
            double limitSeconds,
            double resolution,
            double slowResolution,
            int confirmations,
            int mostTries) {}

    Edge run() throws TroubleException {
        OptionalLong next = OptionalLong.of(settings.start());
        for (int tries = 0; next.isPresent(); tries++) {
            last = next.getAsLong();
            Optional<Attempt> attempt = tries < settings.mostTries() ? trial.at(last) : Optional.empty();
            if (attempt.isEmpty()) {
                return edge(End.OUT_OF_BUDGET);
            }
            if (attempt.get().seconds() > SLOW_SHARE * settings.limitSeconds()) {
                slowTries++;
            }
            tried.computeIfAbsent(last, value -> new Tally()).add(attempt.get());
            next = next();
        }
        return edge(firstFailing() == null ? End.NOTHING_FAILS : End.FOUND);
    }

    private Edge edge(End end) {
        Long passing = passing();
        Long failing = failing();
        Tally tally = failing == null ? null : tried.get(failing);
        return new Edge(end, passing, failing, tally == null ? null : tally.verdict, tally != null && tally.slow);
    }

    /** Returns the smallest value that ever failed. */
    private @Nullable Long firstFailing() {
        return firstKey(tried, true);
    }

    /** Returns the largest value that ever passed. */
    private @Nullable Long lastPassing() {
        return firstKey(tried.descendingMap(), false);
    }

    private static @Nullable Long firstKey(Map<Long, Tally> values, boolean failed) {
        for (Map.Entry<Long, Tally> entry : values.entrySet()) {
            if ((failed ? entry.getValue().fails : entry.getValue().passes) > 0) {
                return entry.getKey();
            }
        }
        return null;
    }

    private @Nullable Long passing() {
        Long failed = firstFailing();
        return failed == null ? lastPassing() : tried.lowerKey(failed);
    }

    private @Nullable Long failing() {
        Long passed = lastPassing();
        return passed == null ? firstFailing() : tried.higherKey(passed);
    }

    /** Returns what to try next; nothing where the edge is found and confirmed. */
    private OptionalLong next() {
        Long firstFailing = firstFailing();
        Long lastPassing = lastPassing();
        Long passing = passing();
        Long failing = failing();
        if (passing == null && firstFailing != null && firstFailing > settings.lowest()) {
            return OptionalLong.of(down(firstFailing));
        }
        if (failing == null && lastPassing != null && lastPassing < settings.highest()) {
            return OptionalLong.of(up(lastPassing));
        }
        if (passing != null && firstFailing != null && isWide(passing, firstFailing)) {
            return OptionalLong.of(between(passing, firstFailing));
        }
        if (lastPassing != null && failing != null && isWide(lastPassing, failing)) {
            return OptionalLong.of(between(lastPassing, failing));
        }
        if (passing != null && tally(passing).passes < settings.confirmations()) {
            return OptionalLong.of(passing);
        }
        if (failing != null && tally(failing).fails < settings.confirmations()) {
            return OptionalLong.of(failing);
        }
        return OptionalLong.empty();
    }

    private Tally tally(long value) {
        Tally tally = tried.get(value);
        if (tally == null) {
            throw new IllegalStateException(value + " was not tried");
        }
        return tally;
    }

    private boolean isWide(long below, long above) {
        boolean mayWiden = tally(above).slow && slowTries >= MOST_SLOW_TRIES;
        double share = mayWiden ? MOST_WIDENING * share(above) : share(above);
        return above - below > Math.max(1, share * below);
    }

    /** Returns the resolution for an edge at which values fail like this one. */
    private double share(long failed) {
        return tally(failed).slow ? settings.slowResolution() : settings.resolution();
    }

    /** Returns a higher value to try, while nothing above this one has failed. */
    private long up(long passed) {
        double seconds = tally(passed).seconds;
        double byMemory = byMemory();
        double aimed = reaching(passed, seconds < SHORT_SHARE * limit() ? FIRST_AIMED_SHARE : AIMED_SHARE);
        if (seconds < TELLING_SHARE * limit() && aimed < byMemory) {
            return clamp(passed, Math.min(aimed, passed * MOST_GROWTH), settings.highest() + 1);
        }
        double byTime = reaching(passed, 1);
        double share = byMemory > passed && byMemory <= byTime ? settings.resolution() : settings.slowResolution();
        OptionalDouble near = near(passed, byMemory > passed ? Math.min(byTime, byMemory) : byTime, share);
        if (near.isPresent()) {
            return clamp(passed, near.getAsDouble(), settings.highest() + 1);
        }
        double further = passed * (1 + step);
        step *= 2;
        return clamp(passed, further, settings.highest() + 1);
    }

    private double limit() {
        return settings.limitSeconds();
    }

    private double byMemory() {
        return settings.predicted() == null ? Double.POSITIVE_INFINITY : settings.predicted();
    }

    /** Returns what should take a share of the limit, by the largest values that passed; infinite where time does not matter. */
    private double reaching(long passed, double share) {
        double seconds = tally(passed).seconds;
        return seconds > 0
                ? passed * Math.pow(share * limit() / seconds, 1 / exponent(passed, seconds))
                : Double.POSITIVE_INFINITY;
    }

    private double exponent(long passed, double seconds) {
        for (Map.Entry<Long, Tally> smaller :
                tried.headMap(passed, false).descendingMap().entrySet()) {
            double its = smaller.getValue().seconds;
            if (smaller.getValue().passes > 0 && its > SHORT_SHARE * limit() && 2 * smaller.getKey() <= passed) {
                double exponent = Math.log(seconds / its) / Math.log((double) passed / smaller.getKey());
                return Math.max(1, Math.min(exponent, MOST_EXPONENT));
            }
        }
        return 1;
    }

    /**
     * Returns what to try near an expected edge: a value just above it where the one that passed is near enough, so that
     * this may be the other side of the interval, else one just below it.
     */
    private static OptionalDouble near(long passed, double expected, double share) {
        double farthest = Math.max(passed + 1.0, Math.floor(passed * (1 + NEARLY_ALL * share)));
        double above = Math.min(expected * (1 + share / 2), farthest);
        double below = expected * (1 - share / 2);
        if (expected == Double.POSITIVE_INFINITY || above <= passed) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(above >= expected * (1 + BEYOND * share) ? above : below);
    }

    /** Returns a lower value to try, while nothing below this one has passed. */
    private long down(long failed) {
        double further = failed * (1 - Math.min(0.5, step));
        step *= 2;
        return clamp(settings.lowest() - 1, further, failed);
    }

    private long between(long passed, long failed) {
        double share = share(failed);
        double aimed = reaching(passed, AIMED_SHARE);
        if (tally(failed).slow && aimed > 2.0 * passed && aimed < failed) {
            return clamp(passed, aimed, failed);
        }
        double byTime =
                tally(passed).seconds >= TELLING_SHARE * limit() ? reaching(passed, 1) : Double.POSITIVE_INFINITY;
        for (double expected : new double[] {Math.min(byTime, byMemory()), byTime}) {
            OptionalDouble near = near(passed, expected, share);
            if (near.isPresent() && near.getAsDouble() < failed * (1 - BEYOND * share)) {
                return clamp(passed, near.getAsDouble(), failed);
            }
        }
        double middle = passed + (failed - passed) / 2.0;
        double by = Math.max(step, NEARLY_ALL * share);
        step = 2 * by;
        return clamp(
                passed,
                last == passed
                        ? Math.min(Math.floor(passed * (1 + by)), middle)
                        : Math.max(Math.ceil(failed / (1 + by)), middle),
                failed);
    }

    /** Returns a value between two others, neither of which it is. */
    private static long clamp(long below, double value, long above) {
        return Math.max(below + 1, Math.min(Math.round(value), above - 1));
    }
}
