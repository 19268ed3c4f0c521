package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.log.FunctionLog;
import io.github.eratosthenes.emulator.log.InvocationReport;
import io.github.eratosthenes.emulator.log.Verdict;
import io.github.eratosthenes.emulator.runtime.FunctionConfig;
import org.jspecify.annotations.Nullable;

/** An invocation in an instance, from the moment that its clock starts to its REPORT line. */
final class Run {
    private final Invocation invocation;
    private final FunctionConfig function;
    private final String instance;
    private final FunctionLog log;
    private final boolean startsInside;
    private final long startNanos = System.nanoTime();
    private final long deadlineMillis;
    private boolean started;
    private @Nullable Verdict answer;

    /**
     * Starts its clock.
     *
     * @param startsInside whether a process is started for it, inside its own time
     */
    Run(Invocation invocation, FunctionConfig function, String instance, FunctionLog log, boolean startsInside) {
        this.invocation = invocation;
        this.function = function;
        this.instance = instance;
        this.log = log;
        this.startsInside = startsInside;
        this.deadlineMillis = System.currentTimeMillis() + function.timeout().toMillis();
    }

    Invocation invocation() {
        return invocation;
    }

    /** Returns when the function's timeout ends it, in milliseconds of the epoch. */
    long deadlineMillis() {
        return deadlineMillis;
    }

    /** Writes the START line and begins to count processor time, once: an init inside the invocation may come before it. */
    void start(RuntimeProcess process) {
        if (!started) {
            invocation.cpu().start(process::cpuNanos, startsInside);
            log.start(invocation.requestId());
        }
        started = true;
    }

    /** Passes the runtime's answer on to the client. */
    void answer(InvocationResult result) {
        answer = result.verdict();
        invocation.cpu().stop();
        invocation.result().complete(result);
    }

    /** Returns what the runtime's answer was; null before it. */
    @Nullable
    Verdict answer() {
        return answer;
    }

    /**
     * Ends it with its last lines.
     *
     * @param process the process that has worked on it
     * @return its report, for {@link #tell}
     */
    InvocationReport end(Verdict verdict, RuntimeProcess process) {
        boolean timeout = verdict == Verdict.LAMBDA_TIMEOUT || verdict == Verdict.NEAR_LIMIT_TIMEOUT;
        // the time that the kill took is not the function's
        double millis = timeout ? function.timeout().toNanos() / 1e6 : (System.nanoTime() - startNanos) / 1e6;
        InvocationReport report = new InvocationReport(
                verdict,
                function.name(),
                function.memoryMb(),
                instance,
                millis,
                process.takeInitMillis(),
                process.memory().megabytes(),
                ProcessEnd.errorType(verdict, process.initErrorType()));
        start(process);
        if (answer == null) {
            invocation.cpu().stop();
        }
        log.end(invocation.requestId(), report);
        return report;
    }

    /** Passes the result on to the client, unless it was answered before, and to the log of calls. */
    void tell(InvocationReport report) {
        invocation.result().complete(InvocationResult.failure(report.verdict()));
        invocation.report().complete(report);
    }
}
