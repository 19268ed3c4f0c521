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
                    SegmentedSieve::storageBytes)),

    /** A bit for each odd number. */
    ODDS_ONLY(
            "odds-only",
            OddsOnlySieve::new,
            new StrategyTraits(
                    "Eratosthenes, a bit for each odd number",
                    0.5,
                    false,
                    false,
                    OddsOnlySieve.HIGHEST_MAX,
                    OddsOnlySieve::storageBytes)),

    /** A bit for each number that 2, 3 and 5 do not divide: a byte for 30 numbers. */
    WHEEL(
            "wheel",
            WheelSieve::new,
            new StrategyTraits(
                    "Eratosthenes on a wheel of 30, eight bits for each turn",
                    8.0 / 30,
                    false,
                    false,
                    WheelSieve.HIGHEST_MAX,
                    WheelSieve::storageBytes)),

    /** The fast sieve: segments of a bit for each number that 2, 3 and 5 do not divide. */
    WHEEL_SEGMENT(
            "wheel-segment",
            WheelSegmentSieve::new,
            new StrategyTraits(
                    "Segmented Eratosthenes on wheels of 30 and 210, each sieving prime by its size",
                    0,
                    true,
                    false,
                    WheelSegmentSieve.HIGHEST_MAX,
                    WheelSegmentSieve::storageBytes)),

    /** The fast sieve on all processors. */
    PARALLEL(
            "parallel",
            ParallelSieve::new,
            new StrategyTraits(
                    "The wheel-segment sieve on all processors, a piece of the range at a time",
                    0,
                    true,
                    true,
                    WheelSegmentSieve.HIGHEST_MAX,
                    ParallelSieve::storageBytes)),

    /** The sieve of Gries and Misra, which removes every composite once. */
    LINEAR(
            "linear",
            LinearSieve::new,
            new StrategyTraits(
                    "Gries and Misra, linear, a char for each number",
                    16,
                    false,
                    false,
                    LinearSieve.HIGHEST_MAX,
                    LinearSieve::storageBytes)),

    /** The sieve of Atkin and Bernstein, by quadratic forms. */
    ATKIN(
            "atkin",
            AtkinSieve::new,
            new StrategyTraits(
                    "Atkin and Bernstein, quadratic forms mod 60, a bit for each of 16 remainders",
                    16.0 / 60,
                    false,
                    false,
                    AtkinSieve.HIGHEST_MAX,
                    AtkinSieve::storageBytes)),

    /** Sundaram's sieve, by the form i + j + 2ij. */
    SUNDARAM(
            "sundaram",
            SundaramSieve::new,
            new StrategyTraits(
                    "Sundaram, a bit for each odd number",
                    0.5,
                    false,
                    false,
                    SundaramSieve.HIGHEST_MAX,
                    SundaramSieve::storageBytes)),

    /** Pritchard's sieve, by a wheel that grows. */
    PRITCHARD(
            "pritchard",
            PritchardSieve::new,
            new StrategyTraits(
                    "Pritchard, dynamic wheel, a bit for each odd number",
                    0.5,
                    false,
                    false,
                    PritchardSieve.HIGHEST_MAX,
                    PritchardSieve::storageBytes));

    private final String id;
    private final Supplier<Sieve> factory;
    private final StrategyTraits traits;

    SieveStrategy(String id, Supplier<Sieve> factory, StrategyTraits traits) {
        this.id = id;
        this.factory = factory;
        this.traits = traits;
    }

    /** {@return the name that users type and results carry: lower case, words joined by hyphens} */
    public String id() {
        return id;
    }

    /** {@return what is known of the strategy before it runs} */
    public StrategyTraits traits() {
        return traits;
    }

    /** {@return a sieve of this strategy; a {@link RangeSieve} where it can start anywhere} */
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
