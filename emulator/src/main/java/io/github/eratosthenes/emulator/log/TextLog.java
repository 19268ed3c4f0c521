package io.github.eratosthenes.emulator.log;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Lambda's lines of text, in the style with a status in the REPORT line. The older style has lines of its own for a timeout
 * ("Task timed out") and for an exit ("Runtime exited") instead; a log has one style or the other.
 */
final class TextLog implements FunctionLog {
    private final Consumer<String> out;

    TextLog(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void line(String text) {
        out.accept(text);
    }

    @Override
    public void initStart(String runtime) {
        out.accept("INIT_START Runtime Version: " + RuntimeNames.version(runtime) + "\tRuntime Version ARN: "
                + RuntimeNames.ARN);
    }

    @Override
    public void start(String requestId) {
        out.accept("START RequestId: " + requestId + " Version: $LATEST");
    }

    @Override
    public void initFailed(boolean timeout, String errorType, double millis, boolean inInvoke) {
        out.accept("INIT_REPORT Init Duration: " + millis(millis) + "\tPhase: " + (inInvoke ? "invoke" : "init")
                + "\tStatus: " + (timeout ? "timeout" : "error\tError Type: " + errorType));
    }

    @Override
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
        String status = FunctionLog.status(report.verdict());
        if (status != null) {
            line.append("\tStatus: ").append(status);
        }
        if (report.errorType() != null) {
            line.append("\tError Type: ").append(report.errorType());
        }
        out.accept("END RequestId: " + requestId + "\n" + line);
    }

    /** Formats a duration as all of Lambda's lines have it. */
    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.2f ms", millis);
    }
}
