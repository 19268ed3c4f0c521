package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.harness.endpoint.EmulatorLog.Report;
import io.github.eratosthenes.harness.endpoint.PriceList.Region;
import io.github.eratosthenes.harness.endpoint.Reply;
import io.github.eratosthenes.harness.endpoint.Reply.Answer;
import io.github.eratosthenes.harness.endpoint.ReplyKind;
import java.util.Map;

/**
 * Reckons what Lambda bills for a call: its time and that of init, rounded up to a millisecond, whether it succeeds or
 * not.
 *
 * <p>An emulator's log has the time billed. Of a real function the client only knows what it is told: the function's own
 * time for a good answer, and all of the client's for a cold one, since that includes init, and for one that failed. A
 * call that the gateway gave up on runs to the function's timeout. Throttled calls and those that reached nobody are free.
 *
 * @param prices the prices
 * @param reports an emulator's reports by call; empty of a real endpoint
 * @param functionTimeoutSeconds the functions' own timeout
 */
record Billing(Region prices, Map<String, Report> reports, double functionTimeoutSeconds) {

    /** Returns the seconds billed for a call. */
    double billedSeconds(Done call) {
        Reply reply = call.reply();
        if (!reply.kind().isBilled()) {
            return 0;
        }
        String id = reply.trace().requestId();
        Report report = id == null ? null : reports.get(id);
        double millis = report == null ? reckonedMillis(reply) : report.billedMillis();
        return Math.ceil(millis) / 1000;
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
        return call.reply().kind().isBilled()
                ? prices.dollars(call.target().memoryMegabytes(), billedSeconds(call))
                : 0;
    }
}
