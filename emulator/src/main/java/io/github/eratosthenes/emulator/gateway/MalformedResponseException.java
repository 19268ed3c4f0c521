package io.github.eratosthenes.emulator.gateway;

/** A function's answer is not a proxy response. */
final class MalformedResponseException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedResponseException(String message) {
        super(message);
    }
}
