package io.github.eratosthenes.harness.endpoint;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Headers that every call carries, such as an API key. Their values are secrets: they go into requests and nowhere else, so
 * this is no record, which would print them.
 */
public final class Headers {

    /** No headers. */
    public static final Headers NONE = new Headers(Map.of());

    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~A-Za-z0-9-]+):\\s*(.*?)\\s*");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)}|([A-Za-z_][A-Za-z0-9_]*))");
    private static final String HIDDEN = "(hidden)";
    private static final URI ANYWHERE = URI.create("http://localhost/");

    private final Map<String, String> values;

    private Headers(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads options of the form {@code name: value}, where the value may be {@code $NAME} or {@code ${NAME}}, an environment
     * variable.
     *
     * @param variables the environment: a value for each name, or null
     * @throws IllegalArgumentException if one has another form, a name twice, a variable that is not set, or a header that a
     *     client may not set; the message has no value
     */
    public static Headers of(List<String> options, UnaryOperator<@Nullable String> variables) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String option : options) {
            Matcher header = HEADER.matcher(option);
            if (!header.matches()) {
                throw new IllegalArgumentException(
                        "--header must be 'name: value', with a header's name before the colon");
            }
            String name = header.group(1);
            if (values.put(name, resolved(name, header.group(2), variables)) != null) {
                throw new IllegalArgumentException("--header has " + name + " twice; give each header once");
            }
        }
        values.forEach(Headers::check);
        return new Headers(values);
    }

    private static String resolved(String name, String value, UnaryOperator<@Nullable String> variables) {
        Matcher variable = VARIABLE.matcher(value);
        if (!variable.matches()) {
            return value;
        }
        String key = variable.group(1) == null ? variable.group(2) : variable.group(1);
        String found = variables.apply(key);
        if (found == null || found.isEmpty()) {
            throw new IllegalArgumentException(
                    "--header " + name + ": the environment variable " + key + " is not set");
        }
        return found;
    }

    private static void check(String name, String value) {
        boolean taken;
        try {
            HttpRequest.newBuilder(ANYWHERE).header(name, value);
            taken = true;
        } catch (IllegalArgumentException e) {
            taken = false; // its message has the value
        }
        if (!taken) {
            throw new IllegalArgumentException(
                    "--header " + name + " cannot be set: the header or a character of its value is not allowed");
        }
    }

    /** Adds them to a request. */
    void addTo(HttpRequest.Builder request) {
        values.forEach(request::header);
    }

    /** Returns a text in which no value is to be read, should a server have sent one back. */
    String hiddenIn(String text) {
        String hidden = text;
        for (String value : values.values()) {
            hidden = value.isEmpty() ? hidden : hidden.replace(value, HIDDEN);
        }
        return hidden;
    }

    /** Returns the names only. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
