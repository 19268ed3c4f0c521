package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.log.FunctionLog;
import io.github.eratosthenes.emulator.log.Verdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the process of an instance ended, and what that means for its invocation.
 *
 * @param last the state that the instance was in when the process ended
 * @param initialized whether the runtime had asked for an event before
 * @param brokeMemory whether the kernel killed it because memory ran out
 * @param nearLimit whether its memory had come within 1 MB of the limit
 */
record ProcessEnd(InstanceState last, boolean initialized, boolean brokeMemory, boolean nearLimit) {
    private static final String EXIT_ERROR = "Runtime.ExitError";

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

    /** Writes that an init has failed, if that is how the process ended. */
    void log(FunctionLog log, RuntimeProcess process, boolean inInvoke) {
        if (isOfInit()) {
            String errorType = errorType(verdict(null), process.initErrorType());
            log.initFailed(isTimeout(null), String.valueOf(errorType), process.ageMillis(), inInvoke);
        }
    }

    /**
     * Returns the kind of error that Lambda's log names for a verdict; null if it names none.
     *
     * @param initErrorType what the runtime has given for a failed init; null if it gave none
     */
    static @Nullable String errorType(Verdict verdict, @Nullable String initErrorType) {
        return switch (verdict) {
            case KILLED -> "Runtime.OutOfMemory";
            case HEAP_OOM, EXIT -> EXIT_ERROR;
            case INIT_ERROR -> Objects.requireNonNullElse(initErrorType, EXIT_ERROR);
            default -> null;
        };
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
