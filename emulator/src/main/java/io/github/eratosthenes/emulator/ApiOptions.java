package io.github.eratosthenes.emulator;

import io.github.eratosthenes.emulator.gateway.Api;
import io.github.eratosthenes.emulator.gateway.FunctionUrl;
import io.github.eratosthenes.emulator.gateway.HttpApi;
import io.github.eratosthenes.emulator.gateway.Methods;
import io.github.eratosthenes.emulator.gateway.RestApi;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for the API in front of the functions. */
final class ApiOptions {
    /** The longest integration timeout of a REST API here: as long as a function may run. */
    private static final int MOST_SECONDS = 900;

    /** The kinds of API in front. */
    enum ApiKind {
        REST,
        HTTP,
        URL
    }

    @Option(
            names = "--api",
            paramLabel = "rest|http|url",
            defaultValue = "${sys:emulator.api:-rest}",
            description =
                    "The kind of API in front of the functions: a REST API, an HTTP API or function URLs, which have no"
                            + " integration timeout (default: ${DEFAULT-VALUE}).")
    private ApiKind api = ApiKind.REST;

    @Option(
            names = "--integration-timeout",
            paramLabel = "SECONDS",
            description =
                    "How long the gateway waits for a function: 1 to 900 for rest, whose default is 29 and which AWS"
                            + " raises for Regional APIs on request; 1 to 30 for http, whose default is 30.")
    private @Nullable Integer integrationTimeout;

    @Option(
            names = "--methods",
            paramLabel = "METHOD",
            split = ",",
            defaultValue = "GET",
            description = "The HTTP methods that the API accepts, or ANY; a function URL accepts every method"
                    + " (default: ${DEFAULT-VALUE}, as in lambda/template.yaml).")
    private List<String> methods = List.of();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /**
     * Returns what is in front.
     *
     * @throws ParameterException if an option is out of its bounds; the message has the value and the bounds
     */
    Api api() {
        check();
        Duration patience = integrationTimeout == null ? null : Duration.ofSeconds(integrationTimeout);
        Methods allowed = new Methods(Set.copyOf(methods));
        return switch (api) {
            case REST -> new RestApi(patience == null ? RestApi.INTEGRATION_TIMEOUT : patience, allowed);
            case HTTP -> new HttpApi(patience == null ? HttpApi.INTEGRATION_TIMEOUT : patience, allowed);
            case URL -> new FunctionUrl();
        };
    }

    private void check() {
        int patience = integrationTimeout == null ? 1 : integrationTimeout;
        require(
                api != ApiKind.URL || integrationTimeout == null,
                "--integration-timeout " + patience
                        + " is not for --api url, which waits for the function's --timeout");
        int longest = api == ApiKind.HTTP ? (int) HttpApi.INTEGRATION_TIMEOUT.toSeconds() : MOST_SECONDS;
        require(
                patience >= 1 && patience <= longest,
                "--integration-timeout " + patience + " is not 1 to " + longest + ", the bounds of --api "
                        + api.name().toLowerCase(Locale.ROOT));
        methods.forEach(method -> require(
                method.matches("[A-Z]+"), "--methods " + method + " is not a method in capitals, such as GET, or ANY"));
    }

    private void require(boolean condition, String message) {
        if (!condition && command != null) {
            throw new ParameterException(command.commandLine(), message);
        }
    }
}
