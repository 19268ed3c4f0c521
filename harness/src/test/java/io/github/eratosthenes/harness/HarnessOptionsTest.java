package io.github.eratosthenes.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.harness.breakpoints.BreakpointsCommand;
import io.github.eratosthenes.harness.calibration.CalibrateCommand;
import io.github.eratosthenes.harness.endpoint.RudeServer;
import io.github.eratosthenes.harness.load.LoadCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Options are refused in one line, by their names, before an endpoint is started or called. */
@Timeout(120)
class HarnessOptionsTest {

    @TempDir
    Path folder = Path.of("");

    private record Ended(int code, String out, String err) {}

    private static Ended run(Object command, String... arguments) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = new CommandLine(command).execute(arguments);
            return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    private static void isRefused(Ended ended, String reason) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).singleElement().asString().contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--strategies=bitset,bitset; --strategies has bitset twice",
                "--memory=128,256,128; --memory has 128 twice",
                "--memory=64; the memory size 64 is not 128 to 10240",
                "--kinds=TIME,TIME; --kinds has TIME twice",
                "--confirmations=0; --confirmations 0 is below 1",
                "--confirmations=2147483647; --confirmations 2147483647 is above 100",
                "--rechecks=-1; --rechecks -1 is below 0",
                "--rechecks=2147483647; --rechecks 2147483647 is above 100",
                "--precision=0; --precision 0 is below 1",
                "--precision=51; --precision 51 is above 50",
                "--minutes=0; --minutes 0 is below 1",
                "--calls=0; --calls 0 is below 1",
                "--reserved-mb=-1; --reserved-mb -1 is below 0",
                "--reserved-mb=128; --reserved-mb 128 is above 127",
                "--api=soap; --api soap is not one of rest, http, url",
                "--integration-timeout=0; --integration-timeout 0 is below 1",
                "--endpoint=http://127.0.0.1:1 --memory=128 --header=nonsense; --header must be 'name: value'",
                "--machine=a/b; --machine 'a/b' is not a label",
                "--results=/proc/self/x; /proc/self cannot be written to"
            })
    void breakpoints(String option, String reason) {
        isRefused(run(new BreakpointsCommand(), option.split(" ")), reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--strategies=bitset,bitset; --strategies has bitset twice",
                "--memory=128,128; --memory has 128 twice",
                "--conc=0; --conc 0 is below 1",
                "--execs=2147483647; --execs 2147483647 is above 1000000",
                "--loops=0; --loops 0 is below 1",
                "--max=-1; --max -1 is below 0",
                "--timeout=0; --timeout 0 is below 1",
                "--function-timeout=901; --function-timeout 901 is above 900",
                "--rate=NaN; --rate NaN is not 0.001 to",
                "--rate=Infinity; --rate Infinity is not 0.001 to",
                "--rate=1e-300; --rate 1.0E-300 is not 0.001 to",
                "--machine=a/b; --machine 'a/b' is not a label",
                "--results=/proc/self/x; /proc/self cannot be written to"
            })
    void load(String option, String reason) {
        isRefused(run(new LoadCommand(), option), reason);
    }

    @Test
    void calibrate() {
        isRefused(run(new CalibrateCommand()), "calibrate needs --endpoint");
        isRefused(run(new CalibrateCommand(), "--endpoint=http://h/{memory}", "--memory=64"), "memory size 64 is not");
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket dead = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return dead.getLocalPort();
        }
    }

    @Test
    void aSizeThatNobodyAnswersForIsCountedAndTheOthersAreMeasured() throws Exception {
        int port = portOfNobody();
        try (RudeServer server = RudeServer.saying(RudeServer.good("bitset", 1000, 1))) {
            Path config = Files.writeString(
                    folder.resolve("config.json"),
                    "{\"functions\": {\"128\": \"http://127.0.0.1:" + port + "/x\", \"1024\": \"" + server.function()
                            + "\"}}");
            Ended ended = run(
                    new LoadCommand(),
                    "--config=" + config,
                    "--strategies=bitset",
                    "--max=1000",
                    "--execs=3",
                    "--header=x-api-key: s3cret",
                    "--results=" + folder.resolve("results"));
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out())
                    .contains("Errors of bitset at 128 MB: 3 CONNECT")
                    .contains("Not in the chart, since calls failed: 128 MB (3 of 3 failed)")
                    .contains("https://lambda-power-tuning.show/#AAQ=;");
            try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(file).content().doesNotContain("s3cret");
                }
            }
            assertThat(ended.out() + ended.err()).doesNotContain("s3cret");
        }
    }

    @Test
    void reportsAreReadWithoutACall() throws Exception {
        Path log = Files.writeString(
                folder.resolve("log"),
                "REPORT RequestId: a\tDuration: 10.00 ms\tBilled Duration: 10 ms\tMemory Size: 512 MB\tMax Memory Used: 90"
                        + " MB\n");
        Ended ended = run(new LoadCommand(), "--reports=" + log, "--results=" + folder.resolve("results"));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Lambda's bill for these requests", "512");
        isRefused(
                run(new LoadCommand(), "--reports=" + folder.resolve("none"), "--results=" + folder.resolve("results")),
                "none");
    }

    @Test
    void aLoadOfWhichNoCallIsAnsweredIsAFailure() throws Exception {
        try (RudeServer server = new RudeServer((number, line, socket) -> {
            RudeServer.write(
                    socket,
                    line.contains("max=1000&")
                            ? RudeServer.good("bitset", 1000, 1)
                            : RudeServer.http(504, "x-amzn-RequestId: 1\r\n", "{}"));
            return true;
        })) {
            Ended ended = run(
                    new LoadCommand(),
                    "--endpoint=" + server.function(),
                    "--memory=128",
                    "--strategies=bitset",
                    "--execs=3",
                    "--results=" + folder.resolve("results"));

            assertThat(ended.out()).contains("3 GATEWAY_TIMEOUT");
            assertThat(ended.err()).isEqualTo("load: no call was answered well; the errors are in the report\n");
            assertThat(ended.code()).isEqualTo(1);
        }
    }
}
