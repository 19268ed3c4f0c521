package io.github.eratosthenes.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.eratosthenes.testing.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The deployment says what the code is. */
class TemplateTest {
    private static final int INTEGRATION_TIMEOUT_SECONDS = 29;

    private JsonNode template;

    @BeforeEach
    void read() throws IOException {
        template = new YAMLMapper().readTree(Path.of("template.yaml").toFile());
    }

    @Test
    void theHandlerIsOne() throws ReflectiveOperationException {
        String[] handler = globals().path("Handler").asText().split("::", -1);
        assertThat(handler).hasSize(2);
        Class<?> type = Class.forName(handler[0]);
        assertThat(type).isEqualTo(EratosthenesHandler.class);
        assertThat(RequestStreamHandler.class).isAssignableFrom(type);
        assertThat(RequestStreamHandler.class.getMethods()[0].getName()).isEqualTo(handler[1]);
        assertThat(type.getConstructor()).isNotNull();
    }

    @Test
    void theJarIsTheOneThatTheBuildMakes() throws IOException {
        assertThat(globals().path("CodeUri").asText()).isEqualTo("target/eratosthenes-lambda.jar");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>eratosthenes-lambda</finalName>");
    }

    @Test
    void theGatewayTimesOutFirst() {
        assertThat(globals().path("Timeout").asInt()).isEqualTo(35).isGreaterThan(INTEGRATION_TIMEOUT_SECONDS);
    }

    @Test
    void everyMemorySizeHasItsPath() {
        Map<String, Integer> sizes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> resource : template.path("Resources").properties()) {
            if (resource.getValue().path("Type").asText().equals("AWS::Serverless::Function")) {
                JsonNode properties = resource.getValue().path("Properties");
                for (JsonNode event : properties.path("Events")) {
                    String path = event.at("/Properties/Path").asText();
                    sizes.put(path, properties.path("MemorySize").asInt());
                    String uri = template.at("/Resources/Api/Properties/DefinitionBody/paths")
                            .path(path)
                            .at("/get/x-amazon-apigateway-integration/uri")
                            .asText();
                    assertThat(uri).as(path).contains("${" + resource.getKey() + ".Arn}:live/");
                }
            }
        }
        assertThat(sizes)
                .isEqualTo(Map.of(
                        "/eratosthenes", 128,
                        "/eratosthenes-128", 128,
                        "/eratosthenes-256", 256,
                        "/eratosthenes-512", 512,
                        "/eratosthenes-1024", 1024));
        assertThat(template.at("/Resources/Api/Properties/DefinitionBody/paths"))
                .hasSize(sizes.size());
        assertThat(template.at("/Resources/Api/Properties/StageName").asText()).isEqualTo("prod");
        assertThat(globals().path("AutoPublishAlias").asText()).isEqualTo("live");
    }

    @Test
    void theOneStageIsThrottled() {
        JsonNode api = template.at("/Resources/Api/Properties");
        assertThat(api.path("OpenApiVersion").asText())
                .as("without it SAM adds a stage of its own, which has no throttle")
                .isEqualTo(api.at("/DefinitionBody/openapi").asText())
                .isNotEmpty();
        JsonNode settings = api.at("/MethodSettings/0");
        assertThat(settings.path("ResourcePath").asText()).isEqualTo("/*");
        assertThat(settings.path("HttpMethod").asText()).isEqualTo("*");
        assertThat(settings.path("ThrottlingRateLimit").asText()).isEqualTo("RequestsPerSecond");
        assertThat(settings.path("ThrottlingBurstLimit").asText()).isEqualTo("RequestsPerSecond");
        JsonNode quota = template.at("/Resources/KeyPlan/Properties/Quota");
        assertThat(quota.path("Limit").asText()).isEqualTo("RequestsPerDay");
        assertThat(quota.path("Period").asText()).isEqualTo("DAY");
    }

    @Test
    void whatTheAccountGoesOnNamingOutlivesTheStack() {
        assertThat(template.at("/Resources/LogRole/DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(template.at("/Resources/LogAccount/DeletionPolicy").asText()).isEqualTo("Retain");
    }

    @Test
    void theWrapperIsInTheLayer() {
        String wrapper = globals()
                .at("/Environment/Variables/AWS_LAMBDA_EXEC_WRAPPER")
                .get(1)
                .asText();
        assertThat(wrapper).startsWith("/opt/");
        Path file = Path.of(template.at("/Resources/CompilerLayer/Properties/Content")
                        .asText())
                .resolve(wrapper.substring("/opt/".length()));
        assertThat(file).isExecutable();
    }

    /** Runs the linter of {@code sam validate --lint}. A warning fails the test, because it fails SAM's command, too. */
    @Test
    void theLinterHasNothingToSay() throws IOException, InterruptedException {
        Process linter;
        try {
            linter = new ProcessBuilder("cfn-lint", "template.yaml")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Requirement.that(false, "cfn-lint is not installed; pip install cfn-lint");
            return;
        }
        String output = new String(linter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(linter.waitFor()).as(output).isZero();
    }

    @Test
    void everyFunctionLogsToAGroupThatTheStackNames() {
        for (Map.Entry<String, JsonNode> resource : template.path("Resources").properties()) {
            if (resource.getValue().path("Type").asText().equals("AWS::Serverless::Function")) {
                String group = resource.getValue()
                        .at("/Properties/LoggingConfig/LogGroup")
                        .asText();
                JsonNode properties = template.at("/Resources/" + group + "/Properties");
                assertThat(properties.path("LogGroupName").asText())
                        .as(resource.getKey())
                        .endsWith("${AWS::StackName}-"
                                + resource.getValue()
                                        .at("/Properties/MemorySize")
                                        .asInt());
                assertThat(properties.path("RetentionInDays").asText()).isEqualTo("LogRetentionDays");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RequestsPerSecond, 20, true",
        "RequestsPerSecond, 2.5, false",
        "RequestsPerSecond, 0, false",
        "RequestsPerDay, 1e3, false",
        "ReservedConcurrency, 10, true",
        "ReservedConcurrency, -1, false",
        "Runtime, java17.al2023, true",
        "Runtime, java17, false"
    })
    void aParameterTakesOnlyWhatTheStackCanUse(String parameter, String value, boolean taken) {
        assertThat(value.matches(template.at("/Parameters/" + parameter)
                        .path("AllowedPattern")
                        .asText()))
                .isEqualTo(taken);
    }

    @Test
    void nothingOfTheAccountIsChangedUnasked() {
        assertThat(template.at("/Parameters/AccountLogRole/Default").asText()).isEqualTo("false");
        assertThat(template.at("/Parameters/GatewayLogs/Default").asText())
                .as("a stage with logs cannot be made in an account without the role")
                .isEqualTo("false");
        assertThat(template.at("/Parameters/ReservedConcurrency/Default").asText())
                .isEmpty();
    }

    @Test
    void theAccessLogLeadsToTheFunctionsLog() {
        assertThat(template.at("/Resources/Api/Properties/AccessLogSetting")
                        .get(1)
                        .path("Format")
                        .asText())
                .contains("$context.integration.requestId");
    }

    private JsonNode globals() {
        return template.at("/Globals/Function");
    }
}
