package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.log.Verdict;

/**
 * What an invocation gave its client.
 *
 * @param verdict how it ended
 * @param payload the function's answer; empty unless the verdict is {@link Verdict#OK}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record InvocationResult(Verdict verdict, byte[] payload) {
    private static final byte[] NOTHING = {};

    /** Returns an answer. */
    static InvocationResult success(byte[] payload) {
        return new InvocationResult(Verdict.OK, payload);
    }

    /** Returns an end without an answer. */
    public static InvocationResult failure(Verdict verdict) {
        return new InvocationResult(verdict, NOTHING);
    }
}
