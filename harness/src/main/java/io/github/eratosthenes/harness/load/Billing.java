package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.harness.endpoint.EmulatorLog.Report;
import io.github.eratosthenes.harness.endpoint.PriceList.Region;
import io.github.eratosthenes.harness.endpoint.Reply;
import io.github.eratosthenes.harness.endpoint.Reply.Answer;
import io.github.eratosthenes.harness.endpoint.ReplyKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calculates what Lambda and the gateway bill for a call: the function's time and that of init, rounded up to a millisecond,
 * whether it succeeds or not, the request, and the gateway's price of a call.
 *
 * <p>An emulator's log has the time billed. Of a real function the client only knows what it is told: the function's own
 * time for a good answer, and all of the client's for a cold one, since that includes init, and for one that failed. A
 * call that the gateway gave up on runs to the function's timeout. Throttled calls cost nothing at the function, and those
 * that reached nobody, or that the gateway itself refused, nothing at all.
 *
 * @param prices the prices
 * @param api the kind of API in front
 * @param reports an emulator's reports by call; empty of a real endpoint
 * @param functionTimeoutSeconds the functions' own timeout
 */
record Billing(Region prices, String api, Map<String, Report> reports, double functionTimeoutSeconds) {

    private static final int TOO_MANY_REQUESTS = 429;

    /** Returns the seconds billed for a call. */
    double billedSeconds(Done call) {
        Reply reply = call.reply();
        if (!reply.kind().isBilled()) {
            return 0;
        }
        Report report = report(call);
        double millis = report == null ? reckonedMillis(reply) : report.billedMillis();
        return Math.ceil(millis) / 1000;
    }

    /** Returns the emulator's report of a call; null where there is none. */
    @Nullable
    Report report(Done call) {
        String id = call.reply().trace().requestId();
        return id == null ? null : reports.get(id);
    }

    /** Returns the name of the instance that took a call; null where nobody tells. */
    @Nullable
    String instance(Done call) {
        Answer answer = call.reply().answer();
        Report report = report(call);
        return answer != null && answer.instance() != null
                ? answer.instance()
                : report == null ? null : report.instance();
    }

    private double reckonedMillis(Reply reply) {
        Answer answer = reply.answer();
        if (reply.kind() == ReplyKind.GATEWAY_TIMEOUT) {
            return functionTimeoutSeconds * 1000;
        }
        return answer == null || Boolean.TRUE.equals(answer.coldStart())
                ? reply.clientMillis()
                : answer.durationSeconds() * 1000;
    }

    /** Returns what a call costs. */
    double dollars(Done call) {
        Reply reply = call.reply();
        double function =
                reply.kind().isBilled() ? prices.dollars(call.target().memoryMegabytes(), billedSeconds(call)) : 0;
        return function + (isBilledByGateway(reply) ? prices.dollarsPerGatewayCall(api) : 0);
    }

    /**
     * Returns whether the gateway bills a call. A gateway bills the calls that it has passed on, not those that it refuses for a
     * rate, a key or a path.
     */
    private static boolean isBilledByGateway(Reply reply) {
        return reply.kind() != ReplyKind.UNKNOWN_PATH
                && reply.status() != TOO_MANY_REQUESTS
                && (reply.status() != 0 || reply.kind().isBilled());
    }
}
