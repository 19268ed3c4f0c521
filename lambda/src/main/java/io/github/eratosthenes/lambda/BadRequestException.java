package io.github.eratosthenes.lambda;

import java.util.LinkedHashMap;
import java.util.Map;

/** A query parameter that cannot be used: which one, what it said and what is allowed. */
final class BadRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Characters of a bad value that are told back; a longer one is cut. */
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

    /** Returns the fields of the JSON error body, in their order. */
    Map<String, String> body() {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", getMessage());
        body.put("parameter", parameter);
        body.put("value", value);
        body.put("allowed", allowed);
        return body;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }
}
