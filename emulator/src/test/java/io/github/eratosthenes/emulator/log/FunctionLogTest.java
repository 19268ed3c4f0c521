package io.github.eratosthenes.emulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionLogTest {
    private final StringBuilder written = new StringBuilder();
    private final FunctionLog log = FunctionLog.of(FunctionLog.Format.TEXT, this::write);
    private final FunctionLog json = FunctionLog.of(FunctionLog.Format.JSON, this::write);

    @Test
    void aColdCallIsBilledWithItsInit() {
        log.end("id", report(Verdict.OK, OptionalDouble.of(300.25)));
        assertThat(written())
                .isEqualTo("END RequestId: id\nREPORT RequestId: id\tDuration: 5484.17 ms\tBilled Duration: 5785 ms\t"
                        + "Memory Size: 128 MB\tMax Memory Used: 65 MB\tInit Duration: 300.25 ms\n");
    }

    @ParameterizedTest
    @CsvSource({
        "OK,                 ,                    ",
        "GATEWAY_TIMEOUT,    ,                    ",
        "LAMBDA_TIMEOUT,     timeout,             ",
        "NEAR_LIMIT_TIMEOUT, timeout,             ",
        "KILLED,             error,               Runtime.OutOfMemory",
        "EXIT,               error,               Runtime.ExitError",
        "INIT_ERROR,         error,               Runtime.BadFunctionCode"
    })
    void bothFormatsSayHowACallEnded(Verdict verdict, @Nullable String status, @Nullable String errorType)
            throws IOException {
        InvocationReport report =
                new InvocationReport(verdict, "f", 128, "f-1", 5484.17, OptionalDouble.empty(), 65, errorType);
        log.end("id", report);
        assertThat(written())
                .endsWith("Max Memory Used: 65 MB" + (status == null ? "" : "\tStatus: " + status)
                        + (errorType == null ? "" : "\tError Type: " + errorType) + "\n");
        written.setLength(0);
        json.end("id", report);
        JsonNode event = new ObjectMapper().readTree(written());
        assertThat(event.path("type").asText()).isEqualTo("platform.report");
        assertThat(event.at("/record/status").asText()).isEqualTo(status == null ? "success" : status);
        assertThat(event.at("/record/errorType").asText(null)).isEqualTo(errorType);
        assertThat(event.at("/record/metrics/durationMs").asDouble()).isEqualTo(5484.17);
        assertThat(event.at("/record/metrics/billedDurationMs").asLong()).isEqualTo(5485);
        assertThat(event.at("/record/metrics").has("initDurationMs")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, init,   error",
        "false, true,  invoke, error",
        "true,  false, init,   timeout",
        "true,  true,  invoke, timeout"
    })
    void aFailedInitIsReportedWithItsPhase(boolean timeout, boolean inInvoke, String phase, String status)
            throws IOException {
        log.initFailed(timeout, "Runtime.X", 12.345, inInvoke);
        assertThat(written())
                .isEqualTo("INIT_REPORT Init Duration: 12.35 ms\tPhase: " + phase + "\tStatus: " + status
                        + (timeout ? "" : "\tError Type: Runtime.X") + "\n");
        written.setLength(0);
        json.initFailed(timeout, "Runtime.X", 12.345, inInvoke);
        JsonNode record = new ObjectMapper().readTree(written()).path("record");
        assertThat(record.path("phase").asText()).isEqualTo(phase);
        assertThat(record.path("status").asText()).isEqualTo(status);
        assertThat(record.has("errorType")).isEqualTo(!timeout);
    }

    @Test
    void anInitNamesItsRuntime() throws IOException {
        log.initStart("java25");
        assertThat(written())
                .isEqualTo("INIT_START Runtime Version: java:25.emulator\tRuntime Version ARN: "
                        + "arn:aws:lambda:us-east-1::runtime:emulator\n");
        written.setLength(0);
        json.initStart("java25");
        assertThat(new ObjectMapper()
                        .readTree(written())
                        .at("/record/runtimeVersion")
                        .asText())
                .isEqualTo("java:25.emulator");
    }

    @Test
    void theLastLineNeedsNoLineFeedOnceTheCallEnds() {
        List<String> lines = new ArrayList<>();
        LogTail tail = new LogTail(
                new ByteArrayInputStream("one\ntwo\nth\u00e9".getBytes(StandardCharsets.UTF_8)), lines::add);
        tail.drain();
        assertThat(lines).containsExactly("one", "two");
        tail.flush();
        assertThat(lines).containsExactly("one", "two", "th\u00e9");
    }

    @Test
    void endlessOutputComesInPortions() {
        List<String> lines = new ArrayList<>();
        new LogTail(new Endless(), lines::add).drain();
        assertThat(lines).hasSize(4).allMatch(line -> line.length() == 256 * 1024);
    }

    /** A function that prints for ever, without a line feed. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int available() {
            return 8192;
        }
    }

    private static InvocationReport report(Verdict verdict, OptionalDouble initMillis) {
        return new InvocationReport(verdict, "f", 128, "f-1", 5484.17, initMillis, 65, null);
    }

    private void write(String line) {
        written.append(line).append('\n');
    }

    private String written() {
        return written.toString();
    }
}
