package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.harness.breakpoints.Edge.End;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
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
    private static final double AIMED_SHARE = 0.3;

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

    /** How the tries of a value ended. */
    private static final class Tally {
        private int passes;
        private int fails;
        private double seconds;
        private String verdict = "";
        private boolean slow;

        void add(Attempt attempt) {
            if (attempt.passed()) {
                seconds = passes == 0 ? attempt.seconds() : Math.min(seconds, attempt.seconds());
                passes++;
            } else {
                fails++;
                verdict = attempt.verdict();
                slow = attempt.slow();
            }
        }
    }

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
        double byTime = seconds > 0 ? passed * (settings.limitSeconds() / seconds) : Double.POSITIVE_INFINITY;
        double byMemory = settings.predicted() == null ? Double.POSITIVE_INFINITY : settings.predicted();
        if (byTime * AIMED_SHARE < byMemory && seconds < TELLING_SHARE * settings.limitSeconds()) {
            return above(passed, Math.min(byTime * AIMED_SHARE, passed * MOST_GROWTH));
        }
        boolean memoryIsNext = byMemory > passed && byMemory <= byTime;
        double share = memoryIsNext ? settings.resolution() : settings.slowResolution();
        double expected = memoryIsNext ? byMemory : byTime;
        if (passed * (1 + share / 2) < expected * (1 - share / 2) && expected < Double.POSITIVE_INFINITY) {
            return above(passed, expected * (1 - share / 2));
        }
        if (passed < expected * (1 + share / 2) && expected < Double.POSITIVE_INFINITY) {
            return above(passed, expected * (1 + share / 2));
        }
        double further = passed * (1 + step);
        step *= 2;
        return above(passed, further);
    }

    private long above(long passed, double value) {
        return clamp(passed, value, settings.highest() + 1);
    }

    /** Returns a lower value to try, while nothing below this one has passed. */
    private long down(long failed) {
        double further = failed * (1 - Math.min(0.5, step));
        step *= 2;
        return clamp(settings.lowest() - 1, further, failed);
    }

    private long between(long passed, long failed) {
        double share = share(failed);
        double seconds = tally(passed).seconds;
        double aimed = passed * AIMED_SHARE * settings.limitSeconds() / seconds;
        if (tally(failed).slow && aimed > 2.0 * passed && aimed < failed) {
            return clamp(passed, aimed, failed);
        }
        for (double expected : expected(passed)) {
            double below = expected * (1 - share * 0.45);
            double above = expected * (1 + share * 0.45);
            if (below > passed * (1 + share / 2) && below < failed) {
                return clamp(passed, below, failed);
            }
            if (above > passed && above < failed && below <= passed * (1 + share / 2) && below > passed * (1 - share)) {
                return clamp(passed, above, failed);
            }
        }
        double middle = passed + (failed - passed) / 2.0;
        double by = Math.max(step, share);
        double further = last == passed ? passed * (1 + by) : failed * (1 - by);
        step *= 2;
        return clamp(passed, last == passed ? Math.min(further, middle) : Math.max(further, middle), failed);
    }

    /** Returns where the edge is expected, given a value that passed. */
    private double[] expected(long passed) {
        double seconds = tally(passed).seconds;
        double byTime = seconds >= TELLING_SHARE * settings.limitSeconds()
                ? passed * (settings.limitSeconds() / seconds)
                : Double.POSITIVE_INFINITY;
        double byMemory = settings.predicted() == null ? Double.POSITIVE_INFINITY : settings.predicted();
        return new double[] {Math.min(byTime, byMemory), byTime};
    }

    /** Returns a value between two others, neither of which it is. */
    private static long clamp(long below, double value, long above) {
        return Math.max(below + 1, Math.min(Math.round(value), above - 1));
    }
}
