package io.github.eratosthenes.emulator;

import static io.github.eratosthenes.emulator.TestEmulator.await;
import static io.github.eratosthenes.emulator.TestEmulator.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.eratosthenes.emulator.function.Instances;
import io.github.eratosthenes.testing.Requirement;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever ends a process: the instance stays, and the next call starts the runtime inside itself. */
@Execution(ExecutionMode.CONCURRENT)
class AfterABreakTest {
    private static final int INIT_MILLIS = 700;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "do=exit,                EXIT,           60",
        "do=array&mb=100,        HEAP_OOM,       60",
        "do=direct&mb=128,       KILLED,         60",
        "do=sleep&millis=120000, LAMBDA_TIMEOUT, 20" // which the init inside must not reach
    })
    void theNextCallPaysForTheInit(String trouble, String expected, int timeoutSeconds) throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder)
                .environment("SLOW_INIT_MILLIS", String.valueOf(INIT_MILLIS))
                .timeout(Duration.ofSeconds(timeoutSeconds))
                .concurrency(1)
                .startLimited()) {
            String first = emulator.get("f-128?do=pid").body();
            assertThat(verdict(emulator.get("f-128?" + trouble))).isEqualTo(expected);
            String third = emulator.get("f-128?do=pid").body();
            assertThat(third).as("another process").matches("[0-9]+").isNotEqualTo(first);
            assertThat(emulator.get("f-128?do=pid").body()).as("warm").isEqualTo(third);

            List<JsonNode> calls = emulator.calls(4);
            assertThat(calls).extracting(call -> call.path("instance").asText()).containsOnly("f-128-1");
            assertThat(calls).extracting(call -> call.has("initMillis")).containsExactly(true, false, false, false);
            JsonNode after = calls.get(2);
            assertThat(after.path("durationMillis").asDouble()).isGreaterThan(INIT_MILLIS);
            assertThat(after.path("billedMillis").asLong())
                    .isEqualTo((long) Math.ceil(after.path("durationMillis").asDouble()));
        }
    }

    @Test
    void theInitInsideACallIsThrottled() throws IOException {
        try (TestEmulator emulator =
                TestEmulator.in(folder).environment("SLOW_INIT_MILLIS", "2000").startLimited()) {
            Requirement.that(emulator.emulator().groups().cpu().equals("cgroup-v1"), "no cgroups v1");
            Path cpu = emulator.emulator().groups().roots().stream()
                    .filter(root -> root.toString().contains("/cpu/"))
                    .findFirst()
                    .orElseThrow();
            emulator.get("f-128?do=exit");
            CompletableFuture<HttpResponse<String>> call = emulator.getAsync("f-128?do=sleep");
            Path quota = cpu.resolve("f-128-1.2/cpu.cfs_quota_us");
            await("a second process", () -> Files.exists(quota));
            await("a quota", () -> read(quota).equals("1447"));
            assertThat(call).as("still in its init").isNotDone();
            assertThat(call.join().body()).isEqualTo("slept 0");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException gone) {
            return "";
        }
    }

    @Test
    void theInitInsideACallHasTheFunctionsTime() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder)
                .environment("SLOW_INIT_MILLIS", "3000")
                .timeout(Duration.ofSeconds(2))
                .start()) {
            assertThat(emulator.get("f-1024?do=sleep").body()).isEqualTo("slept 0");
            assertThat(verdict(emulator.get("f-1024?do=exit"))).isEqualTo("EXIT");
            assertThat(verdict(emulator.get("f-1024?do=sleep"))).isEqualTo("LAMBDA_TIMEOUT");
            JsonNode late = emulator.calls(3).get(2);
            assertThat(late.path("durationMillis").asDouble()).isEqualTo(2000);
            assertThat(late.path("billedMillis").asLong()).isEqualTo(2000);
        }
    }

    /** Calls again at once, with a concurrency of 1. The client must find the instance and not be refused. */
    @ParameterizedTest
    @CsvSource({"do=exit", "do=array&mb=2000"})
    void aSeriesOfBreaksNeverTakesASecondInstance(String trouble) throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).concurrency(1).start()) {
            for (int round = 0; round < 4; round++) {
                assertThat(verdict(emulator.get("f-1024?" + trouble))).isIn("EXIT", "HEAP_OOM");
                assertThat(verdict(emulator.get("f-1024?do=sleep"))).isEqualTo("OK");
            }
            assertThat(Instances.count(emulator.function("f-1024"))).isOne();
        }
    }

    @Test
    void anInstanceWithoutAProcessIsForgottenWhenItHasIdled() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).start()) {
            assertThat(verdict(emulator.get("f-1024?do=exit"))).isEqualTo("EXIT");
            assertThat(Instances.count(emulator.function("f-1024"))).isOne();
            Instances.retire(emulator.function("f-1024"));
            assertThat(Instances.count(emulator.function("f-1024"))).isZero();
            assertThat(emulator.get("f-1024?do=sleep").body()).isEqualTo("slept 0");
            assertThat(emulator.calls(2).get(1).has("initMillis"))
                    .as("a new one")
                    .isTrue();
        }
    }

    @Test
    void aRuntimeThatAsksForASecondEventIsRefusedAndNotLost() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).concurrency(1).start()) {
            assertThat(emulator.get("f-1024?do=ask").body()).isEqualTo("asked for another event: 403");
            assertThat(emulator.get("f-1024?do=ask").body()).isEqualTo("asked for another event: 403");
            assertThat(emulator.calls(2))
                    .extracting(call -> call.path("instance").asText())
                    .containsOnly("f-1024-1");
        }
    }

    /** Sets the variable that makes the client ask in several threads, although the options refuse it. */
    @Test
    void aRuntimeOfSeveralThreadsLeaksNoInstance() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder)
                .environment("AWS_LAMBDA_MAX_CONCURRENCY", "2")
                .concurrency(2)
                .start()) {
            for (int call = 0; call < 6; call++) {
                assertThat(verdict(emulator.get("f-1024?do=sleep"))).isNotEqualTo("THROTTLED");
                assertThat(Instances.count(emulator.function("f-1024"))).isOne();
            }
        }
    }
}
