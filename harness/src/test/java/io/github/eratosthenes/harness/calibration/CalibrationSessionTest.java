package io.github.eratosthenes.harness.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.eratosthenes.harness.endpoint.EndpointClient;
import io.github.eratosthenes.harness.endpoint.Functions;
import io.github.eratosthenes.harness.endpoint.JvmMemory;
import io.github.eratosthenes.harness.endpoint.RudeServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a server that behaves as functions of odd values would. */
@Timeout(120)
class CalibrationSessionTest {
    private static final Pattern QUERY =
            Pattern.compile("/(\\d+)\\?max=(\\d+)&loops=(\\d+)&strategy=([a-z-]+)(&diag=1)?");
    private static final int RESERVED = 37;
    private static final double PER_PROCESSOR = 1500;
    private static final String JDK = "25";

    @TempDir
    private Path folder;

    private final Set<Integer> called = ConcurrentHashMap.newKeySet();

    /** Returns the answer of a function that has this many bytes for its storage. */
    private String answer(String line, long bytes, boolean diagnosed) {
        Matcher query = QUERY.matcher(line);
        assertThat(query.find()).as(line).isTrue();
        int size = Integer.parseInt(query.group(1));
        long max = Long.parseLong(query.group(2));
        if (query.group(4).equals("boolean-array") && max > bytes) {
            boolean heap = max > JvmMemory.oldGenerationBytes(size);
            return RudeServer.http(
                    502, "x-emulator-verdict: " + (heap ? "HEAP_OOM" : "KILLED") + "\r\nx-amzn-RequestId: 1\r\n", "{}");
        }
        double share = size / PER_PROCESSOR;
        String diag = query.group(5) == null || !diagnosed
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", \"diag\": {\"javaVersion\": \"%s.0.3\", \"inputArguments\": [], \"millisFromJvmStart\": 350,"
                                + " \"seconds\": 4, \"cpuSeconds\": %f, \"processKilobytes\": {\"VmHWM\": 40960}}",
                        JDK,
                        4 * share);
        return RudeServer.http(
                200,
                "x-amzn-RequestId: 1\r\n",
                "{\"durationSeconds\": 0.0001, \"max\": " + max + ", \"loops\": " + query.group(3)
                        + ", \"strategy\": \"" + query.group(4) + "\", \"coldStart\": " + called.add(size) + diag
                        + "}");
    }

    private Calibration calibrate(long bytes, boolean diagnosed) throws IOException {
        try (RudeServer server = new RudeServer((number, line, socket) -> {
                    RudeServer.write(socket, answer(line, bytes, diagnosed));
                    return true;
                });
                EndpointClient client = new EndpointClient()) {
            Functions functions = Functions.of(server.function() + "/{memory}", List.of(128, 512));
            PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            return new CalibrationSession(client, functions, out).run("2026-11-26T02:00:00Z");
        }
    }

    @Test
    void findsTheOddValues() throws IOException {
        long bytes = ((128L - RESERVED) << 20) - JvmMemory.besideStorageBytes(JDK);
        Calibration found = calibrate(bytes, true);
        assertThat(found.reservedMegabytes()).isCloseTo(RESERVED, within(0.5));
        assertThat(found.megabytesPerProcessor()).isCloseTo(PER_PROCESSOR, within(0.01));
        assertThat(found.memory().verdict()).isEqualTo("KILLED");
        assertThat(found.memory().heapIsTheLimit()).isFalse();
        assertThat(found.networkMillis()).isPositive();
        assertThat(found.sizes()).hasSize(2).allSatisfy(size -> {
            assertThat(size.cold()).isTrue();
            assertThat(size.initMillis()).isEqualTo(350);
            assertThat(size.residentMegabytes()).isEqualTo(40);
        });
    }

    @Test
    void saysWhereTheHeapBreaksFirst() throws IOException {
        assertThat(calibrate(JvmMemory.oldGenerationBytes(128) - 100, true)
                        .memory()
                        .heapIsTheLimit())
                .isTrue();
    }

    /** Checks the names in the file. The emulator reads them without any class of this module. */
    @Test
    void theFileHasWhatTheEmulatorReads() throws IOException {
        Path file = folder.resolve("calibration.json");
        calibrate(50 << 20, true).write(file);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        for (String name : List.of("reservedMegabytes", "megabytesPerProcessor", "networkMillis")) {
            assertThat(json.path(name).isNumber()).as(name).isTrue();
        }
        assertThat(json.path("endpoint").asText()).contains("{memory}");
    }

    @Test
    void aFunctionThatTellsNothingIsNamed() {
        assertThatIOException()
                .isThrownBy(() -> calibrate(50 << 20, false))
                .withMessageContaining("the function of 128 MB tells nothing of its JVM");
    }
}
