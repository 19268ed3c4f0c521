package io.github.eratosthenes.emulator.function;

/**
 * Where an {@link Instance} is in its life.
 *
 * <pre>
 *         ┌──► INIT ────────┐
 *   NEW ──┤                 ├──/next──► RUNNING ──answer──► RETURNING ──/next, an event waits──► RUNNING
 *         └──► INVOKE_INIT ─┘              ▲                    │
 *                                          └─event── IDLE ◄─────┘ /next, no event waits
 *
 *   INIT, INVOKE_INIT, RUNNING, RETURNING ──the clock──► TIMED_OUT
 *   INIT, INVOKE_INIT, RUNNING, RETURNING, IDLE ──the function closes, or idle for too long──► CLOSING
 *   any of them ──the process ends──► INIT_FAILED or DEAD
 * </pre>
 *
 * <p>Four parties move an instance. Its function starts it, hands it events and closes it. Its runtime asks for events and
 * answers them. Its clock ends what takes too long. The end of its process, whoever caused it, ends the instance.
 */
enum InstanceState {
    /** There is no process yet. */
    NEW,
    /** The process initializes before the invocation: with whole processors, within {@link FunctionConfig#initLimit}. */
    INIT,
    /** The process initializes inside the invocation: with the function's processor share, within its timeout. */
    INVOKE_INIT,
    /** The runtime has asked for an event, and there is none. The process is frozen. */
    IDLE,
    /** The runtime works on an event. */
    RUNNING,
    /** The runtime has answered, and not asked for the next event yet. An event that comes now waits in the instance. */
    RETURNING,
    /** The clock has killed the process, which has not ended yet. */
    TIMED_OUT,
    /** The process has been killed, as its function closes or it has idled for too long, and has not ended yet. */
    CLOSING,
    /** The process has ended in {@link #INIT}; the function tries the invocation again with {@link #INVOKE_INIT}. */
    INIT_FAILED,
    /** The process has ended otherwise, or was never started. */
    DEAD;

    /** Returns whether an instance in this state may move on to another one; idle to idle if the runtime asks twice. */
    boolean mayBecome(InstanceState next) {
        return switch (this) {
            case NEW -> next == INIT || next == INVOKE_INIT || next == DEAD;
            case INIT -> next == RUNNING || next == INIT_FAILED || isKilled(next);
            case INVOKE_INIT -> next == RUNNING || next == DEAD || isKilled(next);
            case IDLE -> next == IDLE || next == RUNNING || next == CLOSING || next == DEAD;
            case RUNNING -> next == RETURNING || next == IDLE || next == DEAD || isKilled(next);
            case RETURNING -> next == IDLE || next == RUNNING || next == DEAD || isKilled(next);
            case TIMED_OUT -> next == INIT_FAILED || next == DEAD;
            case CLOSING -> next == DEAD;
            case INIT_FAILED, DEAD -> false;
        };
    }

    private static boolean isKilled(InstanceState next) {
        return next == TIMED_OUT || next == CLOSING;
    }
}
