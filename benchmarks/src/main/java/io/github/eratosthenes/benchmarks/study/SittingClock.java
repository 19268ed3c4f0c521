package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.results.environment.SittingTimer;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.Environment.Sitting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times the present sitting (run of the command) of a study, and adds it to the study's record. */
final class SittingClock {

    private final Environment earlier;
    private final @Nullable Double busyAtStart;
    private final SittingTimer timer = new SittingTimer();

    /**
     * Starts the clock.
     *
     * @param earlier the study's record, with the earlier sittings
     * @param busyAtStart as in {@link Sitting#busyAtStart()}
     */
    SittingClock(Environment earlier, @Nullable Double busyAtStart) {
        this.earlier = earlier;
        this.busyAtStart = busyAtStart;
    }

    /** Returns the record with this sitting so far. */
    Environment environment(int roundsDone) {
        List<Sitting> sittings = new ArrayList<>(earlier.sittings());
        sittings.add(timer.sitting(roundsDone, busyAtStart));
        return earlier.withSittings(sittings);
    }
}
