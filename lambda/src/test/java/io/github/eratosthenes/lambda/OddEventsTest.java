package io.github.eratosthenes.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.eratosthenes.core.PrimeNumbers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Events as nobody should send them. Whatever comes in, one of three things comes out: an answer, a 400 that says what is
 * wrong, or, of what is not JSON, the exception that the runtime reports; and never much of it.
 */
class OddEventsTest {

    private static final String SEED = "20261122";
    private static final int MOST_BYTES = 4096;

    /** Writes everything beyond ASCII as an escape, since bytes of UTF-8 cannot hold half a surrogate pair. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<String> SAMPLES =
            List.of("rest-v1.json", "http-v2.json", "load-balancer.json", "console-test.json");
    private static final EratosthenesHandler HANDLER = new EratosthenesHandler();

    @Property(seed = SEED, tries = 2_000)
    void anyBytes(@ForAll @Size(max = 300) byte[] event) {
        check(event);
    }

    @Property(seed = SEED, tries = 250)
    void anyJson(@ForAll("values") String event) {
        check(utf8(event));
    }

    @Property(seed = SEED, tries = 1_000)
    void anyQuery(@ForAll("queries") String query) {
        check(utf8("{\"queryStringParameters\":" + query + "}"));
    }

    @Property(seed = SEED, tries = 300)
    void sampleEventsCutShort(@ForAll("samples") byte[] sample, @ForAll @IntRange(max = 5_000) int cut) {
        byte[] event = new byte[Math.min(cut, sample.length)];
        System.arraycopy(sample, 0, event, 0, event.length);
        check(event);
    }

    @Property(seed = SEED, tries = 300)
    void sampleEventsWithABrokenByte(
            @ForAll("samples") byte[] sample, @ForAll @IntRange(max = 1_000_000) int place, @ForAll byte broken) {
        byte[] event = sample.clone();
        event[place % event.length] = broken;
        check(event);
    }

    @Property(seed = SEED, tries = 100)
    void nestedDeep(@ForAll @IntRange(max = 20_000) int depth, @ForAll boolean ended) {
        String nested = "[".repeat(depth) + (ended ? "]".repeat(depth) : "");
        check(utf8("{\"before\":" + nested + ",\"queryStringParameters\":null}"));
        check(utf8("{\"queryStringParameters\":{\"max\":" + nested + "}}"));
    }

    @Property(seed = SEED, tries = 100)
    void longNumbersNamesAndTexts(@ForAll @IntRange(min = 1, max = 200_000) int length) {
        String digits = "9".repeat(Math.max(length, 20));
        check(utf8("{\"queryStringParameters\":{\"max\":" + digits + "}}"));
        check(utf8("{\"queryStringParameters\":{\"max\":1e" + digits + "}}"));
        check(utf8("{\"queryStringParameters\":{\"max\":\"" + digits + "\"}}"));
        check(utf8("{\"queryStringParameters\":{\"" + digits + "\":\"1\"}}"));
    }

    @Property(seed = SEED, tries = 2_000)
    void aRequestIsWithinItsBoundsOrRefused(@ForAll("texts") String max, @ForAll("texts") String loops) {
        Map<String, String> query = Map.of("max", max, "loops", loops, "strategy", "wheel-segment", "diag", "1");
        try {
            SieveRequest request = SieveRequest.fromQuery(query);
            assertThat(request.max()).isEqualTo(Long.parseLong(max)).isNotNegative();
            assertThat(request.loops()).isEqualTo(Integer.parseInt(loops)).isPositive();
        } catch (BadRequestException e) {
            assertThat(e.getMessage())
                    .matches("(?s)(max|loops) is '.*'; allowed: a whole number from .*")
                    .hasSizeLessThan(200);
        }
    }

    /** Texts, many of which are nearly numbers. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(100),
                Arbitraries.strings().withChars("0123456789-+.eE_xL \u0663").ofMaxLength(25),
                Arbitraries.longs().map(String::valueOf));
    }

    /** Returns values of a parameter that are refused or take no time. */
    private Arbitrary<String> cheapTexts() {
        return Arbitraries.oneOf(
                texts().filter(text -> !text.matches("[0-9]{2,}")),
                Arbitraries.integers().between(0, 9).map(String::valueOf));
    }

    /** Returns JSON of any kind, a few levels deep. */
    @Provide
    Arbitrary<String> values() {
        return Arbitraries.recursive(this::scalars, inner -> Arbitraries.oneOf(lists(inner), objects(inner)), 0, 4);
    }

    private Arbitrary<String> scalars() {
        return Arbitraries.oneOf(
                cheapTexts().map(OddEventsTest::quoted),
                Arbitraries.of("true", "false", "null", "0", "-1", "7", "1e400", "0.1", "1e-400"));
    }

    private static Arbitrary<String> lists(Arbitrary<String> elements) {
        return elements.list().ofMaxSize(4).map(list -> "[" + String.join(",", list) + "]");
    }

    private static Arbitrary<String> objects(Arbitrary<String> values) {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of(
                        "queryStringParameters",
                        "multiValueQueryStringParameters",
                        "requestContext",
                        "elb",
                        "body",
                        "max",
                        "loops",
                        "strategy",
                        "diag",
                        ""),
                Arbitraries.strings().all().ofMaxLength(20));
        return Combinators.combine(names, values)
                .as((name, value) -> quoted(name) + ":" + value)
                .list()
                .ofMaxSize(5)
                .map(fields -> "{" + String.join(",", fields) + "}");
    }

    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> strategies =
                Arbitraries.of("bitset", "wheel", "parallel", "sorcery").map(OddEventsTest::quoted);
        return objects(Arbitraries.oneOf(scalars(), values(), strategies));
    }

    @Provide
    Arbitrary<byte[]> samples() {
        return Arbitraries.of(SAMPLES).map(OddEventsTest::sample);
    }

    private static byte[] sample(String file) {
        try {
            return Files.readAllBytes(Path.of("events", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void check(byte[] event) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        RecordingContext context = new RecordingContext();
        try {
            HANDLER.handleRequest(new ByteArrayInputStream(event), output, context);
        } catch (IOException notJson) {
            assertThatIOException().isThrownBy(() -> JSON.readTree(event));
            assertThat(output.size()).as("bytes of an answer").isZero();
            assertThat(context.log()).isEmpty();
            return;
        }
        assertThat(output.size()).as("bytes of the answer").isLessThan(MOST_BYTES);
        try {
            checkAnswer(JSON.readTree(output.toByteArray()));
        } catch (IOException e) {
            throw new AssertionError("the answer is not JSON: " + output, e);
        }
        assertThat(context.log().split("\\R", -1))
                .as("lines of the log")
                .allMatch(line -> line.isEmpty()
                        || line.startsWith("looping ")
                        || line.startsWith("Highest 3 primes: ")
                        || line.startsWith("bad request: "));
    }

    private static void checkAnswer(JsonNode response) throws IOException {
        JsonNode body = JSON.readTree(response.path("body").asText());
        if (response.path("statusCode").asInt() == 200) {
            assertThat(body.path("primes").asLong())
                    .isEqualTo(PrimeNumbers.count(0, body.path("max").asLong()));
        } else {
            assertThat(response.path("statusCode").asInt()).isEqualTo(400);
            assertThat(body.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()))
                    .isEqualTo(Set.of("error", "parameter", "value", "allowed"));
            assertThat(body.path("error").asText())
                    .contains(body.path("parameter").asText())
                    .contains(body.path("value").asText())
                    .contains(body.path("allowed").asText());
        }
    }
}
