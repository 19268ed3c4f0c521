package io.github.eratosthenes.core;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The registry of all sieves in the study. Benchmarks, endpoint, tests and charts take their lists from it.
 *
 * <p>A new strategy is one class and one constant here.
 */
public enum SieveStrategy {
    /** A boolean for each number: the sieve as most people first write it. */
    BOOLEAN_ARRAY("boolean-array", BooleanArraySieve::new, BooleanArraySieve.TRAITS),

    /** A bit for each number, in a {@link java.util.BitSet}. */
    BIT_SET("bitset", BitSetSieve::new, BitSetSieve.TRAITS),

    /** A boolean for each number of a small segment, one segment after another. */
    SEGMENTED("segmented", SegmentedSieve::new, SegmentedSieve.TRAITS),

    /** A bit for each odd number. */
    ODDS_ONLY("odds-only", OddsOnlySieve::new, OddsOnlySieve.TRAITS),

    /** A bit for each number that 2, 3 and 5 do not divide: a byte for 30 numbers. */
    WHEEL("wheel", WheelSieve::new, WheelSieve.TRAITS),

    /** The fast sieve: segments of a bit for each number that 2, 3 and 5 do not divide. */
    WHEEL_SEGMENT("wheel-segment", WheelSegmentSieve::new, WheelSegmentSieve.TRAITS),

    /** The fast sieve on all processors. */
    PARALLEL("parallel", ParallelSieve::new, ParallelSieve.TRAITS),

    /** The sieve of Gries and Misra, which removes every composite once. */
    LINEAR("linear", LinearSieve::new, LinearSieve.TRAITS),

    /** The sieve of Atkin and Bernstein, by quadratic forms. */
    ATKIN("atkin", AtkinSieve::new, AtkinSieve.TRAITS),

    /** Sundaram's sieve, by the form i + j + 2ij. */
    SUNDARAM("sundaram", SundaramSieve::new, SundaramSieve.TRAITS),

    /** Pritchard's sieve, by a wheel that grows. */
    PRITCHARD("pritchard", PritchardSieve::new, PritchardSieve.TRAITS);

    private final String id;
    private final Supplier<Sieve> factory;
    private final StrategyTraits traits;

    SieveStrategy(String id, Supplier<Sieve> factory, StrategyTraits traits) {
        this.id = id;
        this.factory = factory;
        this.traits = traits;
    }

    /** {@return the name for users and in results: lower case, words joined by hyphens} */
    public String id() {
        return id;
    }

    /** {@return the strategy's properties, which are known before it runs} */
    public StrategyTraits traits() {
        return traits;
    }

    /** {@return a sieve of this strategy; a {@link RangeSieve} if it can start at any number} */
    public Sieve create() {
        return factory.get();
    }

    /**
     * Returns the strategy with an id.
     *
     * @param id an {@link #id()}, with the same spelling
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
