package io.github.eratosthenes.harness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.harness.endpoint.EmulatorLog.Report;
import io.github.eratosthenes.harness.endpoint.PriceList;
import io.github.eratosthenes.harness.endpoint.Reply;
import io.github.eratosthenes.harness.endpoint.Reply.Answer;
import io.github.eratosthenes.harness.endpoint.Reply.Trace;
import io.github.eratosthenes.harness.endpoint.ReplyKind;
import io.github.eratosthenes.results.files.LoadFile.Latency;
import io.github.eratosthenes.results.files.LoadFile.Run;
import io.github.eratosthenes.results.files.LoadFile.SingleCall;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.text.Figures;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CostTest {

    private static PriceList.Region prices() {
        try {
            return PriceList.read("").of("us-east-1", "x86_64");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Done call(ReplyKind kind, int memory, double functionSeconds, double clientMillis, String id) {
        Answer answer = kind.isGood() ? new Answer(functionSeconds, 1000, 1, "bitset", 168L, false, null) : null;
        Reply reply = new Reply(kind, 200, "", clientMillis, answer, new Trace("rest", id, null, null));
        return new Done(new Target("bitset", memory, URI.create("http://localhost/x")), reply, 0, 0, 1);
    }

    private static Done call(ReplyKind kind, int status, double clientMillis) {
        Reply reply = new Reply(kind, status, "", clientMillis, null, new Trace("rest", null, null, null));
        return new Done(new Target("bitset", 128, URI.create("http://localhost/x")), reply, 0, 0, 1);
    }

    private static Done call(int memory, double functionSeconds, String instance) {
        Answer answer = new Answer(functionSeconds, 1000, 1, "bitset", 168L, false, null, instance);
        Reply reply = new Reply(ReplyKind.OK, 200, "", 1, answer, new Trace("rest", null, null, null));
        return new Done(new Target("bitset", memory, URI.create("http://localhost/x")), reply, 0, 0, 1);
    }

    @Test
    void billsByTheMillisecondAndTheGigabyte() {
        Billing billing = new Billing(prices(), "rest", Map.of(), 35);
        Done call = call(ReplyKind.OK, 512, 1.2341, 1300, "a");
        assertThat(billing.billedSeconds(call)).isEqualTo(1.235);
        assertThat(billing.dollars(call)).isCloseTo(0.0000002 + 0.5 * 1.235 * 0.0000166667 + 0.0000035, within(1e-15));
        assertThat(new Billing(prices(), "http", Map.of(), 35).dollars(call))
                .isCloseTo(billing.dollars(call) - 0.0000025, within(1e-15));
        assertThat(new Billing(prices(), "url", Map.of(), 35).dollars(call))
                .isCloseTo(billing.dollars(call) - 0.0000035, within(1e-15));
    }

    @Test
    void billsWhatTheEmulatorSaysInitIncluded() {
        Billing billing = new Billing(prices(), "rest", Map.of("a", new Report(2400, 61)), 35);
        assertThat(billing.billedSeconds(call(ReplyKind.OK, 128, 1, 1100, "a"))).isEqualTo(2.4);
    }

    @Test
    void billsFailedCallsToo() {
        Billing billing = new Billing(prices(), "rest", Map.of(), 35);
        assertThat(billing.billedSeconds(call(ReplyKind.GATEWAY_TIMEOUT, 128, 0, 29_000, "a")))
                .isEqualTo(35);
        assertThat(billing.billedSeconds(call(ReplyKind.FUNCTION_FAILED, 128, 0, 812.5, "a")))
                .isEqualTo(0.813);
    }

    @Test
    void billsNothingForCallsThatReachNobody() {
        Billing billing = new Billing(prices(), "rest", Map.of(), 35);
        assertThat(billing.dollars(call(ReplyKind.CONNECT, 0, 5))).isZero();
        assertThat(billing.dollars(call(ReplyKind.UNKNOWN_PATH, 403, 5))).isZero();
        assertThat(billing.dollars(call(ReplyKind.THROTTLED, 429, 5))).isZero();
        assertThat(billing.dollars(call(ReplyKind.THROTTLED, 500, 5)))
                .as("of the gateway's, which has passed it on")
                .isEqualTo(0.0000035);
    }

    @Test
    void saysWhichPricesThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceList.read("").of("mars-north-1", "arm64"))
                .withMessageContaining("mars-north-1 arm64")
                .withMessageContaining("us-east-1 x86_64");
    }

    @Test
    void countsEachCallOnceAndByKind() {
        List<Done> calls = List.of(
                call(ReplyKind.OK, 128, 0.1, 110, "a"),
                call(ReplyKind.OK, 128, 0.3, 320, "b"),
                call(ReplyKind.HEAP_OOM, 128, 0, 900, "c"),
                call(ReplyKind.CONNECT, 128, 0, 1, "d"),
                call(ReplyKind.CONNECT, 128, 0, 1, "e"));
        Billing billing = new Billing(prices(), "rest", Map.of("c", new Report(1000, 128)), 35);
        Run run = Summary.of(calls.get(0).target(), 1000, 1, calls, billing, 0.79);
        assertThat(run.calls()).isEqualTo(5);
        assertThat(run.errors()).isEqualTo(Map.of("HEAP_OOM", 1L, "CONNECT", 2L));
        assertThat(run.limitedByCores()).isFalse();
        assertThat(run.coldStarts()).isZero();
        assertThat(run.peakMegabytes()).isEqualTo(128);
        assertThat(run.billedSeconds()).isCloseTo(1.4, within(1e-9));
        assertThat(run.client()).isNotNull().extracting(Latency::max).isEqualTo(320.0);
        assertThat(run.dollarsPerMillionCalls().estimate()).isCloseTo(run.dollars() / 5 * 1e6, within(1e-9));
    }

    @Test
    void hasPercentilesWithinAThousandth() {
        double[] millis = IntStream.rangeClosed(1, 1000).mapToDouble(i -> i).toArray();
        Latency latency = Objects.requireNonNull(Summary.latency(
                millis, Clusters.of(Arrays.stream(millis).boxed().toList())));
        assertThat(latency.p50()).isCloseTo(500, within(1.0));
        assertThat(latency.p90()).isCloseTo(900, within(1.0));
        assertThat(latency.p99()).isCloseTo(990, within(1.0));
        assertThat(latency.mean().estimate()).isEqualTo(500.5);
    }

    @Test
    void linksToTheChartOfPowerTuning() {
        List<Done> small = List.of(call(ReplyKind.OK, 128, 0.2, 210, "a"));
        List<Done> large = List.of(call(ReplyKind.OK, 1024, 0.05, 60, "a"));
        Billing billing = new Billing(prices(), "rest", Map.of(), 35);
        String link = PowerTuningLink.of(List.of(
                        failed(256),
                        failed(2048),
                        Summary.of(large.get(0).target(), 1000, 1, large, billing, null),
                        Summary.of(small.get(0).target(), 1000, 1, small, billing, null)))
                .orElseThrow();
        assertThat(PowerTuningLink.of(List.of(failed(256)))).isEmpty();
        assertThat(link).startsWith("https://lambda-power-tuning.show/#");
        String[] parts = link.substring(link.indexOf('#') + 1).split(";", -1);
        assertThat(parts).hasSize(3);
        assertThat(parts[0]).isEqualTo("gAAABA==");
        ByteBuffer times = ByteBuffer.wrap(Base64.getDecoder().decode(parts[1])).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(times.getFloat()).isEqualTo(200f);
        assertThat(times.getFloat()).isEqualTo(50f);
        ByteBuffer costs = ByteBuffer.wrap(Base64.getDecoder().decode(parts[2])).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(costs.getFloat()).isEqualTo((float) (prices().dollars(128, 0.2) + 0.0000035));
    }

    /** Returns a run whose quick failures would be the cheapest answers of all. */
    private static Run failed(int memory) {
        List<Done> calls =
                List.of(call(ReplyKind.HEAP_OOM, memory, 0, 1, "a"), call(ReplyKind.OK, memory, 0.001, 1, "b"));
        return Summary.of(calls.get(0).target(), 1000, 1, calls, new Billing(prices(), "rest", Map.of(), 35), null);
    }

    /** Calls to one warm instance are no independent samples. */
    @Test
    void theInstanceIsTheUnit() {
        List<Done> one = IntStream.range(0, 20)
                .mapToObj(i -> call(128, 1 + i / 1000.0, "a"))
                .toList();
        Billing billing = new Billing(prices(), "rest", Map.of(), 35);
        Interval ofOne = Clusters.of(one, billing).interval(0.95);
        assertThat(ofOne.estimate()).isPositive();
        assertThat(ofOne.low()).as("nothing can be said").isNaN();
        List<Done> three = new ArrayList<>(one);
        three.addAll(IntStream.range(0, 20).mapToObj(i -> call(128, 1.3, "b")).toList());
        three.addAll(IntStream.range(0, 20).mapToObj(i -> call(128, 0.7, "c")).toList());
        Interval ofThree = Clusters.of(three, billing).interval(0.95);
        Interval asIfIndependent =
                Clusters.of(three.stream().map(billing::dollars).toList()).interval(0.95);
        assertThat(ofThree.estimate()).isCloseTo(asIfIndependent.estimate(), within(1e-12));
        assertThat(ofThree.halfWidth()).isGreaterThan(3 * asIfIndependent.halfWidth());
    }

    /** Adds costs up, as a bill does: one dear call in ten must count in full. */
    @Test
    void costsAreAddedAndNotMultiplied() {
        List<Done> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            calls.add(call(128, 8, "a" + i));
            calls.add(call(256, i == 0 ? 40 : 0.1, "b" + i));
        }
        double sums = (prices().dollars(256, 40) + 9 * prices().dollars(256, 0.1) + 10 * 0.0000035)
                / (10 * (prices().dollars(128, 8) + 0.0000035));
        assertThat(CostComparison.lines(calls, new Billing(prices(), "rest", Map.of(), 35)))
                .singleElement()
                .asString()
                .contains("costs " + Figures.ratio(sums).substring(0, 4));
    }

    @Test
    void everySingleCallIsInTheFile() {
        List<Done> calls = List.of(call(128, 0.25, "a"), call(ReplyKind.CONNECT, 0, 5));
        Run run = Summary.of(calls.get(0).target(), 1000, 1, calls, new Billing(prices(), "rest", Map.of(), 35), null);
        assertThat(run.singleCalls())
                .containsExactly(
                        new SingleCall("OK", 1, 250.0, 250, false, "a"),
                        new SingleCall("CONNECT", 5, null, 0, null, null));
    }

    @Test
    void saysWhetherEveryMemorySizeCostsTheSame() {
        List<Done> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double noise = 1 + i / 1000.0;
            calls.add(call(128, 8 * noise, "a" + i));
            calls.add(call(256, 4 * noise, "b" + i));
            calls.add(call(512, 4 * noise, "c" + i));
        }
        List<String> lines = CostComparison.lines(calls, new Billing(prices(), "rest", Map.of(), 35));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("256 MB").contains("the same within 10 %");
        assertThat(lines.get(1)).contains("512 MB").contains("dearer");
    }
}
