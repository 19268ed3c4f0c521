package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.log.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How the process of an instance ended, and what that says of the invocation that it had.
 *
 * @param last the state that the instance was in when the process ended
 * @param initialized whether the runtime had asked for an event before
 * @param brokeMemory whether the kernel killed it for its memory
 * @param nearLimit whether its memory had come within 1 MB of the limit
 */
record ProcessEnd(InstanceState last, boolean initialized, boolean brokeMemory, boolean nearLimit) {

    /** Returns the end of a process in an instance that is in a state. */
    static ProcessEnd of(InstanceState last, RuntimeProcess process) {
        PeakMemory memory = process.memory();
        return new ProcessEnd(last, process.initialized().isDone(), memory.brokeLimit(), memory.nearLimit());
    }

    /** Returns whether an init ended with the process, and not because the function was closed. */
    boolean isOfInit() {
        return !initialized && last != InstanceState.CLOSING;
    }

    /** Returns whether the clock ended an init, or an invocation without an {@code answer}. */
    boolean isTimeout(@Nullable Verdict answer) {
        return answer == null && last == InstanceState.TIMED_OUT;
    }

    /** Returns whether the process left an invocation with this {@code answer} by itself, which the log has a line for. */
    boolean isExit(@Nullable Verdict answer) {
        return initialized && last != InstanceState.CLOSING && !isTimeout(answer);
    }

    /**
     * Returns the verdict for the function.
     *
     * @param answer what the runtime had answered before
     */
    Verdict verdict(@Nullable Verdict answer) {
        if (answer != null) {
            return answer;
        }
        if (isTimeout(null)) {
            return nearLimit ? Verdict.NEAR_LIMIT_TIMEOUT : Verdict.LAMBDA_TIMEOUT;
        }
        return brokeMemory ? Verdict.KILLED : initialized ? Verdict.EXIT : Verdict.INIT_ERROR;
    }
}
