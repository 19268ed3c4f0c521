package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.harness.endpoint.Reply;
import io.github.eratosthenes.harness.endpoint.Reply.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The times of one search's good calls; a short call predicts how many loops fit. */
final class LoopTimes {

    /** A call of more than this share of the limit is no longer short. */
    private static final double SHORT_SHARE = 0.5;

    private final List<Passed> passed = new ArrayList<>();

    /**
     * A call that was answered.
     *
     * @param loops its loops
     * @param clientSeconds its time as the client met it, less what a busy machine took away
     * @param functionSeconds the function's own
     * @param newInstance whether the instance had been started for it
     */
    record Passed(long loops, double clientSeconds, double functionSeconds, boolean newInstance) {

        double millisPerLoop() {
            return clientSeconds * 1000 / loops;
        }

        double outsideSeconds() {
            return clientSeconds - functionSeconds;
        }
    }

    /**
     * How many loops should fit.
     *
     * @param loops so many
     * @param from the call that says so
     */
    record Prediction(long loops, Passed from) {}

    void add(long loops, Reply reply, boolean newInstance) {
        Answer answer = reply.answer();
        if (answer != null) {
            boolean started = newInstance || Boolean.TRUE.equals(answer.coldStart());
            double seconds = reply.ownMillis() / 1000;
            add(new Passed(loops, seconds, Math.min(seconds, answer.durationSeconds()), started));
        }
    }

    void add(Passed call) {
        passed.add(call);
    }

    /** Returns what the last short call but the very first predicts; null where there was none. */
    @Nullable
    Prediction prediction(double limitSeconds) {
        Prediction prediction = null;
        for (Passed call : passed.subList(Math.min(1, passed.size()), passed.size())) {
            if (call.clientSeconds() < SHORT_SHARE * limitSeconds) {
                prediction = new Prediction(Math.round(limitSeconds / call.clientSeconds() * call.loops()), call);
            }
        }
        return prediction;
    }

    /** Returns the quickest call of the most loops. */
    @Nullable
    Passed longest() {
        return passed.stream()
                .max(Comparator.comparingLong(Passed::loops)
                        .thenComparing(Comparator.comparingDouble(Passed::clientSeconds)
                                .reversed()))
                .orElse(null);
    }

    /** Returns the mean time of a loop in calls of at least so many, on new instances or on used ones. */
    OptionalDouble millisPerLoop(long leastLoops, boolean newInstance) {
        return passed.stream()
                .filter(call -> call.loops() >= leastLoops && call.newInstance() == newInstance)
                .mapToDouble(Passed::millisPerLoop)
                .average();
    }
}
