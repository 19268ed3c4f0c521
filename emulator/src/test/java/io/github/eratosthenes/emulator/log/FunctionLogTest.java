package io.github.eratosthenes.emulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionLogTest {
    private final StringBuilder written = new StringBuilder();
    private final FunctionLog log = new FunctionLog(line -> written.append(line).append('\n'));

    @Test
    void aColdCallIsBilledWithItsInit() {
        log.end("id", report(Verdict.OK, OptionalDouble.of(300.25)));
        assertThat(written())
                .isEqualTo("END RequestId: id\nREPORT RequestId: id\tDuration: 5484.17 ms\tBilled Duration: 5785 ms\t"
                        + "Memory Size: 128 MB\tMax Memory Used: 65 MB\tInit Duration: 300.25 ms\n");
    }

    @ParameterizedTest
    @CsvSource({
        "LAMBDA_TIMEOUT,     timeout",
        "NEAR_LIMIT_TIMEOUT, timeout",
        "KILLED,             error\tError Type: Runtime.OutOfMemory",
        "EXIT,               error\tError Type: Runtime.ExitError",
        "HEAP_OOM,           error\tError Type: Runtime.ExitError"
    })
    void aCallThatEndedOtherwiseHasAStatus(Verdict verdict, String status) {
        log.end("id", report(verdict, OptionalDouble.empty()));
        assertThat(written()).endsWith("Max Memory Used: 65 MB\tStatus: " + status + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0,   Runtime exited without providing a reason",
        "1,   Runtime exited with error: exit status 1",
        "137, Runtime exited with error: signal: killed"
    })
    void anExitIsExplained(int status, String text) {
        log.exit("id", status);
        assertThat(written()).isEqualTo("RequestId: id Error: " + text + "\nRuntime.ExitError\n");
    }

    @Test
    void aTimeoutNamesItsSeconds() {
        log.timeout("id", Duration.ofMillis(3500));
        assertThat(written()).matches("\\S+Z id Task timed out after 3.50 seconds\n");
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
        return new InvocationReport(verdict, "f", 128, "f-1", 5484.17, initMillis, 65);
    }

    private String written() {
        return written.toString();
    }
}
