package io.github.eratosthenes.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.testing.Requirement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EratosthenesHandlerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecordingContext context = new RecordingContext();
    private final EratosthenesHandler handler = new EratosthenesHandler();

    @ParameterizedTest
    @CsvSource({
        "console-test.json,      1000000, 1, boolean-array,  78498, 999983",
        "rest-v1.json,           1000000, 2, bitset,         78498, 999983",
        "rest-v1-no-query.json,  1000000, 1, boolean-array,  78498, 999983",
        "http-v2.json,           2500000, 1, segmented,     183072, 2499997",
        "http-v2-no-query.json,  1000000, 1, boolean-array,  78498, 999983",
        "load-balancer.json,        3000, 1, wheel-segment,    430, 2999",
    })
    void answersTheSampleEvents(String file, long max, int loops, String strategy, long primes, long highest)
            throws IOException {
        JsonNode response = call(Files.readString(Path.of("events", file)));
        assertThat(response.path("statusCode").asInt()).isEqualTo(200);
        assertThat(response.at("/headers/Content-Type").asText()).isEqualTo("application/json");
        JsonNode body = JSON.readTree(response.path("body").asText());
        assertThat(body.path("durationSeconds").asDouble()).isPositive();
        assertThat(body.path("max").asLong()).isEqualTo(max);
        assertThat(body.path("loops").asInt()).isEqualTo(loops);
        assertThat(body.path("strategy").asText()).isEqualTo(strategy);
        assertThat(body.path("primes").asLong()).isEqualTo(primes);
        assertThat(body.path("highest")).hasSize(3);
        assertThat(body.path("highest").get(0).asLong()).isEqualTo(highest);
        assertThat(body.at("/memory/limitMb").asLong()).isPositive();
        assertThat(body.has("diag")).isFalse();
    }

    @Test
    void answersTheTypedEventsOfBothPayloads() throws IOException {
        Map<String, String> query = Map.of("max", "2500000", "loops", "2", "strategy", "wheel");
        APIGatewayProxyRequestEvent rest = new APIGatewayProxyRequestEvent()
                .withHttpMethod("GET")
                .withPath("/eratosthenes-128")
                .withHeaders(Map.of("Accept", "*/*"))
                .withQueryStringParameters(query);
        APIGatewayV2HTTPEvent http = APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRawPath("/eratosthenes-128")
                .withQueryStringParameters(query)
                .build();
        for (Object event : List.of(rest, http)) {
            APIGatewayProxyResponseEvent response =
                    JSON.treeToValue(call(JSON.writeValueAsString(event)), APIGatewayProxyResponseEvent.class);
            assertThat(response.getStatusCode()).isEqualTo(200);
            assertThat(response.getIsBase64Encoded()).isFalse();
            assertThat(response.getHeaders())
                    .isEqualTo(Map.of(
                            "Content-Type",
                            "application/json",
                            "Cache-Control",
                            "no-store",
                            "X-Content-Type-Options",
                            "nosniff"));
            assertThat(JSON.readTree(response.getBody()).path("primes").asLong())
                    .isEqualTo(183_072);
        }
    }

    @Test
    void everySampleEventIsReplayed() throws IOException {
        try (var files = Files.list(Path.of("events"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "console-test.json",
                            "rest-v1.json",
                            "rest-v1-no-query.json",
                            "http-v2.json",
                            "http-v2-no-query.json",
                            "load-balancer.json");
        }
    }

    @Test
    void logsAsTheTutorialDoes() throws IOException {
        call(Map.of("max", "1000000", "loops", "2"));
        assertThat(context.log()).isEqualTo("""
                looping 2 time(s)
                Highest 3 primes: 999983, 999979, 999961
                Highest 3 primes: 999983, 999979, 999961
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 5000})
    void logsTheFirstThousandLoops(int loops) throws IOException {
        JsonNode body = body(call(Map.of("max", "10", "loops", String.valueOf(loops))));
        assertThat(body.path("loops").asInt()).isEqualTo(loops);
        String rest = loops > 1000 ? "loops after the first 1000 are not logged\n" : "";
        assertThat(context.log())
                .isEqualTo("looping " + loops + " time(s)\n" + "Highest 3 primes: 7, 5, 3\n".repeat(1000) + rest);
    }

    @ParameterizedTest
    @EnumSource
    void everyStrategyIsReachedByItsId(SieveStrategy strategy) throws IOException {
        JsonNode body = body(call(Map.of("max", "100", "strategy", strategy.id())));
        assertThat(body.path("strategy").asText()).isEqualTo(strategy.id());
        assertThat(body.path("primes").asLong()).isEqualTo(25);
    }

    @Test
    void onlyTheFirstCallIsCold() throws IOException {
        assertThat(body(call(Map.of("max", "10"))).path("coldStart").asBoolean())
                .isTrue();
        assertThat(body(call(Map.of("max", "10"))).path("coldStart").asBoolean())
                .isFalse();
    }

    @Test
    void diagDescribesTheJvm() throws IOException {
        JsonNode diag = body(call(Map.of("max", "10", "diag", "1"))).path("diag");
        assertThat(diag.path("processors").asInt())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(diag.path("inputArguments").isArray()).isTrue();
        assertThat(diag.path("javaVersion").asText()).startsWith(System.getProperty("java.runtime.version"));
    }

    /** Checks the figures that a calibration needs. */
    @Test
    void diagTellsOfMemoryAndProcessorTime() throws IOException {
        JsonNode diag =
                body(call(Map.of("max", "1000000", "loops", "20", "diag", "1"))).path("diag");
        assertThat(diag.path("architecture").asText()).isIn("x86_64", "arm64");
        assertThat(diag.path("millisFromJvmStart").asLong()).isPositive();
        assertThat(diag.path("seconds").asDouble()).isPositive();
        assertThat(diag.path("cpuSeconds").asDouble()).isPositive();
        assertThat(diag.path("cpuQuota").isArray()).isTrue();
        Requirement.that(Files.isReadable(Path.of("/proc/self/status")), "this system has no /proc");
        assertThat(diag.at("/machineKilobytes/MemTotal").asLong())
                .isGreaterThanOrEqualTo(
                        diag.at("/machineKilobytes/MemAvailable").asLong())
                .isPositive();
        assertThat(diag.at("/processKilobytes/VmHWM").asLong())
                .isGreaterThanOrEqualTo(diag.at("/processKilobytes/VmRSS").asLong())
                .isPositive();
    }

    @Test
    void diagLeavesOutWhatTheMachineDoesNotTell() {
        assertThat(JvmDiagnosis.kilobytes(Path.of("/nowhere"), List.of("MemTotal")))
                .isEmpty();
        assertThat(JvmDiagnosis.architecture("aarch64")).isEqualTo("arm64");
        assertThat(JvmDiagnosis.architecture("riscv64")).isEqualTo("riscv64");
    }

    @Test
    void anInstanceKeepsItsNameAndSharesItWithNoOther() throws IOException {
        String name = body(call(Map.of("max", "10"))).path("instance").asText();
        assertThat(name).isNotEmpty();
        assertThat(body(call(Map.of("max", "10"))).path("instance").asText()).isEqualTo(name);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new EratosthenesHandler()
                .handleRequest(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)), output, context);
        assertThat(body(JSON.readTree(output.toByteArray())).path("instance").asText())
                .isNotEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "max,      abc,                  a whole number from 0 to 2147483638",
                "max,      -1,                   a whole number from 0 to 2147483638",
                "max,      \"\",                 a whole number from 0 to 2147483638",
                "max,      \" 7\",               a whole number from 0 to 2147483638",
                "max,      1e6,                  a whole number from 0 to 2147483638",
                "max,      1.5,                  a whole number from 0 to 2147483638",
                "max,      ٣,                    a whole number from 0 to 2147483638",
                "max,      2147483639,           a whole number from 0 to 2147483638",
                "max,      9999999999999999999,  a whole number from 0 to 2147483638",
                "max,      99999999999999999999, a whole number from 0 to 2147483638",
                "max,      \"1,2\",              a whole number from 0 to 2147483638",
                "loops,    0,                    a whole number from 1 to 2147483647",
                "loops,    -1,                   a whole number from 1 to 2147483647",
                "loops,    2147483648,           a whole number from 1 to 2147483647",
                "diag,     yes,                  a whole number from 0 to 1",
            })
    void badNumbersAreRefused(String parameter, String value, String allowed) throws IOException {
        JsonNode response = call(Map.of(parameter, value));
        assertThat(response.path("statusCode").asInt()).isEqualTo(400);
        assertThat(body(response))
                .isEqualTo(JSON.valueToTree(Map.of(
                        "error",
                        parameter + " is '" + value + "'; allowed: " + allowed,
                        "parameter",
                        parameter,
                        "value",
                        value,
                        "allowed",
                        allowed)));
    }

    @Test
    void anUnknownStrategyIsRefusedWithTheKnownOnes() throws IOException {
        JsonNode response = call(Map.of("strategy", "sorcery"));
        assertThat(response.path("statusCode").asInt()).isEqualTo(400);
        List<String> known = List.of(body(response).path("allowed").asText().split(", "));
        assertThat(known)
                .containsExactly(Arrays.stream(SieveStrategy.values())
                        .map(SieveStrategy::id)
                        .toArray(String[]::new));
    }

    @Test
    void aMisspeltParameterIsRefused() throws IOException {
        JsonNode response = call(Map.of("stratgy", "bitset"));
        assertThat(response.path("statusCode").asInt()).isEqualTo(400);
        assertThat(body(response).path("error").asText())
                .isEqualTo("parameter is 'stratgy'; allowed: max, loops, strategy, diag");
    }

    @Test
    void aLongValueIsCutInTheAnswer() throws IOException {
        JsonNode response = call(Map.of("max", "9".repeat(100_000)));
        assertThat(response.path("statusCode").asInt()).isEqualTo(400);
        assertThat(response.path("body").asText()).hasSizeLessThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"\\ud800\"', ?",
        "'\"\\udc00x\"', ?x",
        "'\"\\ud83d\\ude00\"', 😀",
        "'\"123456789012345678901234567890123456789012345678901234567890123😀\"',"
                + " 123456789012345678901234567890123456789012345678901234567890123?…",
    })
    void halfASurrogatePairIsToldBackAsAQuestionMark(String json, String value) throws IOException {
        JsonNode response = call("{\"queryStringParameters\":{\"max\":" + json + "}}");
        assertThat(response.path("statusCode").asInt()).isEqualTo(400);
        assertThat(body(response).path("value").asText()).isEqualTo(value);
    }

    @Test
    void aBadValueCannotForgeALineOfTheLog() throws IOException {
        JsonNode response = call(Map.of("max", "1\nREPORT RequestId: 1\r\u0085\u2028\u202Ex"));
        assertThat(response.path("statusCode").asInt()).isEqualTo(400);
        assertThat(context.log())
                .isEqualTo("bad request: max is '1?REPORT RequestId: 1????x'; allowed: a whole number from 0 to"
                        + " 2147483638\n");
        assertThat(body(response).path("value").asText()).isEqualTo("1?REPORT RequestId: 1????x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"queryStringParameters\":null}",
                "{\"queryStringParameters\":{\"max\":null}}",
                "{\"multiValueQueryStringParameters\":{}}",
                "{\"rawQueryString\":\"\",\"body\":\"\"}"
            })
    void whatHoldsNoParameterGetsTheDefaults(String event) throws IOException {
        JsonNode body = body(call(event));
        assertThat(body.path("max").asLong()).isEqualTo(1_000_000);
        assertThat(body.path("primes").asLong()).isEqualTo(78_498);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}{}", "{} x", "{\"queryStringParameters\":{\"max\":\"3000\"}}]", "{}{\"max\":3000}"})
    void whatGoesOnAfterTheEventIsNotJson(String event) {
        assertThatIOException().isThrownBy(() -> call(event));
    }

    /** Rejects events that could be misread: a wrong answer is worse than none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "7",
                "{\"max\":3000}",
                "{\"queryStringParameters\":\"max=3000\"}",
                "{\"queryStringParameters\":[\"max\",3000]}",
                "{\"multiValueQueryStringParameters\":{\"max\":\"3000\"}}",
                "{\"multiValueQueryStringParameters\":{\"max\":[]}}",
                "{\"multiValueQueryStringParameters\":{\"max\":[\"3000\",\"4000\"]}}",
                "{\"queryStringParameters\":{\"max\":\"4000\"},\"multiValueQueryStringParameters\":{\"max\":[\"3000\"]}}",
                "{\"queryStringParameters\":{\"max\":\"3000\",\"max\":\"4000\"}}",
                "{\"queryStringParameters\":{\"max\":\"3000\"},\"queryStringParameters\":{\"max\":\"4000\"}}",
                "{\"multiValueQueryStringParameters\":{\"max\":[\"3000\"],\"max\":[\"4000\"]}}",
                "{\"rawQueryString\":\"max=3000\"}",
                "{\"body\":\"max=3000\"}",
                "{\"requestContext\":{\"elb\":{}},\"queryStringParameters\":{\"max\":\"%zz\"}}"
            })
    void whatItMayNotUnderstandIsRefused(String event) throws IOException {
        JsonNode response = call(event);
        assertThat(response.path("statusCode").asInt()).as(event).isEqualTo(400);
        assertThat(body(response).path("error").asText()).contains("allowed: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"multiValueQueryStringParameters\":{\"max\":[\"3000\"],\"strategy\":[\"wheel-segment\"]}}",
                "{\"queryStringParameters\":null,\"multiValueQueryStringParameters\":{\"max\":[3000],"
                        + "\"strategy\":[\"wheel-segment\"]}}",
                "{\"queryStringParameters\":{\"max\":\"3000\"},\"multiValueQueryStringParameters\":{\"max\":[\"3000\"],"
                        + "\"strategy\":[\"wheel-segment\"]}}",
                "{\"multiValueQueryStringParameters\":{\"max\":[\"3000\"],\"str%61tegy\":[\"wheel%2Dsegment\"]},"
                        + "\"requestContext\":{\"elb\":{\"targetGroupArn\":\"arn\"}},\"body\":\"\"}",
                "{\"requestContext\":{\"elb\":{}},\"queryStringParameters\":{\"max\":\"30%300\","
                        + "\"strategy\":\"wheel%2Dsegment\"}}"
            })
    void theQueryIsFoundWhereverEventsHaveIt(String event) throws IOException {
        JsonNode body = body(call(event));
        assertThat(body.path("max").asLong()).isEqualTo(3000);
        assertThat(body.path("strategy").asText()).isEqualTo("wheel-segment");
        assertThat(body.path("primes").asLong()).isEqualTo(430);
    }

    @Test
    void anObjectInPlaceOfAValueIsRefused() throws IOException {
        JsonNode response = call("{\"queryStringParameters\":{\"max\":{\"a\":[1]}}}");
        assertThat(response.path("statusCode").asInt()).isEqualTo(400);
    }

    @Test
    void anEventThatIsNotJsonIsTheRuntimesToReport() {
        assertThatThrownBy(() -> call("{max")).isInstanceOf(JsonParseException.class);
    }

    private JsonNode call(Map<String, String> query) throws IOException {
        return call(JSON.writeValueAsString(Map.of("queryStringParameters", query)));
    }

    private JsonNode call(String event) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context);
        return JSON.readTree(output.toByteArray());
    }

    private static JsonNode body(JsonNode response) throws IOException {
        return JSON.readTree(response.path("body").asText());
    }
}
