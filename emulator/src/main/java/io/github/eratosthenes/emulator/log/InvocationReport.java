package io.github.eratosthenes.emulator.log;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda's REPORT line says of an invocation, and the instance it ran in.
 *
 * @param verdict how it ended for the function, whatever the gateway told the client
 * @param function the function's name
 * @param memoryMb its memory size
 * @param instance the instance's name, or "-" when no instance took it
 * @param durationMillis from the hand-over of the event until the instance had finished with it
 * @param initMillis the time of the init that this invocation caused, if it did
 * @param maxMemoryMb the most memory that the instance's process has had, in whole MB
 * @param errorType the kind of error that the report names; null if it names none
 */
public record InvocationReport(
        Verdict verdict,
        String function,
        int memoryMb,
        String instance,
        double durationMillis,
        OptionalDouble initMillis,
        long maxMemoryMb,
        @Nullable String errorType) {

    /** Returns the report of a call that no instance took. */
    public static InvocationReport rejected(Verdict verdict, String function, int memoryMb) {
        return new InvocationReport(verdict, function, memoryMb, "-", 0, OptionalDouble.empty(), 0, null);
    }

    /** Returns the milliseconds on the bill: duration and init, rounded up together. */
    public long billedMillis() {
        return (long) Math.ceil(durationMillis + initMillis.orElse(0));
    }
}
