package io.github.eratosthenes.emulator;

import static io.github.eratosthenes.emulator.TestEmulator.await;
import static io.github.eratosthenes.emulator.TestEmulator.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.eratosthenes.emulator.function.Instances;
import io.github.eratosthenes.emulator.gateway.HttpApi;
import io.github.eratosthenes.emulator.gateway.RestApi;
import io.github.eratosthenes.emulator.log.Verdict;
import io.github.eratosthenes.emulator.runtime.Limits;
import io.github.eratosthenes.testing.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The whole of it: real child JVMs, the real runtime interface client, real cgroups. Each test has its own. */
@Execution(ExecutionMode.CONCURRENT)
class EmulatorTest {
    private static final String REST_ERROR = "{\"message\": \"Internal server error\"}";
    private static final String BAD_CODE = "Runtime\\.BadFunctionCode";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void runsAHandlerThatIsNotOurs() throws IOException {
        try (TestEmulator emulator =
                TestEmulator.in(folder).handler(TestEmulator.GREETING).start()) {
            HttpResponse<String> response = emulator.get("f-128?name=Ada");
            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.body()).isEqualTo("Hello, Ada!");
            assertThat(response.headers().firstValue("x-function")).hasValue("f-128");
            assertThat(emulator.get("f?name=Bob").body()).isEqualTo("Hello, Bob!");
            assertThat(emulator.get("f-1024").body()).isEqualTo("Hello, nobody!");

            List<JsonNode> calls = emulator.calls(3);
            assertThat(calls).extracting(call -> call.path("verdict").asText()).containsOnly("OK");
            String id = calls.get(0).path("requestId").asText();
            assertThat(emulator.lines())
                    .containsPattern("START RequestId: " + id + " Version: \\$LATEST\n"
                            + "greeting Ada in 128 MB\n"
                            + "END RequestId: " + id + "\n"
                            + "REPORT RequestId: " + id + "\tDuration: [0-9.]+ ms\tBilled Duration: [0-9]+ ms\t"
                            + "Memory Size: 128 MB\tMax Memory Used: [1-9][0-9]* MB\tInit Duration: [0-9.]+ ms\n");
            assertThat(calls.get(0).path("initMillis").asDouble()).isPositive();
            assertThat(calls.get(1).has("initMillis")).as("warm").isFalse();
            assertThat(calls.get(1).path("instance")).isEqualTo(calls.get(0).path("instance"));
        }
    }

    @Test
    void tellsHowACallEndedAndReplacesTheDead() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).startLimited()) {
            Map<String, Verdict> troubles = Map.of(
                    "do=throw", Verdict.FUNCTION_ERROR,
                    "do=exit", Verdict.EXIT,
                    "do=array&mb=100", Verdict.HEAP_OOM,
                    "do=malformed", Verdict.MALFORMED_RESPONSE,
                    "do=text", Verdict.MALFORMED_RESPONSE);
            troubles.forEach((query, expected) -> {
                HttpResponse<String> response = emulator.get("f-128?" + query);
                assertThat(verdict(response)).as(query).isEqualTo(expected.name());
                assertThat(response.statusCode()).as(query).isEqualTo(502);
                assertThat(response.body()).as(query).isEqualTo(REST_ERROR);
                assertThat(emulator.get("f-128?do=sleep").body())
                        .as("after " + query)
                        .isEqualTo("slept 0");
            });
            emulator.calls(2 * troubles.size());
            assertThat(emulator.lines())
                    .contains("\tStatus: error\tError Type: Runtime.ExitError\n")
                    .doesNotContain("Runtime exited")
                    .contains("java.lang.OutOfMemoryError: Java heap space")
                    .contains("Malformed Lambda proxy response");
        }
    }

    @Test
    void aCallThatTakesTooLongIsEnded() throws IOException {
        try (TestEmulator emulator =
                TestEmulator.in(folder).timeout(Duration.ofSeconds(4)).start()) {
            HttpResponse<String> response = emulator.get("f-1024?do=sleep&millis=60000");
            assertThat(verdict(response)).isEqualTo("LAMBDA_TIMEOUT");
            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(response.body()).isEqualTo(REST_ERROR);
            assertThat(emulator.get("f-1024?do=sleep").body()).isEqualTo("slept 0");
            JsonNode call = emulator.calls(2).get(0);
            double init = call.path("initMillis").asDouble();
            assertThat(call.path("durationMillis").asDouble()).isEqualTo(4000);
            assertThat(call.path("billedMillis").asLong()).isEqualTo((long) Math.ceil(4000 + init));
            assertThat(emulator.lines())
                    .containsPattern("\tDuration: 4000.00 ms\t.*\tStatus: timeout\n")
                    .doesNotContain("Task timed out");
        }
    }

    @Test
    void tellsWhatTheKernelKilledForMemory() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).startLimited()) {
            HttpResponse<String> response = emulator.get("f-128?do=direct&mb=128");
            assertThat(verdict(response)).isEqualTo("KILLED");
            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(response.body()).isEqualTo(REST_ERROR);
            assertThat(emulator.get("f-128?do=sleep").body()).isEqualTo("slept 0");
            emulator.calls(2);
            assertThat(emulator.lines())
                    .containsPattern("Max Memory Used: 128 MB(\tInit Duration: [0-9.]+ ms)?"
                            + "\tStatus: error\tError Type: Runtime.OutOfMemory\n");
        }
    }

    @Test
    void aTimeoutWithoutMemoryToSpareIsTold() throws IOException {
        // enough to fill the limit with a fourteenth of a processor, and all of it is waited for
        try (TestEmulator emulator =
                TestEmulator.in(folder).timeout(Duration.ofSeconds(15)).startLimited()) {
            // by the page cache of a file, which the kernel takes back without killing
            Path file = Path.of("target").toAbsolutePath().resolve("page-cache");
            HttpResponse<String> response = emulator.get("f-128?do=file&mb=160&millis=60000&file=" + file);
            Files.delete(file);
            assertThat(verdict(response)).isEqualTo("NEAR_LIMIT_TIMEOUT");
            assertThat(emulator.calls(1).get(0).path("maxMemoryMb").asInt()).isEqualTo(128);
        }
    }

    @Test
    void theGatewayLosesPatienceBeforeTheFunctionEnds() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder)
                .api(new RestApi(Duration.ofSeconds(1), TestEmulator.ANY_METHOD))
                .timeout(Duration.ofSeconds(6))
                .start()) {
            Path end = folder.resolve("end");
            HttpResponse<String> response = emulator.get("f-1024?do=wait&file=" + end);
            assertThat(response.statusCode()).isEqualTo(504);
            assertThat(response.body()).isEqualTo("{\"message\": \"Endpoint request timed out\"}");
            Files.createFile(end);
            assertThat(emulator.get("f-1024?do=sleep&millis=60000").statusCode())
                    .isEqualTo(504);

            Map<String, String> ends = emulator.calls(2).stream()
                    .collect(Collectors.toMap(
                            call -> call.path("functionVerdict").asText(),
                            call -> call.path("verdict").asText()));
            assertThat(ends).isEqualTo(Map.of("OK", "GATEWAY_TIMEOUT", "LAMBDA_TIMEOUT", "GATEWAY_TIMEOUT"));
        }
    }

    @Test
    void anHttpApiAnswersInItsOwnWords() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder)
                .api(new HttpApi(TestEmulator.PATIENCE, TestEmulator.ANY_METHOD))
                .concurrency(1)
                .start()) {
            assertThat(emulator.get("f-1024?do=throw"))
                    .returns(500, HttpResponse::statusCode)
                    .returns("{\"message\":\"Internal Server Error\"}", HttpResponse::body);
            emulator.calls(1); // with whose record the instance is free again
            // any JSON is an answer of an HTTP API
            assertThat(emulator.get("f-1024?do=malformed").statusCode()).isEqualTo(200);
            emulator.calls(2);
            CompletableFuture<HttpResponse<String>> running = emulator.getAsync("f-1024?do=sleep&millis=60000");
            emulator.awaitStarts(3);
            assertThat(emulator.get("f-1024"))
                    .returns("THROTTLED", TestEmulator::verdict)
                    .returns(503, HttpResponse::statusCode)
                    .returns("{\"message\":\"Service Unavailable\"}", HttpResponse::body);
            assertThat(running).isNotDone();
            assertThat(emulator.get("nothing"))
                    .returns(404, HttpResponse::statusCode)
                    .returns("{\"message\":\"Not Found\"}", HttpResponse::body);
        }
    }

    @Test
    void anHttpApiLosesPatienceInItsOwnWords() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder)
                .api(new HttpApi(Duration.ofSeconds(1), TestEmulator.ANY_METHOD))
                .start()) {
            assertThat(emulator.get("f-1024?do=sleep&millis=60000"))
                    .returns("GATEWAY_TIMEOUT", TestEmulator::verdict)
                    .returns(503, HttpResponse::statusCode)
                    .returns("{\"message\":\"Service Unavailable\"}", HttpResponse::body);
        }
    }

    @Test
    void scalesOutToTheLimitAndThrottlesBeyondIt() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).concurrency(2).start()) {
            Path end = folder.resolve("end");
            List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 3)
                    .mapToObj(i -> emulator.getAsync("f-1024?do=wait&file=" + end))
                    .toList();
            emulator.awaitStarts(2);
            await("a refused call", () -> calls.stream().anyMatch(CompletableFuture::isDone));
            Files.createFile(end);
            List<HttpResponse<String>> responses =
                    calls.stream().map(CompletableFuture::join).toList();
            assertThat(responses).extracting(TestEmulator::verdict).containsExactlyInAnyOrder("OK", "OK", "THROTTLED");
            assertThat(responses).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 200, 500);
            Set<String> instances = emulator.calls(3).stream()
                    .map(call -> call.path("instance").asText())
                    .collect(Collectors.toSet());
            assertThat(instances).containsExactlyInAnyOrder("f-1024-1", "f-1024-2", "-");
        }
    }

    @Test
    void aWaitingCallGoesToTheInstanceThatIsFreeFirst() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).start()) {
            List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(emulator.getAsync("f-1024?do=sleep&millis=1"));
            }
            assertThat(calls)
                    .extracting(CompletableFuture::join)
                    .extracting(TestEmulator::verdict)
                    .containsOnly("OK");
            Set<String> instances = emulator.calls(8).stream()
                    .map(call -> call.path("instance").asText())
                    .collect(Collectors.toSet());
            assertThat(instances).contains("f-1024-1").hasSizeLessThan(8);
        }
    }

    @Test
    void aFailedInitIsTriedAgainInTheInvocation() throws IOException {
        try (TestEmulator emulator =
                TestEmulator.in(folder).environment("FAIL_INIT", "1").start()) {
            assertThat(emulator.get("f-1024"))
                    .returns("INIT_ERROR", TestEmulator::verdict)
                    .returns(502, HttpResponse::statusCode)
                    .returns(REST_ERROR, HttpResponse::body);
            emulator.calls(1);
            String id = emulator.calls(1).get(0).path("requestId").asText();
            assertThat(emulator.lines())
                    .contains("no init today")
                    .containsPattern("(?s)INIT_START Runtime Version: java:.*"
                            + "INIT_REPORT Init Duration: [0-9.]+ ms\tPhase: init\tStatus: error\tError Type: "
                            + BAD_CODE + "\n.*"
                            + "INIT_REPORT Init Duration: [0-9.]+ ms\tPhase: invoke\tStatus: error\tError Type: "
                            + BAD_CODE + "\nSTART RequestId: " + id + " [^\n]*\nEND RequestId: " + id
                            + "\nREPORT RequestId: " + id + "\t[^\n]*\tStatus: error\tError Type: " + BAD_CODE + "\n");
        }
    }

    @Test
    void theLogIsJsonThroughoutIfItIsAskedFor() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder)
                .handler(TestEmulator.GREETING)
                .jsonLog()
                .timeout(Duration.ofSeconds(5))
                .start()) {
            emulator.get("f-1024?name=Ada");
            String id = emulator.calls(1).get(0).path("requestId").asText();
            List<JsonNode> events = new ArrayList<>();
            for (String line : emulator.lines().lines().toList()) {
                events.add(JSON.readTree(line));
            }
            assertThat(events)
                    .extracting(event ->
                            event.path("type").asText(event.path("message").asText()))
                    .containsExactly(
                            "platform.initStart", "platform.start", "greeting Ada in 1024 MB", "platform.report");
            JsonNode report = events.get(3).path("record");
            assertThat(report.path("requestId").asText()).isEqualTo(id);
            assertThat(report.path("status").asText()).isEqualTo("success");
            assertThat(report.at("/metrics/memorySizeMB").asInt()).isEqualTo(1024);
            assertThat(report.at("/metrics/billedDurationMs").asLong())
                    .isEqualTo((long) Math.ceil(report.at("/metrics/durationMs").asDouble()
                            + report.at("/metrics/initDurationMs").asDouble()));
        }
    }

    @Test
    void aSlowInitIsKilledAndItsSecondTryHasTheFunctionsTime() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder)
                .environment("SLOW_INIT_MILLIS", "1500")
                .initLimit(Duration.ofSeconds(1))
                .start()) {
            assertThat(emulator.get("f-1024?do=sleep").body()).isEqualTo("slept 0");
            JsonNode call = emulator.calls(1).get(0);
            assertThat(call.path("durationMillis").asDouble()).isGreaterThan(1500);
            assertThat(call.has("initMillis")).isFalse();
            assertThat(emulator.lines()).containsPattern("Phase: init\tStatus: timeout");
        }
    }

    @Test
    void payloadsAreLimited() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).start()) {
            HttpRequest large = emulator.request("f-1024")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[Limits.REQUEST_BYTES]))
                    .build();
            assertThat(emulator.send(large))
                    .returns(413, HttpResponse::statusCode)
                    .returns("{\"message\": \"Request Too Long\"}", HttpResponse::body)
                    .returns("REQUEST_TOO_LARGE", TestEmulator::verdict);
            assertThat(emulator.get("f-1024?do=large&mb=7"))
                    .returns(502, HttpResponse::statusCode)
                    .returns("RESPONSE_TOO_LARGE", TestEmulator::verdict);
            assertThat(emulator.get("f-1024?do=large&mb=5").body()).hasSize(5 << 20);
        }
    }

    @Test
    void theEventReachesTheFunctionAsTheGatewayMadeIt() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).start()) {
            HttpRequest request = emulator.request("f-1024?a=1&a=2&b=%C3%A4+x")
                    .header("X-Twice", "one")
                    .header("X-Twice", "two")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, 0}))
                    .build();
            JsonNode event = JSON.readTree(emulator.send(request).body());
            assertThat(event.path("path").asText()).isEqualTo("/f-1024");
            assertThat(event.path("httpMethod").asText()).isEqualTo("POST");
            assertThat(event.at("/queryStringParameters/a").asText()).isEqualTo("2");
            assertThat(event.at("/queryStringParameters/b").asText()).isEqualTo("ä x");
            assertThat(event.at("/multiValueQueryStringParameters/a")).hasSize(2);
            assertThat(event.at("/multiValueHeaders/X-Twice")).hasSize(2);
            assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
            assertThat(event.path("body").asText()).isEqualTo("/wA=");
            assertThat(event.at("/requestContext/path").asText()).isEqualTo("/prod/f-1024");
        }
    }

    @Test
    void theProcessIsLimitedAndFrozenBetweenCalls() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).startLimited()) {
            Requirement.that(emulator.emulator().groups().memoryLimit().equals("cgroup-v1"), "no cgroups v1");
            emulator.get("f-128");
            assertThat(group(emulator, "memory").resolve("memory.limit_in_bytes"))
                    .hasContent("134217728");
            assertThat(group(emulator, "cpu").resolve("cpu.cfs_period_us")).hasContent("20000");
            assertThat(group(emulator, "cpu").resolve("cpu.cfs_quota_us")).hasContent("1447");
            Path freezer = group(emulator, "freezer").resolve("freezer.state");
            await("frozen instance", () -> read(freezer).strip().equals("FROZEN"));
            assertThat(emulator.get("f-128?do=sleep").body()).isEqualTo("slept 0");
        }
    }

    private static Path group(TestEmulator emulator, String controller) {
        return emulator.emulator().groups().roots().stream()
                .filter(root -> root.toString().contains("/" + controller + "/"))
                .findFirst()
                .orElseThrow()
                .resolve("f-128-1");
    }

    @Test
    void aKilledInstanceCostsOnlyTheCallItHeld() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).start()) {
            Path end = folder.resolve("end");
            List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 3)
                    .mapToObj(i -> emulator.getAsync("f-1024?do=wait&file=" + end))
                    .toList();
            emulator.awaitStarts(3);
            long victim = Instances.pids(emulator.function("f-1024")).get(0);
            ProcessHandle.of(victim).orElseThrow().destroyForcibly();
            await("its call's end", () -> calls.stream().anyMatch(CompletableFuture::isDone));
            Files.createFile(end);
            assertThat(calls.stream().map(CompletableFuture::join).toList())
                    .extracting(TestEmulator::verdict)
                    .containsExactlyInAnyOrder("OK", "OK", "EXIT");
            assertThat(emulator.get("f-1024?do=sleep").body()).isEqualTo("slept 0");
        }
    }

    @Test
    void wrapperScriptsAndToolOptionsWorkAsOnLambda() throws IOException {
        Path wrapper = Files.writeString(folder.resolve("wrapper"), """
                #!/bin/sh
                for argument; do
                  shift
                  test "$argument" = -XX:TieredStopAtLevel=1 || set -- "$@" "$argument"
                done
                exec "$@"
                """);
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (TestEmulator emulator = TestEmulator.in(folder)
                .environment("AWS_LAMBDA_EXEC_WRAPPER", wrapper.toString())
                .environment("JAVA_TOOL_OPTIONS", "-Dfrom.tool.options=yes")
                .environment("OWN", "variable")
                .start()) {
            assertThat(emulator.get("f-1024?do=arguments").body())
                    .contains("-XX:MaxHeapSize=891289k")
                    .contains("-XX:+UseSerialGC")
                    .contains("-XX:ActiveProcessorCount=2")
                    .doesNotContain("TieredStopAtLevel");
            assertThat(emulator.get("f-1024?do=property").body()).isEqualTo("yes");
            assertThat(emulator.get("f-1024?do=environment").body())
                    .contains("OWN=variable")
                    .contains("AWS_LAMBDA_FUNCTION_MEMORY_SIZE=1024")
                    .doesNotContain("HOME=");
        }
    }

    @Test
    void snapStartHooksAreRunThrough() throws IOException {
        try (TestEmulator emulator = TestEmulator.in(folder).snapStart().start()) {
            assertThat(emulator.get("f-1024?do=sleep").body()).isEqualTo("slept 0");
        }
    }

    @Test
    void withoutCgroupsItSaysSoInEveryResult() throws IOException {
        try (TestEmulator emulator =
                TestEmulator.in(folder).procSelf(folder.resolve("none")).start()) {
            HttpResponse<String> response = emulator.get("f-128?do=array&mb=100");
            assertThat(verdict(response)).isEqualTo("HEAP_OOM");
            assertThat(response.headers().firstValue("x-emulator-memory-limit")).hasValue("heap-only");
            assertThat(response.headers().firstValue("x-emulator-cpu")).hasValue("unthrottled");
            JsonNode call = emulator.calls(1).get(0);
            assertThat(call.path("memoryLimit").asText()).isEqualTo("heap-only");
            assertThat(call.path("cpu").asText()).isEqualTo("unthrottled");
            assertThat(emulator.emulator().groups().advice()).isNotEmpty();
        }
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        List<Path> roots;
        List<Long> processes = new ArrayList<>();
        try (TestEmulator emulator = TestEmulator.in(folder).start()) {
            processes.add(Long.valueOf(emulator.get("f-128?do=pid").body()));
            processes.add(Long.valueOf(emulator.get("f-1024?do=pid").body()));
            CompletableFuture<HttpResponse<String>> running = emulator.getAsync("f-1024?do=sleep&millis=60000");
            emulator.awaitStarts(3);
            assertThat(running).isNotDone();
            roots = emulator.emulator().groups().roots();
        }
        assertThat(processes).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        assertThat(roots).noneMatch(Files::exists);
        assertThat(leftovers()).isEmpty();
        String user = System.getProperty("user.name");
        assertThat(processes).noneMatch(pid -> Files.exists(Path.of("/tmp/hsperfdata_" + user, pid.toString())));
    }

    /** Calls by a plain connection, because an HTTP client may repeat a call that has ended without an answer. */
    @Test
    void closingEndsAnInstanceThatInitializes() throws IOException {
        ProcessHandle process;
        try (Socket call = new Socket()) {
            try (TestEmulator emulator = TestEmulator.in(folder)
                    .environment("SLOW_INIT_MILLIS", "120000")
                    .start()) {
                call.connect(new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), emulator.emulator().port()));
                call.getOutputStream()
                        .write("GET /prod/f-1024?do=sleep HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                await(
                        "an instance",
                        () -> Instances.pids(emulator.function("f-1024")).size() == 1);
                process = ProcessHandle.of(
                                Instances.pids(emulator.function("f-1024")).get(0))
                        .orElseThrow();
            }
            assertThat(process.isAlive()).isFalse();
            assertThat(leftovers()).isEmpty();
            assertThatCode(() -> awaitEnd(call)).doesNotThrowAnyException();
        }
    }

    /** Reads until the server ends a connection; a reset is an end too. */
    private static void awaitEnd(Socket call) throws IOException {
        call.setSoTimeout((int) TimeUnit.MINUTES.toMillis(1));
        try {
            call.getInputStream().readAllBytes();
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    @Test
    void twoEmulatorsDoNotMeet() throws IOException {
        try (TestEmulator first = TestEmulator.in(folder).start()) {
            String pid = first.get("f-128?do=pid").body();
            try (TestEmulator second =
                    TestEmulator.in(folder).log("second.jsonl").start()) {
                assertThat(second.emulator().swept()).as("taken for leftovers").isEmpty();
                assertThat(second.emulator().port())
                        .isNotEqualTo(first.emulator().port());
                assertThat(second.get("f-128?do=pid").body()).isNotEqualTo(pid);
            }
            assertThat(first.get("f-128?do=pid").body())
                    .as("after the other has gone")
                    .isEqualTo(pid);
        }
    }

    @Test
    void theNextEmulatorRemovesWhatAKilledOneLeft() throws IOException, InterruptedException {
        TestEmulator.requireLinux();
        Path output = folder.resolve("output");
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmulatorMain.class.getName(),
                        "--jar=" + TestEmulator.handlerJar(folder),
                        "--handler=" + TestEmulator.TROUBLE,
                        "--port=0",
                        "--memory=128",
                        "--log=" + folder.resolve("killed.jsonl"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await("started emulator", () -> read(output).contains("Ctrl-C"));
        String url = read(output)
                .lines()
                .filter(line -> line.endsWith("/function"))
                .findFirst()
                .orElseThrow()
                .strip();
        long orphan = Long.parseLong(HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url + "?do=pid")).build(), HttpResponse.BodyHandlers.ofString())
                .body());
        killed.destroyForcibly().waitFor();
        List<Path> left = leftovers();
        assertThat(left).hasSize(1);
        List<Path> groups = Files.readAllLines(left.get(0).resolve("cgroups")).stream()
                .map(Path::of)
                .toList();

        try (TestEmulator emulator = TestEmulator.in(folder).start()) {
            assertThat(emulator.emulator().swept()).isEqualTo(left);
            assertThat(groups).noneMatch(Files::exists);
            await("end of the orphan", () -> ProcessHandle.of(orphan).isEmpty());
        }
        assertThat(leftovers()).isEmpty();
    }

    private List<Path> leftovers() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("lambda-emulator-"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
