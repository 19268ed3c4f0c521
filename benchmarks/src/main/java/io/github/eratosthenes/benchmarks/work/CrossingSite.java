package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.core.SieveStrategy;
import java.util.List;

/**
 * A place in a sieve's code that crosses numbers off.
 *
 * @param type the class, without the package {@code io.github.eratosthenes.core}
 * @param method the method's name
 * @param event the event in the method that is one crossing-off
 */
record CrossingSite(String type, String method, Event event) {

    /** The kinds of events that are crossings-off. */
    enum Event {
        /** A write of an element of a {@code boolean[]} or {@code byte[]}. */
        BYTE,
        /** A write of an element of a {@code long[]}. */
        LONG,
        /** A write of a word of a {@code byte[]}, which crosses off many numbers at once. */
        WORD,
        /** A call that sets or clears one bit of a {@link java.util.BitSet}. */
        BIT,
        /** A call of the method itself. */
        CALL
    }

    /** The class loader's name of core's package. */
    static final String CORE = "io/github/eratosthenes/core/";

    /**
     * The sites of all sieves. A sieve without a site here would have no crossings-off, and a test makes sure that each {@link
     * SieveStrategy} has some.
     */
    static final List<CrossingSite> ALL = List.of(
            new CrossingSite("BooleanArraySieve", "primesUpTo", Event.BYTE),
            new CrossingSite("BitSetSieve", "primesUpTo", Event.BIT),
            new CrossingSite("SegmentedSieve$Segment", "sieve", Event.BYTE),
            new CrossingSite("OddsOnlySieve", "primesUpTo", Event.LONG),
            new CrossingSite("WheelSieve", "crossOff", Event.BYTE),
            new CrossingSite("WheelSieve", "crossOffCutTurn", Event.BYTE),
            new CrossingSite("segment/PreSieve", "and", Event.WORD),
            new CrossingSite("segment/PreSieve", "andCopies", Event.WORD),
            new CrossingSite("segment/TurnCrosser", "crossOffBy30", Event.BYTE),
            new CrossingSite("segment/TurnCrosser", "crossOffBy210", Event.BYTE),
            new CrossingSite("segment/StepCrosser", "crossOff", Event.BYTE),
            new CrossingSite("segment/BucketCrosser", "crossOffUntilFull", Event.BYTE),
            new CrossingSite("LinearSieve", "remove", Event.CALL),
            new CrossingSite("AtkinSieve", "flipSums", Event.LONG),
            new CrossingSite("AtkinSieve", "flipDifferences", Event.LONG),
            new CrossingSite("AtkinSieve", "clearMultiplesOfSquares", Event.LONG),
            new CrossingSite("SundaramSieve", "primesUpTo", Event.BIT),
            new CrossingSite("PritchardSieve", "removeMultiples", Event.BIT));

    /** Returns whether an event of a method is a crossing-off. */
    static boolean isOne(String className, String method, Event event) {
        return ALL.stream()
                .anyMatch(site ->
                        site.event == event && site.method.equals(method) && className.equals(CORE + site.type));
    }
}
