package io.github.eratosthenes.core;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Every sieve of the study: the one registry, from which benchmarks, endpoint, tests and charts take their lists.
 *
 * <p>A new strategy is one class and one constant here.
 */
public enum SieveStrategy {
    /** A boolean for each number: the sieve as most people first write it. */
    BOOLEAN_ARRAY(
            "boolean-array",
            BooleanArraySieve::new,
            new StrategyTraits(
                    "Eratosthenes, a boolean for each number",
                    8,
                    false,
                    false,
                    BooleanArraySieve.HIGHEST_MAX,
                    BooleanArraySieve::storageBytes)),

    /** A bit for each number, in a {@link java.util.BitSet}. */
    BIT_SET(
            "bitset",
            BitSetSieve::new,
            new StrategyTraits(
                    "Eratosthenes, a bit for each number",
                    1,
                    false,
                    false,
                    BitSetSieve.HIGHEST_MAX,
                    BitSetSieve::storageBytes)),

    /** A boolean for each number of a small segment, one segment after another. */
    SEGMENTED(
            "segmented",
            SegmentedSieve::new,
            new StrategyTraits(
                    "Segmented Eratosthenes, a boolean for each number of a segment",
                    0,
                    true,
                    false,
                    SegmentedSieve.HIGHEST_MAX,
                    SegmentedSieve::storageBytes));

    private final String id;
    private final Supplier<Sieve> factory;
    private final StrategyTraits traits;

    SieveStrategy(String id, Supplier<Sieve> factory, StrategyTraits traits) {
        this.id = id;
        this.factory = factory;
        this.traits = traits;
    }

    /** Returns the name that users type and results carry: lower case, words joined by hyphens. */
    public String id() {
        return id;
    }

    /** Returns what is known of the strategy before it runs. */
    public StrategyTraits traits() {
        return traits;
    }

    /** Returns a sieve of this strategy. */
    public Sieve create() {
        return factory.get();
    }

    /**
     * Returns the strategy of an id.
     *
     * @param id an {@link #id()}, exactly as written there
     * @return the strategy
     * @throws IllegalArgumentException if no strategy has that id; the message lists the known ones
     */
    public static SieveStrategy fromId(String id) {
        for (SieveStrategy strategy : values()) {
            if (strategy.id.equals(id)) {
                return strategy;
            }
        }
        throw new IllegalArgumentException("unknown strategy '" + id + "'; known: "
                + Arrays.stream(values()).map(SieveStrategy::id).collect(Collectors.joining(", ")));
    }
}
