package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.log.InvocationReport;
import io.github.eratosthenes.emulator.log.Verdict;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One event on its way through a function.
 *
 * <p>An invocation has two results, at two times. The {@link #result} is what the client gets, at the function's answer or at
 * the gateway's timeout, whichever is first. The {@link #report} follows when the instance has finished with the event.
 *
 * @param requestId the id in the log
 * @param traceId the X-Ray trace header
 * @param event the JSON event
 * @param cpu the processor time that it takes
 * @param result the client's end of the call
 * @param report the function's end of the call
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Invocation(
        String requestId,
        String traceId,
        byte[] event,
        CpuMeter cpu,
        CompletableFuture<InvocationResult> result,
        CompletableFuture<InvocationReport> report) {

    /** Returns an invocation with a new id. */
    public static Invocation of(String traceId, byte[] event) {
        return new Invocation(
                UUID.randomUUID().toString(),
                traceId,
                event,
                new CpuMeter(),
                new CompletableFuture<>(),
                new CompletableFuture<>());
    }

    /** Ends a call that no instance took. */
    void reject(Verdict verdict, String function, int memoryMb) {
        result.complete(InvocationResult.failure(verdict));
        report.complete(InvocationReport.rejected(verdict, function, memoryMb));
    }
}
