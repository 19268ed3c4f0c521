package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.harness.endpoint.EmulatorLog.Report;
import io.github.eratosthenes.harness.endpoint.Reply.Answer;
import io.github.eratosthenes.results.files.LoadFile.Latency;
import io.github.eratosthenes.results.files.LoadFile.Run;
import io.github.eratosthenes.results.files.LoadFile.SingleCall;
import io.github.eratosthenes.results.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Makes one run's figures from its calls. */
final class Summary {

    /** From here on functions wait for a core, and no longer for their share of one. */
    private static final double BUSY = 0.8;

    private static final int DIGITS = 3;
    private static final double MILLION = 1e6;

    private Summary() {}

    /**
     * Returns the figures of all calls to one function.
     *
     * @param coresBusy the busy share of the machine that the function shares with the client; null where it has one of
     *     its own, or nobody tells
     */
    static Run of(Target target, long max, int loops, List<Done> calls, Billing billing, @Nullable Double coresBusy) {
        Map<String, Long> errors = new TreeMap<>();
        calls.stream()
                .filter(call -> !call.reply().kind().isGood())
                .forEach(call -> errors.merge(call.reply().kind().name(), 1L, Long::sum));
        List<Done> good =
                calls.stream().filter(call -> call.reply().kind().isGood()).toList();
        Interval perCall = Clusters.of(calls, billing).interval(Interval.CONFIDENCE);
        return new Run(
                target.strategy(),
                max,
                loops,
                target.memoryMegabytes(),
                calls.size(),
                errors,
                coldStarts(good),
                peak(calls, billing.reports()),
                latency(good, Done::clientMillis, billing),
                latency(good, Summary::functionMillis, billing),
                calls.stream().mapToDouble(billing::billedSeconds).sum(),
                calls.stream().mapToDouble(billing::dollars).sum(),
                new Interval(perCall.low() * MILLION, perCall.estimate() * MILLION, perCall.high() * MILLION),
                coresBusy == null ? null : Boolean.valueOf(coresBusy >= BUSY),
                coresBusy,
                calls.stream().map(call -> single(call, billing)).toList());
    }

    private static SingleCall single(Done call, Billing billing) {
        Answer answer = call.reply().answer();
        return new SingleCall(
                call.reply().kind().name(),
                thousandths(call.clientMillis()),
                answer == null ? null : thousandths(answer.durationSeconds() * 1000),
                billing.billedSeconds(call) * 1000,
                answer == null ? null : answer.coldStart(),
                billing.instance(call));
    }

    private static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static double functionMillis(Done call) {
        Answer answer = call.reply().answer();
        return answer == null ? Double.NaN : answer.durationSeconds() * 1000;
    }

    private static @Nullable Long coldStarts(List<Done> good) {
        List<Boolean> told = good.stream()
                .map(call -> call.reply().answer())
                .filter(Objects::nonNull)
                .map(Answer::coldStart)
                .filter(Objects::nonNull)
                .toList();
        return told.isEmpty()
                ? null
                : Long.valueOf(told.stream().filter(cold -> cold).count());
    }

    private static @Nullable Double peak(List<Done> calls, Map<String, Report> reports) {
        OptionalDouble peak = calls.stream()
                .map(call -> call.reply().trace().requestId())
                .filter(Objects::nonNull)
                .map(reports::get)
                .filter(Objects::nonNull)
                .mapToDouble(Report::peakMegabytes)
                .max();
        return peak.isPresent() ? peak.getAsDouble() : null;
    }

    /** Returns mean and percentiles of good calls' times in milliseconds; null where there are none. */
    private static @Nullable Latency latency(List<Done> good, ToDoubleFunction<Done> millis, Billing billing) {
        return latency(good.stream().mapToDouble(millis).toArray(), Clusters.of(good, millis, billing::instance));
    }

    /** Returns mean and percentiles of times in milliseconds; null where there are none. */
    static @Nullable Latency latency(double[] millis, Clusters clusters) {
        if (millis.length == 0) {
            return null;
        }
        Histogram micros = new Histogram(DIGITS);
        Arrays.stream(millis).forEach(time -> micros.recordValue(Math.round(time * 1000)));
        double max = Arrays.stream(millis).max().orElse(Double.NaN);
        return new Latency(
                clusters.interval(Interval.CONFIDENCE),
                percentile(micros, 50, max),
                percentile(micros, 90, max),
                percentile(micros, 99, max),
                max);
    }

    /** Returns a percentile. The histogram gives the upper end of a bucket, which may be above the longest time. */
    private static double percentile(Histogram micros, double percent, double max) {
        return Math.min(max, micros.getValueAtPercentile(percent) / 1000.0);
    }
}
