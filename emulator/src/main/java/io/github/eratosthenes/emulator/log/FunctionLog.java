package io.github.eratosthenes.emulator.log;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the lines of a function and of Lambda in one of the two formats of CloudWatch Logs. */
public interface FunctionLog {

    /** The formats, as {@code LoggingConfig} has them. */
    enum Format {
        /** Lines such as START, END and REPORT. */
        TEXT,
        /** An object for each platform event. */
        JSON
    }

    /**
     * Returns a log.
     *
     * @param out takes lines; it must not block, since clocks wait for it
     */
    static FunctionLog of(Format format, Consumer<String> out) {
        return format == Format.TEXT ? new TextLog(out) : new JsonLog(out);
    }

    /** Writes a line of the function itself, as it is. */
    void line(String text);

    /**
     * Writes that an instance starts to initialize before its first invocation.
     *
     * @param runtime the managed runtime, such as java25
     */
    void initStart(String runtime);

    /** Writes that an invocation starts. */
    void start(String requestId);

    /**
     * Writes that an init has failed.
     *
     * @param timeout whether time ran out
     * @param errorType the kind of error, if time did not run out
     * @param inInvoke whether it was a part of an invocation
     */
    void initFailed(boolean timeout, String errorType, double millis, boolean inInvoke);

    /** Writes that an invocation has ended, and its report. */
    void end(String requestId, InvocationReport report);

    /** Returns the status in the report of a call; null if the report has none, as after a good call. */
    static @Nullable String status(Verdict verdict) {
        return switch (verdict) {
            case LAMBDA_TIMEOUT, NEAR_LIMIT_TIMEOUT -> "timeout";
            case KILLED, HEAP_OOM, EXIT, INIT_ERROR -> "error";
            default -> null;
        };
    }
}
