package io.github.eratosthenes.emulator.log;

/** How one call ended, as its client met it. */
public enum Verdict {
    /** The function answered, and the gateway passed the answer on. */
    OK,
    /** The handler threw something other than an {@link OutOfMemoryError}; the instance lives. */
    FUNCTION_ERROR,
    /** The function answered with something that is no proxy response. */
    MALFORMED_RESPONSE,
    /** The function's answer is larger than Lambda lets through. */
    RESPONSE_TOO_LARGE,
    /** The event is larger than Lambda lets through; the function never saw it. */
    REQUEST_TOO_LARGE,
    /** The handler threw an {@link OutOfMemoryError}: the JVM's own limit broke before the machine's. */
    HEAP_OOM,
    /** The kernel killed the process because its memory reached the function's memory size. */
    KILLED,
    /** The process ended by itself, or by somebody else's signal, without an answer. */
    EXIT,
    /** The process failed, or took too long, before it first asked for an event. */
    INIT_ERROR,
    /** The function's own timeout ended the call. */
    LAMBDA_TIMEOUT,
    /** As {@link #LAMBDA_TIMEOUT}, with less than 1 MB of memory to spare: most likely it was busy reclaiming. */
    NEAR_LIMIT_TIMEOUT,
    /** The gateway's integration timeout answered the client; the function ran on. */
    GATEWAY_TIMEOUT,
    /** Every instance that the concurrency limit allows was busy; the function never saw the event. */
    THROTTLED
}
