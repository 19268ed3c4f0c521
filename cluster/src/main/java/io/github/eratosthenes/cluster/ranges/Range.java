package io.github.eratosthenes.cluster.ranges;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * A range of non-negative integers, both ends inclusive, so that 2^63 − 1 can be part of one.
 *
 * @param from the first number
 * @param to the last number
 */
public record Range(long from, long to) implements Serializable {

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if from is below 0 or above to
     */
    public Range {
        if (from < 0) {
            throw new IllegalArgumentException("from " + from + " is below 0, the lowest allowed");
        }
        if (from > to) {
            throw new IllegalArgumentException("from " + from + " is above to " + to);
        }
    }

    /** Returns how many numbers there are; up to 2^63, which a long cannot hold. */
    public BigInteger size() {
        return BigInteger.valueOf(to).subtract(BigInteger.valueOf(from)).add(BigInteger.ONE);
    }

    public boolean contains(Range other) {
        return from <= other.from && other.to <= to;
    }

    @Override
    public String toString() {
        return "[" + from + ", " + to + "]";
    }
}
