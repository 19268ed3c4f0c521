package io.github.eratosthenes.emulator.log;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes what a function and Lambda say, in the words of CloudWatch Logs. */
public final class FunctionLog {
    private final Consumer<String> out;

    /**
     * Writes to {@code out}.
     *
     * @param out takes lines; it must not block, since clocks wait for it
     */
    public FunctionLog(Consumer<String> out) {
        this.out = out;
    }

    /** Writes a line of the function itself. */
    public void line(String text) {
        out.accept(text);
    }

    /** Writes that an invocation starts. */
    public void start(String requestId) {
        out.accept("START RequestId: " + requestId + " Version: $LATEST");
    }

    /** Writes that the function's timeout has ended an invocation. */
    public void timeout(String requestId, Duration timeout) {
        out.accept(String.format(
                Locale.ROOT,
                "%s %s Task timed out after %.2f seconds",
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                requestId,
                timeout.toNanos() / 1e9));
    }

    /** Writes that the process has exited. */
    public void exit(String requestId, int status) {
        out.accept("RequestId: " + requestId + " Error: " + cause(status) + "\nRuntime.ExitError");
    }

    /**
     * Writes that an init has failed.
     *
     * @param inInvoke whether it was a part of an invocation
     */
    public void initFailed(Verdict verdict, double millis, boolean inInvoke) {
        out.accept(String.format(
                Locale.ROOT,
                "INIT_REPORT Init Duration: %s\tPhase: %s\tStatus: %s",
                millis(millis),
                inInvoke ? "invoke" : "init",
                verdict == Verdict.LAMBDA_TIMEOUT ? "timeout" : "error\tError Type: Runtime.ExitError"));
    }

    /** Writes that an invocation has ended, and its report. */
    public void end(String requestId, InvocationReport report) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "REPORT RequestId: %s\tDuration: %s\tBilled Duration: %d ms\tMemory Size: %d MB\tMax Memory Used: %d MB",
                requestId,
                millis(report.durationMillis()),
                report.billedMillis(),
                report.memoryMb(),
                report.maxMemoryMb()));
        report.initMillis().ifPresent(millis -> line.append("\tInit Duration: ").append(millis(millis)));
        line.append(status(report.verdict()));
        out.accept("END RequestId: " + requestId + "\n" + line);
    }

    /** Formats a duration as all of Lambda's lines have it. */
    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.2f ms", millis);
    }

    private static String status(Verdict verdict) {
        return switch (verdict) {
            case LAMBDA_TIMEOUT, NEAR_LIMIT_TIMEOUT -> "\tStatus: timeout";
            case KILLED -> "\tStatus: error\tError Type: Runtime.OutOfMemory";
            case HEAP_OOM, EXIT, INIT_ERROR -> "\tStatus: error\tError Type: Runtime.ExitError";
            default -> "";
        };
    }

    private static String cause(int status) {
        if (status == 0) {
            return "Runtime exited without providing a reason";
        }
        return "Runtime exited with error: "
                + switch (status) {
                    case 128 + 9 -> "signal: killed";
                    case 128 + 11 -> "signal: segmentation fault";
                    case 128 + 15 -> "signal: terminated";
                    default -> "exit status " + status;
                };
    }
}
