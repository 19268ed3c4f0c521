package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.runtime.FunctionConfig;

/**
 * Where an {@link Instance} is in its life.
 *
 * <pre>
 *   NEW ────────────► INIT ────────┐
 *                                  ├──/next──► RUNNING ──answer──► RETURNING ──/next, an event waits──► RUNNING
 *   STOPPED ──event─► INVOKE_INIT ─┘              ▲                    │
 *                                                 └─event── IDLE ◄─────┘ /next, no event waits
 *
 *   INIT, INVOKE_INIT, RUNNING, RETURNING ──the clock──► TIMED_OUT
 *   INIT, INVOKE_INIT, RUNNING, RETURNING, IDLE ──the process ends──► STOPPED
 *   TIMED_OUT ──the process ends──► STOPPED
 *   any with a process ──the function closes, or idle for too long──► CLOSING ──the process ends──► DEAD
 *   NEW, STOPPED ──the function closes, or idle for too long──► DEAD
 * </pre>
 *
 * <p>Four parties move an instance. Its function starts it, hands it events and closes it. Its runtime asks for events and
 * answers them. Its clock ends what takes too long. The end of its process, whoever caused it, stops the instance, which
 * then starts another process inside the next invocation.
 */
enum InstanceState {
    /** There has been no process yet. */
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
    /** The process has ended, the instance has not: the next event starts a process inside its invocation. */
    STOPPED,
    /** The instance takes no event any more. */
    DEAD;

    /** Returns whether an instance in this state may move on to another one; idle to idle if the runtime asks twice. */
    boolean mayBecome(InstanceState next) {
        return switch (this) {
            case NEW -> next == INIT || next == DEAD;
            case INIT, INVOKE_INIT -> next == RUNNING || isEndOfWork(next);
            case IDLE -> next == IDLE || next == RUNNING || next == CLOSING || next == STOPPED;
            case RUNNING -> next == RETURNING || isEndOfWork(next);
            case RETURNING -> next == IDLE || next == RUNNING || isEndOfWork(next);
            case TIMED_OUT -> next == CLOSING || next == STOPPED;
            case CLOSING -> next == DEAD;
            case STOPPED -> next == INVOKE_INIT || next == DEAD;
            case DEAD -> false;
        };
    }

    private static boolean isEndOfWork(InstanceState next) {
        return next == TIMED_OUT || next == CLOSING || next == STOPPED;
    }
}
