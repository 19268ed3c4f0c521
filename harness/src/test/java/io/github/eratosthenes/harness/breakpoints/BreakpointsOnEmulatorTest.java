package io.github.eratosthenes.harness.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.harness.endpoint.Call;
import io.github.eratosthenes.harness.endpoint.EndpointClient;
import io.github.eratosthenes.harness.endpoint.Functions;
import io.github.eratosthenes.harness.endpoint.JvmMemory;
import io.github.eratosthenes.harness.endpoint.LocalEndpoint;
import io.github.eratosthenes.harness.endpoint.ReplyKind;
import io.github.eratosthenes.harness.endpoint.Survey;
import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.testing.Requirement;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a real emulator. */
class BreakpointsOnEmulatorTest {

    private static final Path EMULATOR = Path.of("../emulator/target/eratosthenes-emulator.jar");
    private static final Path FUNCTION = Path.of("../lambda/target/eratosthenes-lambda.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    @Timeout(300)
    void anArrayLargerThanTheOldGenerationBreaksTheHeap() throws IOException {
        LocalEndpoint.Settings settings = settings();
        SieveStrategy strategy = SieveStrategy.BOOLEAN_ARRAY;
        long predicted = MemoryPrediction.largestMax(strategy.traits(), JvmMemory.oldGenerationBytes(128))
                .orElseThrow();
        URI function;
        try (EndpointClient client = new EndpointClient()) {
            try (LocalEndpoint emulator = LocalEndpoint.start(settings)) {
                Functions functions = Functions.of(emulator.template(), List.of(128));
                function = functions.address(128);
                Endpoint endpoint = Survey.of(client, functions, strategy.id()).endpoint();
                assertThat(endpoint.kind()).isEqualTo("emulator");
                assertThat(endpoint.tier()).isEqualTo("C1");
                Requirement.that(!endpoint.memoryLimit().equals("heap-only"), "no control group may be written here");
                assertThat(kind(client, function, strategy, predicted / 4)).isEqualTo(ReplyKind.OK);
                assertThat(kind(client, function, strategy, predicted + 1)).isEqualTo(ReplyKind.HEAP_OOM);
            }
            assertThat(kind(client, function, strategy, 1000)).isEqualTo(ReplyKind.CONNECT);
        }
    }

    @Test
    @Timeout(300)
    void aKilledEmulatorIsNoticedAtOnceAndLeavesNoFolder() throws IOException {
        Path log;
        try (EndpointClient client = new EndpointClient();
                LocalEndpoint emulator = LocalEndpoint.start(settings())) {
            URI function = Functions.of(emulator.template(), List.of(128)).address(128);
            log = emulator.log();
            assertThat(kind(client, function, SieveStrategy.BIT_SET, 1000)).isEqualTo(ReplyKind.OK);
            ProcessHandle process = ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().commandLine().orElse("").contains(log.toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(process.info().commandLine())
                    .hasValueSatisfying(line -> assertThat(line)
                            .contains("--parent=" + ProcessHandle.current().pid()));
            process.destroyForcibly();
            process.onExit().join();
            assertThat(kind(client, function, SieveStrategy.BIT_SET, 1000))
                    .isIn(ReplyKind.CONNECT, ReplyKind.CUT)
                    .satisfies(kind -> assertThat(kind.isTrouble()).isTrue());
        }
        assertThat(log.getParent()).doesNotExist();
        // and what the killed one left goes when another starts
        LocalEndpoint.start(settings()).close();
    }

    private static LocalEndpoint.Settings settings() {
        Requirement.that(
                Files.isReadable(EMULATOR) && Files.isReadable(FUNCTION),
                "the emulator's and the function's jar are not built");
        return new LocalEndpoint.Settings(EMULATOR, FUNCTION, List.of(128), "rest", null, 35, 0);
    }

    private static ReplyKind kind(EndpointClient client, URI function, SieveStrategy strategy, long max) {
        return client.call(function, Call.of(strategy.id(), max, 1), PATIENCE).kind();
    }
}
