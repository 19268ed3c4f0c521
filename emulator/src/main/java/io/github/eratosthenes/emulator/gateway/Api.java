package io.github.eratosthenes.emulator.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.emulator.log.Verdict;
import java.time.Duration;

/** The API in front of functions: which requests it accepts, which event it makes of one, and how it reads the answer. */
public sealed interface Api permits RestApi, HttpApi, FunctionUrl {
    /** The stage, the first segment of every path. */
    String STAGE = "prod";

    /** Returns the longest that the gateway waits for a function. */
    Duration integrationTimeout();

    /** Returns its kind: {@code rest}, {@code http} or {@code url}. */
    String name();

    /** Returns whether a function has the paths below its own too. */
    boolean takesPathsBelow();

    /** Returns whether its paths have an HTTP method. */
    boolean takes(String method);

    /** Returns the name of the header with the gateway's id of the request. */
    String requestIdHeader();

    /** Returns the event that {@code function} gets for {@code call}. */
    ObjectNode event(HttpCall call, String function);

    /**
     * Returns the answer that the client gets.
     *
     * @throws MalformedResponseException if {@code payload} is not what this kind of API expects
     */
    HttpAnswer answer(byte[] payload) throws MalformedResponseException;

    /** Returns the answer to a call that did not end with {@link Verdict#OK}. */
    HttpAnswer failure(Verdict verdict);

    /** Returns the answer to a request that never becomes a call. */
    HttpAnswer refusal(int status, String message);

    /** Returns the answer to a call of a path without a function, or of a method that the path does not have. */
    HttpAnswer unknownPath();
}
