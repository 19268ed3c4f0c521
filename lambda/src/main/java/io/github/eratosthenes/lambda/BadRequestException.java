package io.github.eratosthenes.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A query parameter that cannot be used: its name, its value and what is allowed. */
final class BadRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    /** How many characters of a bad value the answer repeats; a longer value is cut. */
    private static final int LONGEST_ECHO = 64;

    private final String parameter;
    private final String value;
    private final String allowed;

    BadRequestException(String parameter, String value, String allowed) {
        this.parameter = cut(parameter);
        this.value = cut(value);
        this.allowed = allowed;
    }

    @Override
    public String getMessage() {
        return parameter + " is '" + value + "'; allowed: " + allowed;
    }

    /** Writes it as a JSON object. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("error", getMessage());
        json.writeStringField("parameter", parameter);
        json.writeStringField("value", value);
        json.writeStringField("allowed", allowed);
        json.writeEndObject();
    }

    /**
     * Returns the start of a text, on one line. Characters that end a line or turn its direction could forge lines of the log. Half
     * of a surrogate pair, from the client or from the cut, cannot be written as UTF-8.
     */
    private static String cut(String text) {
        String start = text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
        return start.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "?");
    }
}
