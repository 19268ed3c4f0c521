package io.github.eratosthenes.harness.endpoint;

import io.github.eratosthenes.harness.endpoint.Reply.Trace;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Names the failure of a call that got no complete answer. */
final class Failures {

    private Failures() {}

    static Reply reply(@Nullable Throwable error, double millis) {
        ReplyKind kind = kind(error);
        String detail = kind == ReplyKind.STALLED
                ? "no complete answer within " + Math.round(millis) + " ms"
                : innermost(error);
        return new Reply(kind, 0, detail, millis, null, Trace.NONE);
    }

    private static ReplyKind kind(@Nullable Throwable error) {
        ReplyKind kind = ReplyKind.CUT;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return ReplyKind.UNKNOWN_HOST;
            } else if (cause instanceof HttpConnectTimeoutException) {
                return ReplyKind.CONNECT_TIMEOUT;
            } else if (cause instanceof HttpTimeoutException || cause instanceof CancellationException) {
                return ReplyKind.STALLED;
            } else if (cause instanceof BoundedBody.TooLongException) {
                return ReplyKind.TOO_LONG;
            } else if (cause instanceof SSLException) {
                return ReplyKind.TLS;
            } else if (cause instanceof ProtocolException) {
                return ReplyKind.GARBAGE;
            } else if (cause instanceof ConnectException) {
                kind = ReplyKind.CONNECT; // an unknown host hides behind one
            }
        }
        return kind;
    }

    private static String innermost(@Nullable Throwable error) {
        Throwable cause = error;
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause == null) {
            return "";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
