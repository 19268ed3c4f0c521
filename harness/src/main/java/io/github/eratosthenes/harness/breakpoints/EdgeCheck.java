package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.harness.breakpoints.Edge.End;
import io.github.eratosthenes.harness.breakpoints.EdgeSearch.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries both sides of a found edge once more, some time after it was found.
 *
 * <p>Tries that follow one another meet a machine that is as fast for the second as for the first; minutes later its clock
 * may be another. A side that no longer holds is moved outwards, in steps that double, until a try agrees with it. So the
 * interval grows to what the edge did over the whole run, and never shrinks.
 */
final class EdgeCheck {

    private final Settings settings;
    private final Trial trial;

    /**
     * Makes a check.
     *
     * @param settings what the edge was searched with; its {@code mostTries} bound this check as well
     * @param trial tries values
     */
    EdgeCheck(Settings settings, Trial trial) {
        this.settings = settings;
        this.trial = trial;
    }

    /**
     * Tries both sides.
     *
     * @param edge one with both sides
     * @return the edge, as wide as before or wider; nothing where the budget ran out
     */
    Optional<Edge> of(Edge edge) throws TroubleException {
        Long passing = edge.passing();
        Long failing = edge.failing();
        if (passing == null || failing == null) {
            throw new IllegalArgumentException(edge + " has no two sides");
        }
        double share = edge.slow() ? settings.slowResolution() : settings.resolution();
        Optional<Side> below = side(passing, share, true);
        Optional<Side> above = below.isEmpty() ? Optional.empty() : side(failing, share, false);
        return above.map(side -> {
            Long highestPassing = below.orElseThrow().value();
            return side.value() == null
                    ? new Edge(End.NOTHING_FAILS, highestPassing, null, null, false)
                    : new Edge(
                            End.FOUND,
                            highestPassing,
                            side.value(),
                            side.last().verdict(),
                            side.last().slow());
        });
    }

    /**
     * Where a side came to lie.
     *
     * @param value the value; null where even the outermost disagrees
     * @param last the last try
     */
    private record Side(@Nullable Long value, Attempt last) {}

    /** Goes outwards from a value until one passes, if it is the side below, or fails. */
    private Optional<Side> side(long start, double share, boolean below) throws TroubleException {
        long outermost = below ? settings.lowest() : settings.highest();
        long value = start;
        double step = share;
        for (int tries = 0; tries < settings.mostTries(); tries++) {
            Optional<Attempt> attempt = trial.at(value);
            if (attempt.isEmpty()) {
                return Optional.empty();
            }
            boolean agrees = attempt.get().passed() == below;
            if (agrees || value == outermost) {
                return Optional.of(new Side(agrees ? value : null, attempt.get()));
            }
            value = below
                    ? Math.max(outermost, Math.min(value - 1, Math.round(value * (1 - Math.min(0.5, step)))))
                    : Math.min(outermost, Math.max(value + 1, Math.round(value * (1 + step))));
            step *= 2;
        }
        return Optional.empty();
    }
}
