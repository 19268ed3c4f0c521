package io.github.eratosthenes.emulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.eratosthenes.emulator.TestEmulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
    private final Api rest = new RestApi(Duration.ofSeconds(29), TestEmulator.ANY_METHOD);
    private final Api http = new HttpApi(Duration.ofSeconds(30), TestEmulator.ANY_METHOD);

    private final Api url = new FunctionUrl();

    @Test
    void restKeepsTheLastOfTwinsAndAllOfThem() {
        JsonNode event = rest.event(call("a=1&a=2&b=", "", "text/plain"), "f-128");
        assertThat(event.at("/queryStringParameters").toString()).isEqualTo("{\"a\":\"2\",\"b\":\"\"}");
        assertThat(event.at("/multiValueQueryStringParameters").toString())
                .isEqualTo("{\"a\":[\"1\",\"2\"],\"b\":[\"\"]}");
        assertThat(event.at("/headers/X-Twin").asText()).isEqualTo("two");
        assertThat(event.at("/multiValueHeaders/X-Twin").toString()).isEqualTo("[\"one\",\"two\"]");
        assertThat(event.at("/headers/X-Forwarded-For").asText()).isEqualTo("127.0.0.9");
        assertThat(event.at("/requestContext/resourcePath").asText()).isEqualTo("/f-128");
        assertThat(event.at("/requestContext/path").asText()).isEqualTo("/prod/f-128");
        assertThat(event.at("/requestContext/requestTime").asText()).isEqualTo("01/Jan/1970:00:00:01 +0000");
        assertThat(event.at("/requestContext/identity/sourceIp").asText()).isEqualTo("127.0.0.9");
    }

    @Test
    void aNameMayLookLikeAPath() {
        JsonNode event = rest.event(call("/a=1&/a/b=2", "", "text/plain"), "f-128");
        assertThat(event.path("multiValueQueryStringParameters").toString())
                .isEqualTo("{\"/a\":[\"1\"],\"/a/b\":[\"2\"]}");
    }

    @Test
    void aParametersNameMayBeAnything() {
        for (String name : List.of("", "/", "/a/b", "~", "__proto__", "\u0000")) {
            String query = "a=0&" + name + "=1&" + name + "=2";
            JsonNode event = rest.event(call(query, "", "text/plain"), "f-128");
            assertThat(event.path("queryStringParameters").path(name).asText())
                    .as(name)
                    .isEqualTo("2");
            assertThat(event.path("multiValueQueryStringParameters").path(name).toString())
                    .as(name)
                    .isEqualTo("[\"1\",\"2\"]");
            JsonNode joined = http.event(call(query, "", "text/plain"), "f-128");
            assertThat(joined.path("queryStringParameters").path(name).asText())
                    .as(name)
                    .isEqualTo("1,2");
        }
    }

    @Test
    void restSendsNullForWhatIsAbsent() {
        JsonNode event = rest.event(call("", "", "text/plain"), "f-128");
        for (String name : List.of(
                "queryStringParameters",
                "multiValueQueryStringParameters",
                "pathParameters",
                "stageVariables",
                "body")) {
            assertThat(event.has(name) && event.get(name).isNull()).as(name).isTrue();
        }
    }

    @Test
    void httpJoinsTwinsAndLeavesOutWhatIsAbsent() {
        JsonNode event = http.event(call("a=1&a=2&b=", "", "text/plain"), "f-128");
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("rawPath").asText()).isEqualTo("/prod/f-128");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&a=2&b=");
        assertThat(event.at("/queryStringParameters").toString()).isEqualTo("{\"a\":\"1,2\",\"b\":\"\"}");
        assertThat(event.at("/headers/x-twin").asText()).isEqualTo("one,two");
        assertThat(event.path("cookies").toString()).isEqualTo("[\"c=1\",\"d=2\"]");
        assertThat(event.at("/headers").has("cookie")).isFalse();
        assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("POST");
        JsonNode bare = http.event(call("", "", "text/plain"), "f-128");
        assertThat(bare.has("queryStringParameters")).isFalse();
        assertThat(bare.has("body")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv; charset=utf-8,           false",
        "application/json,                  false",
        "application/x-www-form-urlencoded, true"
    })
    void httpSendsOtherThanTextInBase64(String type, boolean base64) {
        JsonNode event = http.event(call("", "a=b", type), "f-128");
        assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(base64);
        assertThat(event.path("body").asText()).isEqualTo(base64 ? "YT1i" : "a=b");
    }

    @Test
    void aProxyResponseBecomesTheAnswer() throws MalformedResponseException {
        byte[] response = bytes("""
                {"statusCode": 418, "headers": {"A": "1", "B": 2}, "multiValueHeaders": {"b": ["3", "4"]},
                 "body": "aGk=", "isBase64Encoded": true}""");
        for (Api api : List.of(rest, http)) {
            HttpAnswer answer = api.answer(response);
            assertThat(answer.status()).isEqualTo(418);
            assertThat(answer.headers()).containsEntry("A", List.of("1")).containsEntry("b", List.of("3", "4"));
            assertThat(answer.headers()).doesNotContainKey("B");
            assertThat(answer.body()).isEqualTo(bytes("hi"));
        }
    }

    @Test
    void onlyPayloadV2HasCookies() throws MalformedResponseException {
        byte[] response = bytes("{\"statusCode\": 200, \"cookies\": [\"k=v\"]}");
        for (Api api : List.of(http, url)) {
            assertThat(api.answer(response).headers()).containsEntry("Set-Cookie", List.of("k=v"));
        }
        assertThatThrownBy(() -> rest.answer(response))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("cookies is not one of body, headers,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "Body", "statuscode", "cookies", "headers2"})
    void restRefusesEveryKeyThatItDoesNotKnow(String key) throws MalformedResponseException {
        byte[] response = bytes("{\"statusCode\": 200, \"body\": \"fine\", \"" + key + "\": null}");
        assertThatThrownBy(() -> rest.answer(response)).isInstanceOf(MalformedResponseException.class);
        assertThat(http.answer(response).body()).isEqualTo(bytes("fine"));
    }

    @Test
    void whatIsNullIsAbsent() throws MalformedResponseException {
        byte[] response = bytes("""
                {"statusCode": "204", "headers": null, "multiValueHeaders": null, "body": null,
                 "isBase64Encoded": null}""");
        assertThat(rest.answer(response).status()).isEqualTo(204);
        assertThat(rest.answer(response).body()).isEmpty();
    }

    @Test
    void theAddressIsAppendedToThoseTheClientSent() {
        HttpCall call = call("", "", "text/plain", "X-FORWARDED-for", "192.0.2.1", "192.0.2.2");
        JsonNode v1 = rest.event(call, "f-128");
        assertThat(v1.at("/headers/X-Forwarded-For").asText()).isEqualTo("192.0.2.1, 192.0.2.2, 127.0.0.9");
        assertThat(v1.at("/multiValueHeaders/X-Forwarded-For")).hasSize(1);
        assertThat(v1.path("headers").has("X-FORWARDED-for")).isFalse();
        JsonNode v2 = http.event(call, "f-128");
        assertThat(v2.at("/headers/x-forwarded-for").asText()).isEqualTo("192.0.2.1, 192.0.2.2, 127.0.0.9");
    }

    @Test
    void theClientCannotSayWhatTheGatewaySays() {
        JsonNode event = rest.event(call("", "", "text/plain", "x-amzn-trace-id", "forged"), "f-128");
        assertThat(event.path("headers").has("x-amzn-trace-id")).isFalse();
        assertThat(event.at("/headers/X-Amzn-Trace-Id").asText()).isEqualTo("Root=1");
    }

    @Test
    void aFunctionUrlHasNoStageAndNoRoute() {
        JsonNode event = url.event(call("a=1", "", "text/plain"), "f-128");
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("$default");
        assertThat(event.path("rawPath").asText()).isEqualTo("/below");
        assertThat(event.at("/requestContext/stage").asText()).isEqualTo("$default");
        assertThat(event.at("/requestContext/http/path").asText()).isEqualTo("/below");
        assertThat(event.at("/queryStringParameters/a").asText()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\": \"hi\"}",
                "[1]",
                "null",
                "",
                "nonsense",
                "{\"statusCode\": 99}",
                "{\"statusCode\": \"ok\"}",
                "{\"statusCode\": 200, \"body\": {}}",
                "{\"statusCode\": 200, \"body\": \"*\", \"isBase64Encoded\": true}",
                "{\"statusCode\": 200.5}",
                "{\"statusCode\": true}",
                "{\"statusCode\": 200, \"body\": 7}",
                "{\"statusCode\": 200, \"isBase64Encoded\": \"true\"}",
                "{\"statusCode\": 200, \"headers\": [\"A\"]}",
                "{\"statusCode\": 200, \"headers\": {\"A\": null}}",
                "{\"statusCode\": 200, \"headers\": {\"A\": [\"1\"]}}",
                "{\"statusCode\": 200, \"multiValueHeaders\": {\"A\": \"1\"}}",
                "{\"statusCode\": 200, \"multiValueHeaders\": {\"A\": [{}]}}",
                "{\"statusCode\": 200, \"multiValueHeaders\": \"A\"}",
                "{\"statusCode\": 200, \"headers\": {\"A\": {}}}"
            })
    void restRefusesWhatIsNoProxyResponse(String payload) {
        assertThatThrownBy(() -> rest.answer(bytes(payload))).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void httpTakesAnyJsonForABody() throws MalformedResponseException {
        assertThat(http.answer(bytes("{\"message\": \"hi\"}")).body()).isEqualTo(bytes("{\"message\": \"hi\"}"));
        assertThat(http.answer(bytes("\"hi\"")).body()).isEqualTo(bytes("hi"));
        assertThatThrownBy(() -> http.answer(bytes("nonsense"))).isInstanceOf(MalformedResponseException.class);
    }

    private static HttpCall call(String query, String body, String contentType) {
        return call(query, body, contentType, "X-Twin", "one", "two");
    }

    private static HttpCall call(String query, String body, String contentType, String header, String... values) {
        Fields fields = new Fields();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            fields.add(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        HttpFields.Mutable headers =
                HttpFields.build().add("Cookie", "c=1; d=2").add("Content-Type", contentType);
        for (String value : values) {
            headers.add(header, value);
        }
        return new HttpCall(
                "POST",
                "/prod/f-128",
                "/below",
                query,
                fields.stream().toList(),
                headers,
                bytes(body),
                "HTTP/1.1",
                "127.0.0.9",
                "localhost",
                1000,
                "id",
                "Root=1");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
