package io.github.eratosthenes.harness.endpoint;

/**
 * How a call ended for its client.
 *
 * <p>The emulator says which of its verdicts it was, and those are named here as there. A real endpoint gives a status and
 * a body only, so a heap that is full and a killed process are both {@link #FUNCTION_FAILED}; a function URL that fails just when its
 * time is up is taken for {@link #LAMBDA_TIMEOUT}.
 */
public enum ReplyKind {
    /** A good answer. */
    OK(Fault.NONE, true),

    /** The heap was full. */
    HEAP_OOM(Fault.MEMORY, true),
    /** The kernel killed the process at its memory limit. */
    KILLED(Fault.MEMORY, true),
    /** The gateway's patience ended; the function ran on. */
    GATEWAY_TIMEOUT(Fault.TIME, true),
    /** The function's own timeout came before the gateway's. */
    LAMBDA_TIMEOUT(Fault.TIME, true),
    /** The same with hardly any memory left: but the page cache takes what it can get, and nothing was refused. */
    NEAR_LIMIT_TIMEOUT(Fault.TIME, true),
    /** The function broke; the emulator tells how, a real endpoint does not. */
    FUNCTION_FAILED(Fault.MEMORY, true),

    /** The handler threw. */
    FUNCTION_ERROR(Fault.OTHER, true),
    /** The function's answer was no proxy response. */
    MALFORMED_RESPONSE(Fault.OTHER, true),
    /** The function's answer was too large. */
    RESPONSE_TOO_LARGE(Fault.OTHER, true),
    /** The event was too large. */
    REQUEST_TOO_LARGE(Fault.OTHER, false),
    /** The process ended by itself. */
    EXIT(Fault.OTHER, true),
    /** The process ended before its first event. */
    INIT_ERROR(Fault.OTHER, true),
    /** No instance was free, or too many calls came in a second. */
    THROTTLED(Fault.OTHER, false),
    /** The function refused a parameter. */
    BAD_REQUEST(Fault.OTHER, true),
    /** There is no such function, or no permission to call it. */
    UNKNOWN_PATH(Fault.OTHER, false),
    /** A status that neither kind of API gives for a function. */
    UNEXPECTED_STATUS(Fault.OTHER, true),

    /** Nobody listens, or the connection was refused. */
    CONNECT(Fault.OTHER, false),
    /** No connection within the time for it. */
    CONNECT_TIMEOUT(Fault.OTHER, false),
    /** The host's name has no address. */
    UNKNOWN_HOST(Fault.OTHER, false),
    /** No secure connection. */
    TLS(Fault.OTHER, false),
    /** No complete answer within the client's patience. */
    STALLED(Fault.OTHER, true),
    /** The connection ended before the answer did. */
    CUT(Fault.OTHER, true),
    /** What came is not HTTP, or not the JSON that a function answers with. */
    GARBAGE(Fault.OTHER, true),
    /** The body is longer than any answer of a function. */
    TOO_LONG(Fault.OTHER, true),
    /** A well-formed answer to another question, or a wrong count of primes. */
    WRONG_ANSWER(Fault.OTHER, true);

    /** What was at fault. */
    private enum Fault {
        NONE,
        MEMORY,
        TIME,
        OTHER
    }

    private final Fault fault;
    private final boolean billed;

    ReplyKind(Fault fault, boolean billed) {
        this.fault = fault;
        this.billed = billed;
    }

    /** Returns whether it was a good answer. */
    public boolean isGood() {
        return fault == Fault.NONE;
    }

    /** Returns whether the function broke because the call wanted more memory than it has. */
    public boolean isMemory() {
        return fault == Fault.MEMORY;
    }

    /** Returns whether the call took longer than it may. */
    public boolean isTime() {
        return fault == Fault.TIME;
    }

    /** Returns whether the instance has no process any more: its next call starts one, and takes so much longer. */
    public boolean isBreak() {
        return switch (this) {
            case HEAP_OOM, KILLED, NEAR_LIMIT_TIMEOUT, LAMBDA_TIMEOUT, FUNCTION_FAILED, EXIT, INIT_ERROR -> true;
            default -> false;
        };
    }

    /** Returns whether it says nothing of the function's limits: something is wrong with the endpoint or on the way. */
    public boolean isTrouble() {
        return fault == Fault.OTHER;
    }

    /** Returns whether the call reached a function, as far as the client can tell, and so costs money. */
    public boolean isBilled() {
        return billed;
    }
}
