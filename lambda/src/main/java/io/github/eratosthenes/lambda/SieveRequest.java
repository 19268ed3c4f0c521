package io.github.eratosthenes.lambda;

import io.github.eratosthenes.core.SieveStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The checked request of a call, within its bounds.
 *
 * @param max the largest number to sieve, from 0 to the strategy's highest max
 * @param loops how many times to sieve, 1 or more
 * @param strategy the sieve
 * @param diag whether the answer also describes the JVM
 */
record SieveRequest(long max, int loops, SieveStrategy strategy, boolean diag) {

    /** The parameters' names. */
    static final List<String> PARAMETERS = List.of("max", "loops", "strategy", "diag");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,19}");

    private static final long DEFAULT_MAX = 1_000_000;
    private static final long DEFAULT_LOOPS = 1;
    private static final SieveStrategy DEFAULT_STRATEGY = SieveStrategy.BOOLEAN_ARRAY;

    /**
     * Reads what a query asks for; a parameter that is absent gets its default.
     *
     * @throws BadRequestException if a parameter is unknown, is not what it should be or is out of bounds
     */
    static SieveRequest fromQuery(Map<String, String> query) throws BadRequestException {
        rejectUnknown(query.keySet());
        SieveStrategy strategy = strategy(query.get("strategy"));
        return new SieveRequest(
                number(
                        "max",
                        query.get("max"),
                        DEFAULT_MAX,
                        0,
                        strategy.traits().highestMax()),
                (int) number("loops", query.get("loops"), DEFAULT_LOOPS, 1, Integer.MAX_VALUE),
                strategy,
                number("diag", query.get("diag"), 0, 0, 1) == 1);
    }

    private static void rejectUnknown(Set<String> names) throws BadRequestException {
        for (String name : names) {
            if (!PARAMETERS.contains(name)) {
                throw new BadRequestException("parameter", name, String.join(", ", PARAMETERS));
            }
        }
    }

    private static SieveStrategy strategy(@Nullable String id) throws BadRequestException {
        if (id == null) {
            return DEFAULT_STRATEGY;
        }
        try {
            return SieveStrategy.fromId(id);
        } catch (IllegalArgumentException unknown) {
            throw new BadRequestException(
                    "strategy",
                    id,
                    Arrays.stream(SieveStrategy.values()).map(SieveStrategy::id).collect(Collectors.joining(", ")));
        }
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
