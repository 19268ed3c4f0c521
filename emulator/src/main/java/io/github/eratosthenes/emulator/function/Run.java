package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.log.FunctionLog;
import io.github.eratosthenes.emulator.log.InvocationReport;
import io.github.eratosthenes.emulator.log.Verdict;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** An invocation in an instance, from its START line to its REPORT line. */
final class Run {
    private final Invocation invocation;
    private final FunctionConfig function;
    private final String instance;
    private final FunctionLog log;
    private final long startNanos = System.nanoTime();
    private @Nullable Verdict answer;

    /** Starts it, with the line that says so. */
    Run(Invocation invocation, FunctionConfig function, String instance, FunctionLog log) {
        this.invocation = invocation;
        this.function = function;
        this.instance = instance;
        this.log = log;
        log.start(invocation.requestId());
    }

    Invocation invocation() {
        return invocation;
    }

    /** Passes the runtime's answer on to the client. */
    void answer(InvocationResult result) {
        answer = result.verdict();
        invocation.result().complete(result);
    }

    /** Returns what the runtime's answer was; null before it. */
    @Nullable
    Verdict answer() {
        return answer;
    }

    /** Writes that the function's timeout has ended it. */
    void logTimeout() {
        log.timeout(invocation.requestId(), function.timeout());
    }

    /** Writes that the process has exited. */
    void logExit(int status) {
        log.exit(invocation.requestId(), status);
    }

    /** Ends it: with its last lines, its report and, if nobody was quicker, its client's answer. */
    void end(Verdict verdict, OptionalDouble initMillis, long maxMemoryMb) {
        double millis = (System.nanoTime() - startNanos) / 1e6;
        InvocationReport report = new InvocationReport(
                verdict, function.name(), function.memoryMb(), instance, millis, initMillis, maxMemoryMb);
        log.end(invocation.requestId(), report);
        invocation.result().complete(InvocationResult.failure(verdict));
        invocation.report().complete(report);
    }
}
