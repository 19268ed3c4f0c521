package io.github.eratosthenes.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.eratosthenes.core.SieveStrategy;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks for, checked and within bounds.
 *
 * @param max the largest number to sieve, from 0 to the strategy's highest max
 * @param loops how many times to sieve, 1 or more
 * @param strategy the sieve
 * @param diag whether the answer describes the JVM too
 */
record SieveRequest(long max, int loops, SieveStrategy strategy, boolean diag) {

    private static final List<String> PARAMETERS = List.of("max", "loops", "strategy", "diag");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,19}");

    private static final long DEFAULT_MAX = 1_000_000;
    private static final long DEFAULT_LOOPS = 1;
    private static final SieveStrategy DEFAULT_STRATEGY = SieveStrategy.BOOLEAN_ARRAY;

    /**
     * Reads the query of an API Gateway event.
     *
     * <p>Payload v1 (REST API) and v2 (HTTP API) both carry it in {@code queryStringParameters}, with string values. A
     * test event typed into the console may have numbers instead. A query or a parameter that is missing or null gets
     * its default.
     *
     * @throws BadRequestException if a parameter is unknown, is not what it should be or is out of bounds
     */
    static SieveRequest fromEvent(JsonNode event) throws BadRequestException {
        JsonNode query = event.path("queryStringParameters");
        rejectUnknown(query.fieldNames());
        SieveStrategy strategy = strategy(text(query, "strategy"));
        return new SieveRequest(
                number(
                        "max",
                        text(query, "max"),
                        DEFAULT_MAX,
                        0,
                        strategy.traits().highestMax()),
                (int) number("loops", text(query, "loops"), DEFAULT_LOOPS, 1, Integer.MAX_VALUE),
                strategy,
                number("diag", text(query, "diag"), 0, 0, 1) == 1);
    }

    private static void rejectUnknown(Iterator<String> names) throws BadRequestException {
        while (names.hasNext()) {
            String name = names.next();
            if (!PARAMETERS.contains(name)) {
                throw new BadRequestException("parameter", name, String.join(", ", PARAMETERS));
            }
        }
    }

    private static @Nullable String text(JsonNode query, String name) {
        JsonNode value = query.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static SieveStrategy strategy(@Nullable String id) throws BadRequestException {
        if (id == null) {
            return DEFAULT_STRATEGY;
        }
        for (SieveStrategy strategy : SieveStrategy.values()) {
            if (strategy.id().equals(id)) {
                return strategy;
            }
        }
        throw new BadRequestException(
                "strategy",
                id,
                Arrays.stream(SieveStrategy.values()).map(SieveStrategy::id).collect(Collectors.joining(", ")));
    }

    private static long number(String name, @Nullable String text, long missing, long lowest, long highest)
            throws BadRequestException {
        if (text == null) {
            return missing;
        }
        if (WHOLE_NUMBER.matcher(text).matches()) {
            try {
                long number = Long.parseLong(text);
                if (number >= lowest && number <= highest) {
                    return number;
                }
            } catch (NumberFormatException beyondLong) {
                // 19 digits can be more than a long holds, and so more than any bound here
            }
        }
        throw new BadRequestException(name, text, "a whole number from " + lowest + " to " + highest);
    }
}
