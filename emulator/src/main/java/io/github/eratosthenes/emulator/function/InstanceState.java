package io.github.eratosthenes.emulator.function;

/**
 * Where an {@link Instance} is in its life.
 *
 * <pre>
 *                          /next, no event waits
 *        ┌──► INIT ───────────────────────────────► IDLE ◄──────────┐
 *   NEW ─┤      │ /next, an event waits              │ event        │ /next
 *        │      ▼                                    ▼              │
 *        └──► INVOKE_INIT ───────/next──────────► RUNNING ──answer──► RETURNING
 *
 *   INIT, INVOKE_INIT, RUNNING, RETURNING ──the clock──► TIMED_OUT ─┐
 *   every state with a process ──the function closes──► CLOSING ────┤
 *   every state with a process ──the process ends───────────────────┴──► INIT_FAILED or DEAD
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
    /** The function has killed the process, which has not ended yet. */
    CLOSING,
    /** The process has ended in {@link #INIT}; the function tries the invocation again with {@link #INVOKE_INIT}. */
    INIT_FAILED,
    /** The process has ended otherwise, or never started. */
    DEAD;

    /** Returns whether an instance in this state may move on to another one. */
    boolean mayBecome(InstanceState next) {
        return switch (this) {
            case NEW -> next == INIT || next == INVOKE_INIT || next == DEAD;
            case INIT -> next == IDLE || next == RUNNING || next == INIT_FAILED || isCutShort(next);
            case INVOKE_INIT -> next == RUNNING || next == DEAD || isCutShort(next);
            case IDLE -> next == IDLE || next == RUNNING || next == CLOSING || next == DEAD;
            case RUNNING -> next == RETURNING || next == IDLE || next == DEAD || isCutShort(next);
            case RETURNING -> next == IDLE || next == RUNNING || next == DEAD || isCutShort(next);
            case TIMED_OUT -> next == INIT_FAILED || next == DEAD;
            case CLOSING -> next == DEAD;
            case INIT_FAILED, DEAD -> false;
        };
    }

    private static boolean isCutShort(InstanceState next) {
        return next == TIMED_OUT || next == CLOSING;
    }
}
