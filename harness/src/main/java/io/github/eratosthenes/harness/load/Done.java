package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.harness.endpoint.Reply;

/**
 * A call that was made.
 *
 * @param target the function
 * @param reply its outcome
 * @param waitedMillis how much later it was sent than the rate asks for; 0 without a rate
 * @param startNanos when it was sent
 * @param endNanos when it ended
 */
record Done(Target target, Reply reply, double waitedMillis, long startNanos, long endNanos) {

    /** Returns the time as a client met it who wanted the answer when the rate says. */
    double clientMillis() {
        return waitedMillis + reply.clientMillis();
    }
}
